#include "screen/glass.h"

#include "screen/blend.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace heiban {
namespace {

// Rows turned at a time: one cache line of the image's row holds 16 pixels.
constexpr int kTurnedRows = 16;

Rect intersection(Rect a, Rect b) {
  const int x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  const int w = std::min(a.x + a.w, b.x + b.w) - x, h = std::min(a.y + a.h, b.y + b.h) - y;
  return {x, y, std::max(w, 0), std::max(h, 0)};
}

// Of two pages half of the rows are bare board in both, and stay as they are.
void move_row(uint32_t* pixels, const uint32_t* towards, int count, int weight) {
  const auto n = static_cast<size_t>(count);
  if (std::memcmp(pixels, towards, n * sizeof(uint32_t)) == 0)
    return;
  if (weight >= 256)
    std::memcpy(pixels, towards, n * sizeof(uint32_t));
  else
    blend_towards(pixels, towards, n, weight);
}

// `to` becomes `from` moved by `by`, the pixel at its open end repeated; they may be the same row.
void shift_row(uint32_t* to, const uint32_t* from, int width, int by) {
  const int moved = std::min(std::abs(by), width), kept = width - moved;
  const uint32_t edge = by >= 0 ? from[0] : from[width - 1];
  std::memmove(by >= 0 ? to + moved : to, by >= 0 ? from : from + moved,
               static_cast<size_t>(kept) * sizeof(uint32_t));
  std::fill_n(by >= 0 ? to : to + kept, moved, edge);
}

} // namespace

Glass::Glass(uint32_t* pixels, int width, int height, size_t pitch, int rotation, Shift shift)
    : pixels_(pixels), width_(width), height_(height), pitch_(pitch), rotation_(rotation),
      shift_(shift) {}

Rect Glass::shown_at(Rect page) const {
  const bool whole = page.w == page_width() && page.h == page_height();
  const Rect all{0, 0, page_width(), page_height()};
  if (whole)
    return on_display(all);
  return on_display(intersection({page.x + shift_.x, page.y + shift_.y, page.w, page.h}, all));
}

Rect Glass::on_display(Rect glass) const {
  switch (rotation_) {
  case 90:
    return {width_ - glass.y - glass.h, glass.x, glass.h, glass.w};
  case 180:
    return {width_ - glass.x - glass.w, height_ - glass.y - glass.h, glass.w, glass.h};
  case 270:
    return {glass.y, height_ - glass.x - glass.w, glass.h, glass.w};
  default:
    return glass;
  }
}

void Glass::put(const Image& part, int x, int y) {
  if (part.width == page_width() && part.height == page_height())
    return cover(part, 256);
  transfer(part, {0, 0, part.width, part.height}, x + shift_.x, y + shift_.y, 256);
}

Rect Glass::inside() const {
  const int w = page_width(), h = page_height(), b = shift_.border;
  return 2 * b < std::min(w, h) ? Rect{b, b, w - 2 * b, h - 2 * b} : Rect{0, 0, w, h};
}

void Glass::cover(const Image& image, int weight) {
  if (image.width != page_width() || image.height != page_height()) // a resize is under way
    return transfer(image, {0, 0, image.width, image.height}, 0, 0, weight);
  const Rect in = inside();
  const int dx = std::clamp(shift_.x, -in.w + 1, in.w - 1);
  const int dy = std::clamp(shift_.y, -in.h + 1, in.h - 1);
  const int left = in.x + std::max(dx, 0), width = in.w - std::abs(dx);
  transfer_frame(image, weight);
  transfer(image, {in.x + std::max(-dx, 0), in.y + std::max(-dy, 0), width, in.h - std::abs(dy)},
           left, in.y + std::max(dy, 0), weight);
  if (dx != 0) {
    Image side(std::abs(dx), in.h);
    for (int y = 0; y < in.h; ++y)
      std::fill_n(
          side.row(y), side.width,
          image.row(in.y + std::clamp(y - dy, 0, in.h - 1))[dx > 0 ? in.x : in.right() - 1]);
    transfer(side, {0, 0, side.width, in.h}, dx > 0 ? in.x : in.right() + dx, in.y, weight);
  }
  if (dy == 0)
    return;
  // The sides have their corners already.
  Image strip(width, std::abs(dy));
  for (int y = 0; y < strip.height; ++y)
    std::copy_n(image.row(dy > 0 ? in.y : in.bottom() - 1) + in.x + std::max(-dx, 0), width,
                strip.row(y));
  transfer(strip, {0, 0, width, strip.height}, left, dy > 0 ? in.y : in.bottom() + dy, weight);
}

