#include "app/snapshot.h"

#include "app/commands.h"
#include "app/edition_at.h"
#include "app/wall.h"
#include "base/file.h"
#include "base/log.h"
#include "picture/png.h"
#include "screen/compose.h"
#include "screen/glass.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <regex>
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
        drift_at(at, drift_reach(page)))
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

json entry_of(const Slot& slot, const std::string& file, Instant at) {
  json entry = {
      {"file", file},  {"notice", slot.notice_id},  {"title", slot.title}, {"page", slot.page},
      {"of", slot.of}, {"dwell_ms", slot.dwell_ms}, {"at", iso_utc(at)}};
  if (slot.kind != SlotKind::Notice)
    entry["own"] = own_word(slot.kind);
  return entry;
}

// From an empty board to the first page of the next round. Where it is night the quiet page comes
// first, once, and then the morning's round.
Result<json> take_round(const Camera& camera) {
  const ProgrammeRules rules = camera.setup.programme_rules();
  json index = json::array();
  Shown shown;
  int64_t passed_ms = 0;
  for (;;) {
    const Instant at = camera.asked.now + passed_ms / 1000;
    camera.wall.take(camera.asked.edition, at);
    const Plan next = plan(camera.asked.edition, camera.wall.metrics(), shown, rules, at);
    const bool fallback = next.now.kind == SlotKind::Fallback;
    if (shown.round > 0 && next.after.round != shown.round)
      return index;
    if (next.now.kind != SlotKind::Quiet || index.empty()) {
      const std::string file = file_name(index.size() + 1, next.now);
      if (const Result<void> taken = take_page(camera, next.now, file, at); !taken)
        return taken.error();
      index.push_back(entry_of(next.now, file, at));
    }
    if (fallback)
      return index;
    shown = next.after;
    passed_ms += next.now.dwell_ms;
  }
}

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
  const Result<json> index = take_round(camera);
  if (!index)
    return fail(kMissingFile, fmt::format("无法写入图片：{}", index.error().message));
  const Result<void> written = write_file_atomic(folder + "/index.json", index->dump(2) + "\n");
  return written ? kFine
                 : fail(kMissingFile,
                        fmt::format("无法写入 {}/index.json：{}", folder, written.error().message));
}

} // namespace heiban
