#include "page/qr_place.h"

#include "page/label.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr int kQuiet = 4;             // modules (ISO/IEC 18004)
constexpr double kCode = 0.15;        // m
constexpr double kInch = 0.0254;      // m
constexpr double kLargeScreen = 40;   // inches: from here on the code is never smaller
constexpr double kSmallShare = 0.4;   // of the body's height, on smaller screens
constexpr double kCaptionPitch = 1.5; // em
constexpr double kAir = 0.5;          // em between a line above and the card; twice that beside it
constexpr int kAlike = 2; // em: so little more air on the right is no reason to go there

int caption_height(int caption_px) {
  return static_cast<int>(std::lround(caption_px * kCaptionPitch));
}

Rect box_of(const PageItem& item) {
  return std::visit([](const auto& one) { return one.box; }, item);
}

// px free above the room, down from the body's top or what stands over it; -1: the room is taken.
int air_above(const Page& page, const Rect& room, int air) {
  const Rect& body = page.frame.body;
  const int from = std::max(room.x - 2 * air, body.x);
  const int to = std::min(room.right() + 2 * air, body.right());
  int lowest = body.y;
  for (const PageItem& item : page.items) {
    const Rect box = box_of(item);
    const bool over = box.x < to && from < box.right();
    if (!over || box.bottom() <= lowest || box.y >= body.bottom())
      continue;
    lowest = box.bottom();
  }
  return lowest > room.y - air ? -1 : room.y - lowest;
}

} // namespace

QrSize qr_size(const QrCode& code, const ScreenSettings& screen, const Page& page) {
  const double inches = screen.diagonal_inches > 0 ? screen.diagonal_inches : 55;
  const double px_per_metre = std::hypot(page.width, page.height) / (inches * kInch);
  QrSize size;
  size.module = static_cast<int>(std::ceil(kCode * px_per_metre / code.side));
  const int all = code.side + 2 * kQuiet;
  const int most = static_cast<int>(page.frame.body.h * kSmallShare) / all;
  if (inches < kLargeScreen)
    size.module = std::min(size.module, most);
  size.card = size.module * all;
  return size;
}

std::optional<Rect> qr_room(const Page& page, const QrSize& size, int caption_px) {
  const Rect& body = page.frame.body;
  const int height = size.card + caption_height(caption_px);
  const int air = static_cast<int>(std::lround(caption_px * kAir));
  if (size.module < 2 || height > body.h || size.card + 2 * air > body.w)
    return std::nullopt;
  const int top = body.bottom() - height;
  const Rect left{body.x, top, size.card, height};
  const Rect right{body.right() - size.card, top, size.card, height};
  const int above_left = air_above(page, left, air), above_right = air_above(page, right, air);
  if (std::max(above_left, above_right) < 0)
    return std::nullopt;
  return above_right > above_left + (above_left < 0 ? 0 : kAlike * caption_px) ? right : left;
}

void draw_qr(const QrCode& code, const QrSize& size, const Rect& room, int caption_px,
             const Theme& theme, PageBuilder& page) {
  Colour paper = theme.background, ink = theme.text;
  if (contrast(paper, {0, 0, 0}) < contrast(ink, {0, 0, 0}))
    std::swap(paper, ink);
  page.fill({room.x, room.y, size.card, size.card}, paper);
  const int quiet = kQuiet * size.module;
  for (int y = 0; y < code.side; ++y)
    for (int x = 0; x < code.side; ++x) {
      int end = x;
      while (end < code.side && code.at(end, y))
        ++end;
      page.fill({room.x + quiet + x * size.module, room.y + quiet + y * size.module,
                 (end - x) * size.module, size.module},
                ink);
      x = end;
    }
  const FittedLabel caption =
      fit_label({"扫码看原文", "原文"}, FontRole::Label, caption_px, size.card, page.fonts());
  draw_label(caption,
             {room.x + (size.card - caption.width) / 2, room.y + size.card, caption.width,
              caption_height(caption_px)},
             theme.muted, PageRole::Caption, page);
}

} // namespace heiban