void Glass::transfer_frame(const Image& image, int weight) {
  const Rect in = inside();
  const int w = page_width(), right = w - in.right(), below = page_height() - in.bottom();
  for (const Rect& part : {Rect{0, 0, w, in.y}, Rect{0, in.bottom(), w, below},
                           Rect{0, in.y, in.x, in.h}, Rect{in.right(), in.y, right, in.h}})
    transfer(image, part, part.x, part.y, weight);
}

void Glass::move(Shift by) {
  Shift out = by; // on the display
  if (rotation_ == 90)
    out = {-by.y, by.x};
  else if (rotation_ == 180)
    out = {-by.x, -by.y};
  else if (rotation_ == 270)
    out = {by.y, -by.x};
  if (width_ <= 0 || height_ <= 0)
    return;
  const Rect in = on_display(inside());
  for (int i = 0; i < in.h; ++i) {
    const int y = out.y > 0 ? in.h - 1 - i : i; // a row is read before it is written
    shift_row(at(in.x, in.y + y), at(in.x, in.y + std::clamp(y - out.y, 0, in.h - 1)), in.w, out.x);
  }
}

void Glass::step(const Image& image, const TransitionStep& step) {
  if (step.last || step.kind == TransitionKind::None)
    cover(image, 256);
  else if (step.kind == TransitionKind::Push)
    push(image, step);
  else
    cover(image, step.weight);
}

void Glass::push(const Image& image, const TransitionStep& step) {
  const Rect area = intersection(step.area, {0, 0, page_width(), page_height()});
  const Rect lies = intersection({area.x + shift_.x, area.y + shift_.y, area.w, area.h},
                                 {0, 0, page_width(), page_height()});
  const int columns = std::clamp(step.to_px - step.from_px, 0, lies.w);
  if (columns == 0)
    return;
  scroll_left(lies, columns);
  transfer(image, {area.x + step.from_px, area.y, columns, area.h}, lies.x + lies.w - columns,
           lies.y, 256);
}

void Glass::transfer(const Image& image, Rect source, int x, int y, int weight) {
  source = intersection(source, {0, 0, image.width, image.height});
  const Rect page = intersection({x, y, source.w, source.h}, {0, 0, page_width(), page_height()});
  source = {source.x + page.x - x, source.y + page.y - y, page.w, page.h};
  if (page.w == 0 || page.h == 0)
    return;
  if (rotation_ != 0)
    return transfer_turned(image, source, page, weight);
  for (int i = 0; i < page.h; ++i)
    move_row(at(page.x, page.y + i), image.row(source.y + i) + source.x, page.w, weight);
}

void Glass::transfer_turned(const Image& image, Rect source, Rect page, int weight) {
  const Rect out = on_display(page);
  // The image's pixel of the display's (out.x, out.y), and how it moves with the display's x and y.
  const bool from_right = rotation_ != 90, from_bottom = rotation_ != 270;
  const int first_x = from_right ? source.x + source.w - 1 : source.x;
  const int first_y = from_bottom ? source.y + source.h - 1 : source.y;
  const ptrdiff_t along_x = from_right ? -1 : 1;
  const ptrdiff_t along_y = from_bottom ? -image.width : image.width;
  const ptrdiff_t right = rotation_ == 180 ? along_x : along_y;
  const ptrdiff_t down = rotation_ == 180 ? along_y : along_x;
  const uint32_t* first = image.row(first_y) + first_x;
  std::vector<uint32_t> rows(static_cast<size_t>(out.w) * kTurnedRows);
  for (int top = 0; top < out.h; top += kTurnedRows) {
    const int count = std::min(kTurnedRows, out.h - top);
    for (int x = 0; x < out.w; ++x)
      for (int i = 0; i < count; ++i)
        rows[static_cast<size_t>(i) * out.w + x] = first[x * right + (top + i) * down];
    for (int i = 0; i < count; ++i)
      move_row(at(out.x, out.y + top + i), &rows[static_cast<size_t>(i) * out.w], out.w, weight);
  }
}

// The page's left is the display's left, top, right or bottom, by rotation.
void Glass::scroll_left(Rect page, int px) {
  const Rect out = on_display(page);
  const bool sideways = rotation_ % 180 == 0;
  const int kept = (sideways ? out.w : out.h) - px;
  const auto row_bytes = static_cast<size_t>(sideways ? kept : out.w) * sizeof(uint32_t);
  for (int i = 0; i < (sideways ? out.h : kept); ++i) {
    const int y = rotation_ == 270 ? out.y + out.h - 1 - i : out.y + i;
    uint32_t* row = at(out.x, y);
    switch (rotation_) {
    case 90:
      std::memmove(row, at(out.x, y + px), row_bytes);
      break;
    case 180:
      std::memmove(row + px, row, row_bytes);
      break;
    case 270:
      std::memmove(row, at(out.x, y - px), row_bytes);
      break;
    default:
      std::memmove(row, row + px, row_bytes);
    }
  }
}

} // namespace heiban
