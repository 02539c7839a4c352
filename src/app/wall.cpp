#include "app/wall.h"

#include "app/crash_note.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/log.h"
#include "page/raster.h"
#include "picture/png.h"

#include <fmt/format.h>

namespace heiban {
namespace {

constexpr size_t kPictureCap = 64u << 20; // a clean PNG of 3840 × 3840 px stays below it

std::string shown_by(const Notice& notice) {
  return fmt::format("{} {} {}", notice.content_hash, static_cast<int>(notice.urgency),
                     notice.category);
}

std::vector<PageMetrics> measure(const Pagination& pages) {
  std::vector<PageMetrics> metrics;
  metrics.reserve(pages.count());
  for (size_t i = 0; i < pages.count(); ++i) {
    const PageFacts facts = pages.facts(i);
    metrics.push_back({facts.characters, facts.rows, facts.picture, facts.digits, facts.cells});
  }
  return metrics;
}

// A picture that is gone or no longer what its name says is left out; its caption stays.
std::optional<Pixels> read_picture(const std::string& media, const std::string& sha256) {
  const Result<std::string> png = read_file(media + "/" + sha256 + ".png", kPictureCap);
  if (!png || sha256_hex(*png) != sha256) {
    log::warn("picture {} is missing or damaged", sha256);
    return std::nullopt;
  }
  Result<Pixels> pixels = decode_png(*png);
  if (!pixels)
    return std::nullopt;
  return std::move(*pixels);
}

} // namespace

Wall::Wall(const Setup& setup, FontSet& fonts)
    : style_(setup.page_style()), fonts_(fonts), media_(setup.state + "/media"),
      rules_(setup.programme_rules()) {}

void Wall::take(const Edition& edition, Instant at, bool trusted) {
  style_.today = trusted ? std::optional(beijing(at).date) : std::nullopt;
  std::map<std::string, Laid> laid;
  std::map<std::string, NoticeMetrics> metrics;
  for (const EditionNotice& one : edition.notices) {
    const Notice& notice = one.notice;
    std::string shows = shown_by(notice);
    if (notice.publicity) // its pages are set anew at midnight
      shows += " " + publicity_line(*notice.publicity, style_.today);
    if (const auto before = laid_.find(notice.id);
        before != laid_.end() && before->second.shows == shows) {
      metrics.insert(metrics_.notices.extract(notice.id));
      laid.insert(laid_.extract(before));
      continue;
    }
    in_hand(Hand::Drawing, notice.id, notice.content_hash);
    Laid& now = laid[notice.id];
    now = {shows, notice.title, paginate(notice, style_, fonts_)};
    metrics[notice.id] = {notice.content_hash, measure(*now.pages)};
  }
  in_hand(Hand::Drawing, "", "");
  laid_ = std::move(laid);
  metrics_.notices = std::move(metrics);
  quiet_ = quiet_words(rules_, at);
  take_index(edition, at);
}

void Wall::take_index(const Edition& edition, Instant at) {
  const std::vector<IndexEntry> entries = index_entries(edition, at);
  const bool wanted = rules_.settings.index_page && laid_.size() >= kIndexedNotices;
  const std::string shows = wanted ? sha256_hex(key_of(entries)) : "";
  if (shows == index_.shows)
    return;
  index_ = {shows, "目录", wanted ? paginate_index(entries, style_, fonts_) : nullptr};
  metrics_.index = wanted ? measure(*index_.pages) : std::vector<PageMetrics>();
  for (PageMetrics& page : metrics_.index)
    page.rows = 0; // titles are read, not searched as a list of names is
}

std::string Wall::shows(const Slot& slot) const {
  if (slot.kind == SlotKind::Index)
    return index_.shows;
  if (slot.kind == SlotKind::Quiet)
    return key_of(quiet_);
  const auto found = laid_.find(slot.notice_id);
  return found == laid_.end() ? "" : found->second.shows;
}

Page Wall::page(const Slot& slot) const {
  const auto found = laid_.find(slot.notice_id);
  const Pagination* pages = slot.kind == SlotKind::Index ? index_.pages.get()
                            : found != laid_.end()       ? found->second.pages.get()
                                                         : nullptr;
  if (slot.kind == SlotKind::Quiet)
    return quiet_page(quiet_, style_, fonts_);
  if (slot.kind == SlotKind::Stopped)
    return stopped_page(style_, fonts_);
  if (!pages)
    return fallback_page(style_, fonts_);
  const size_t index = slot.page > 0 ? static_cast<size_t>(slot.page - 1) : 0;
  return pages->page(std::min(index, pages->count() - 1));
}

void Wall::draw(Image& image, const Page& page) const {
  raster_into(image, page, fonts_,
              [this](const std::string& sha256) { return read_picture(media_, sha256); });
}

Image Wall::image(const Page& page) const {
  Image out(page.width, page.height);
  draw(out, page);
  return out;
}

std::vector<WallFinding> Wall::findings() const {
  std::vector<WallFinding> out;
  for (const auto& [id, laid] : laid_)
    for (const std::string& text : laid.pages->findings())
      out.push_back({id, laid.title, text});
  return out;
}

} // namespace heiban
