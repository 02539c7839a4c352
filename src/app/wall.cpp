#include "app/wall.h"

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

NoticeMetrics measure(const Notice& notice, const Pagination& pages) {
  NoticeMetrics metrics;
  metrics.content_hash = notice.content_hash;
  metrics.pages.reserve(pages.count());
  for (size_t i = 0; i < pages.count(); ++i) {
    const PageFacts facts = pages.facts(i);
    metrics.pages.push_back({facts.characters, facts.rows, facts.picture});
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

Wall::Wall(PageStyle style, FontSet& fonts, std::string media)
    : style_(std::move(style)), fonts_(fonts), media_(std::move(media)) {}

void Wall::take(const Edition& edition) {
  std::map<std::string, Laid> laid;
  Metrics metrics;
  for (const EditionNotice& one : edition.notices) {
    const Notice& notice = one.notice;
    const std::string shows = shown_by(notice);
    const auto before = laid_.find(notice.id);
    Laid& now = laid[notice.id];
    if (before != laid_.end() && before->second.shows == shows)
      now = std::move(before->second);
    else
      now = {shows, notice.title, paginate(notice, style_, fonts_)};
    metrics[notice.id] = measure(notice, *now.pages);
    if (before != laid_.end())
      laid_.erase(before);
  }
  laid_ = std::move(laid);
  metrics_ = std::move(metrics);
}

Page Wall::page(const Slot& slot) const {
  const auto found = laid_.find(slot.notice_id);
  if (found == laid_.end())
    return fallback_page(style_, fonts_);
  const Pagination& pages = *found->second.pages;
  const size_t index = slot.page > 0 ? static_cast<size_t>(slot.page - 1) : 0;
  return pages.page(std::min(index, pages.count() - 1));
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
