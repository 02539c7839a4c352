#include "app/preview.h"

#include "app/poller.h"
#include "base/log.h"
#include "store/archive.h"

#include <cstdlib>
#include <filesystem>

namespace heiban {

std::unique_ptr<Preview> Preview::make(const Setup& setup, Fetcher& fetcher, Instant now) {
  std::error_code error;
  std::string folder = std::filesystem::temp_directory_path(error) / "heiban-check-XXXXXX";
  if (error || !::mkdtemp(folder.data())) // for nobody else: it holds what the notices hold
    return nullptr;
  Setup inside = setup;
  inside.state = folder;
  std::unique_ptr<Preview> out(new Preview(std::move(inside)));
  Result<Archive> archive = Archive::open(folder + "/archive.db");
  if (!archive)
    return nullptr;
  Poller poller({*archive, fetcher, folder, {}, setup.holidays}, setup.settings);
  const TrustedNow at{now, true};
  if (const Result<void> started = poller.start(at); !started) {
    log::warn("{}", started.error().message);
    return nullptr;
  }
  poller.poll_all(at, 0.5);
  return out;
}

Preview::~Preview() {
  std::error_code ignored;
  std::filesystem::remove_all(setup_.state, ignored);
}

} // namespace heiban
