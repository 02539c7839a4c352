#include "page/picture_segment.h"

#include "base/utf8.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr double kMostEnlarged = 2.5; // × its own pixels: beyond that it is only blur
constexpr double kLeastShare = 0.6;   // of its size on a fresh page; smaller, it waits for one

ParagraphStyle caption_style(const PageMeasures& measures) {
  ParagraphStyle style = measures.style(measures.role, measures.small);
  style.align = TextAlign::Center;
  style.balance = true;
  return style;
}

} // namespace

PictureSegment::PictureSegment(const PicturePart& part, const PageMeasures& measures,
                               const Theme& theme, FontSet& fonts)
    : part_(part), measures_(measures), theme_(theme) {
  if (!trim(part.caption).empty())
    caption_ = set_text(fonts, trim(part.caption), caption_style(measures), measures.text_width());
}

int PictureSegment::caption_height() const {
  if (caption_.set.lines.empty())
    return 0;
  const int lines = static_cast<int>(caption_.set.lines.size());
  return lines * measures_.pitch_of(measures_.small) + measures_.face / 4;
}

PictureSegment::Size PictureSegment::scaled(int height) const {
  const int room = std::max(1, height - kept_height());
  const double scale = std::min({static_cast<double>(measures_.body.w) / part_.width,
                                 static_cast<double>(room) / part_.height, kMostEnlarged});
  return {std::max(1, static_cast<int>(part_.width * scale)),
          std::max(1, static_cast<int>(part_.height * scale))};
}

SegmentFill PictureSegment::fill(size_t from, size_t limit, int height, bool at_top) const {
  const int pitch = measures_.pitch_of(measures_.small);
  const auto lines_in = [&](int room) { return static_cast<size_t>(std::max(0, room) / pitch); };
  if (from > 0) {
    const size_t to = std::min(limit, from + lines_in(height));
    return {to, static_cast<int>(to - from) * pitch};
  }
  const Size here = scaled(height), fresh = scaled(measures_.body.h);
  const bool small = height <= kept_height() || here.h < fresh.h * kLeastShare;
  if (!at_top && small)
    return {from, 0};
  const int used = here.h + kept_height();
  const size_t to = std::min(limit, 1 + lines_in(height - used));
  return {to, used + static_cast<int>(to - 1) * pitch};
}

void PictureSegment::draw(const SegmentPlace& place, PageBuilder& page) const {
  const Rect& body = measures_.body;
  const int pitch = measures_.pitch_of(measures_.small);
  const LineLook look{PageRole::Caption, theme_.muted, measures_.small};
  int y = place.y;
  size_t line = place.from > 0 ? place.from - 1 : 0;
  if (place.from == 0) {
    const int loose_lines = static_cast<int>(place.to - 1);
    const Size size = scaled(place.height - loose_lines * pitch);
    page.picture({body.x + (body.w - size.w) / 2, y, size.w, size.h}, part_.picture, part_.alt);
    y += size.h + (loose() ? 0 : measures_.face / 4);
  }
  const size_t end = loose() ? place.to - 1 : caption_.set.lines.size();
  for (; line < end; ++line, y += pitch)
    page.line(caption_, line, {measures_.text_left(), y, pitch}, look);
}

int PictureSegment::characters(size_t, size_t) const {
  return static_cast<int>(caption_.characters.size());
}

} // namespace heiban
