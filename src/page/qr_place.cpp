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
constexpr double kAir = 0.5;          // em between text and card

int caption_height(int caption_px) {
  return static_cast<int>(std::lround(caption_px * kCaptionPitch));
}

Rect box_of(const PageItem& item) {
  return std::visit([](const auto& one) { return one.box; }, item);
}

bool meets(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
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
  for (const int x : {body.x, body.right() - size.card}) {
    const Rect room{x, top, size.card, height};
    const Rect wide{x - air, top - air, size.card + 2 * air, height + air};
    const bool free = std::none_of(page.items.begin(), page.items.end(), [&](const PageItem& item) {
      return meets(box_of(item), wide) && box_of(item).y < body.bottom();
    });
    if (free)
      return room;
  }
  return std::nullopt;
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
