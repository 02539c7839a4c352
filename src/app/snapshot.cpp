#include "app/snapshot.h"

#include "app/ahead.h"
#include "app/commands.h"
#include "base/file.h"
#include "base/log.h"
#include "picture/png.h"
#include "programme/forecast.h"
#include "screen/compose.h"
#include "screen/glass.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <regex>
#include <set>
#include <tuple>
#include <utility>

namespace heiban {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

struct Camera { // what a round of pages is photographed with
  const Setup& setup;
  const EditionAt& asked;
  Wall& wall;
  Composer* composer; // null: no label face opens
  std::string folder;
};

int fail(int exit_code, std::string_view message) {
  fmt::print(stderr, "{}\n", message);
  return exit_code;
}

void remove_earlier(const std::string& folder) {
  static const std::regex ours("[0-9]{4,}-.*-p[0-9]+\\.png");
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored))
    if (std::regex_match(entry.path().filename().string(), ours))
      fs::remove(entry.path(), ignored);
}

std::string file_name(size_t number, const Slot& slot) {
  return fmt::format("{:04}-{}-p{}.png", number,
                     slot.kind == SlotKind::Notice ? slot.notice_id : own_word(slot.kind),
                     slot.page);
}

// Laid where the board would lay it at that time.
Image drifted(Image image, const Page& page, const Setup& setup, Instant at) {
  if (!setup.settings.screen.pixel_shift)
    return image;
  Image glass(image.width, image.height);
  Glass(glass.pixels.data(), glass.width, glass.height, static_cast<size_t>(glass.width), 0,
        drift_of(page, at))
      .put(image, 0, 0);
  return glass;
}

Result<void> take_page(const Camera& camera, const Slot& slot, const std::string& file,
                       Instant at) {
  const Page page = camera.wall.page(slot);
  Image image = camera.wall.image(page);
  if (camera.composer)
    camera.composer->draw(image, page,
                          live_labels(page, freshness(camera.asked.edition), camera.setup.theme,
                                      camera.setup.settings, at, camera.asked.trusted));
  image = drifted(std::move(image), page, camera.setup, at);
  return write_file_atomic(camera.folder + "/" + file,
                           encode_png(image.pixels.data(), image.width, image.height));
}

json entry_of(const Ahead::Step& step, const std::string& file) {
  const Slot& slot = step.slot;
  json entry = {
      {"file", file},  {"notice", slot.notice_id},   {"title", slot.title},   {"page", slot.page},
      {"of", slot.of}, {"dwell_ms", step.stands_ms}, {"at", iso_utc(step.at)}};
  if (slot.kind != SlotKind::Notice)
    entry["own"] = own_word(slot.kind);
  return entry;
}

// From an empty board until each page has come once: one round, or two or three where lists and
// older notices take turns. Where it is night the quiet page comes first, once, and then the
// morning's round.
class RoundTaker {
public:
  explicit RoundTaker(const Camera& camera)
      : camera_(camera), ahead_(camera.setup, camera.asked, camera.wall) {}

  Result<json> take() {
    camera_.wall.take(camera_.asked.edition, camera_.asked.now);
    int rounds = forecast(camera_.asked.edition, camera_.wall.metrics(),
                          camera_.setup.programme_rules(), camera_.asked.now)
                     .rounds;
    while (ahead_.passed_ms() < kLongestWaitMs) {
      const Ahead::Step step = ahead_.next();
      if (step.new_round && --rounds == 0)
        break;
      if (const Result<void> taken = take_new(step); !taken)
        return taken.error();
      if (step.slot.kind == SlotKind::Fallback)
        break;
    }
    return std::move(index_);
  }

private:
  Result<void> take_new(const Ahead::Step& step) {
    const Slot& slot = step.slot;
    if (slot.kind == SlotKind::Quiet && !index_.empty())
      return {};
    if (!taken_.insert({own_word(slot.kind), slot.notice_id, slot.page}).second)
      return {};
    const std::string file = file_name(index_.size() + 1, slot);
    if (const Result<void> taken = take_page(camera_, slot, file, step.at); !taken)
      return taken.error();
    index_.push_back(entry_of(step, file));
    return {};
  }

  static constexpr int64_t kLongestWaitMs = 366 * kDay * 1000; // of a board that never opens

  const Camera& camera_;
  Ahead ahead_;
  json index_ = json::array();
  std::set<std::tuple<std::string, std::string, int>> taken_;
};

} // namespace

int write_snapshot(const Setup& setup, const std::string& folder) {
  SetupFailure failure;
  const std::optional<EditionAt> asked = load_edition_at(setup, failure);
  if (!asked)
    return failure.exit_code;
  Result<std::unique_ptr<FontSet>> fonts = FontSet::open(setup.fonts);
  if (!fonts)
    return fail(kMissingFile, fmt::format("没有可用的字体：{}", fonts.error().message));
  if (const Result<void> made = make_folders(folder); !made)
    return fail(kMissingFile, fmt::format("无法建立文件夹 {}：{}", folder, made.error().message));
  remove_earlier(folder);
  Wall wall(setup, **fonts);
  Result<std::unique_ptr<Composer>> composer = make_composer(setup.fonts);
  if (!composer)
    log::warn("snapshot: no live labels: {}", composer.error().message);
  const Camera camera{setup, *asked, wall, composer ? composer->get() : nullptr, folder};
  const Result<json> index = RoundTaker(camera).take();
  if (!index)
    return fail(kMissingFile, fmt::format("无法写入图片：{}", index.error().message));
  const Result<void> written = write_file_atomic(folder + "/index.json", index->dump(2) + "\n");
  return written ? kFine
                 : fail(kMissingFile,
                        fmt::format("无法写入 {}/index.json：{}", folder, written.error().message));
}

} // namespace heiban
