#include "app/config_watch.h"

#include "app/setup.h"
#include "base/file.h"

#include <filesystem>

namespace heiban {
namespace {

namespace fs = std::filesystem;

} // namespace

ConfigWatch::ConfigWatch(const std::string& config_path)
    : folder_(fs::path(config_path).parent_path().string(), true), config_{config_path, ""},
      holidays_{(fs::path(config_path).parent_path() / kHolidayFile).string(), ""} {
  changed(config_);
  changed(holidays_);
}

bool ConfigWatch::config_changed() {
  return changed(config_);
}

bool ConfigWatch::holidays_changed() {
  return changed(holidays_);
}

// A file that cannot be read at the moment, as while it is replaced, has not changed.
bool ConfigWatch::changed(File& file) {
  if (!folder_.changed(fs::path(file.path).filename().string()))
    return false;
  Result<std::string> text = read_file(file.path, kLargestConfig);
  if (!text || *text == file.text)
    return false;
  file.text = std::move(*text);
  return true;
}

} // namespace heiban
