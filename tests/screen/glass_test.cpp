#include "screen/glass.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace heiban {
namespace {

constexpr int kWidth = 70, kHeight = 37; // of the page; no multiple of anything

Image page(uint32_t seed) {
  Image image(kWidth, kHeight);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x)
      image.row(y)[x] = seed | static_cast<uint32_t>(y << 8 | x);
  return image;
}

// A display with a margin of guard pixels right of every row.
struct Display {
  explicit Display(int degrees)
      : rotation(degrees), width(degrees % 180 == 0 ? kWidth : kHeight),
        height(degrees % 180 == 0 ? kHeight : kWidth),
        pixels((width + kGuard) * height, kGuardPixel) {}

  Glass glass(Shift shift = {}) {
    return Glass(pixels.data(), width, height, static_cast<size_t>(width + kGuard), rotation,
                 shift);
  }

  // The display's pixel on which the page's (x, y) is seen, by turning the page as one turns paper.
  uint32_t seen(int x, int y) const {
    int across = x, down = y;
    if (rotation == 90)
      across = kHeight - 1 - y, down = x;
    else if (rotation == 180)
      across = kWidth - 1 - x, down = kHeight - 1 - y;
    else if (rotation == 270)
      across = y, down = kWidth - 1 - x;
    return pixels[static_cast<size_t>(down) * (width + kGuard) + across];
  }

  Image page_seen() const {
    Image image(kWidth, kHeight);
    for (int y = 0; y < kHeight; ++y)
      for (int x = 0; x < kWidth; ++x)
        image.row(y)[x] = seen(x, y);
    return image;
  }

  void expect_guards() const {
    for (int y = 0; y < height; ++y)
      for (int x = width; x < width + kGuard; ++x)
        ASSERT_EQ(pixels[static_cast<size_t>(y) * (width + kGuard) + x], kGuardPixel);
  }

  static constexpr int kGuard = 5;
  static constexpr uint32_t kGuardPixel = 0xDEADBEEF;
  int rotation, width, height;
  std::vector<uint32_t> pixels;
};

class Rotated : public testing::TestWithParam<int> {};
INSTANTIATE_TEST_SUITE_P(Glass, Rotated, testing::Values(0, 90, 180, 270));

TEST_P(Rotated, APageIsSeenUprightOnTheTurnedDisplay) {
  Display display(GetParam());
  EXPECT_EQ(display.glass().page_width(), kWidth);
  EXPECT_EQ(display.glass().page_height(), kHeight);
  display.glass().put(page(0x010000), 0, 0);
  EXPECT_EQ(display.page_seen().pixels, page(0x010000).pixels);
  display.expect_guards();
}

TEST_P(Rotated, APartReplacesItsPlaceOnly) {
  Display display(GetParam());
  display.glass().put(page(0x010000), 0, 0);
  display.glass().put(Image(13, 9, 0xABCDEF), 20, 11);
  Image expected = page(0x010000);
  for (int y = 11; y < 20; ++y)
    for (int x = 20; x < 33; ++x)
      expected.row(y)[x] = 0xABCDEF;
  EXPECT_EQ(display.page_seen().pixels, expected.pixels);
}

TEST_P(Rotated, WhatLiesOutsideIsLeftOut) {
  Display display(GetParam());
  display.glass().put(page(0), 0, 0);
  for (const auto& [x, y] : std::vector<std::pair<int, int>>{
           {-5, -5}, {kWidth - 3, 2}, {3, kHeight - 2}, {kWidth, 0}, {0, -100}, {-100, 0}})
    display.glass().put(Image(10, 10, 0xFFFFFF), x, y);
  EXPECT_EQ(display.seen(0, 0), 0xFFFFFFu);
  EXPECT_EQ(display.seen(5, 5), page(0).row(5)[5]);
  EXPECT_EQ(display.seen(kWidth - 1, 2), 0xFFFFFFu);
  display.expect_guards();
}

TEST_P(Rotated, AHalfFadeLiesBetweenBothPages) {
  Display display(GetParam());
  display.glass().put(Image(kWidth, kHeight, 0x000000), 0, 0);
  display.glass().step(Image(kWidth, kHeight, 0xFFFFFF),
                       {.kind = TransitionKind::Fade, .weight = 128, .last = false});
  for (const uint32_t pixel : display.page_seen().pixels)
    ASSERT_EQ(pixel, 0x808080u);
  display.expect_guards();
}

// After steps to column n the page shows the old page's columns from n on, then the new one's
// first.
TEST_P(Rotated, APushMovesItsAreaToTheLeftOnThePage) {
  const Rect area{4, 6, 50, 20};
  const Image before = page(0x010000), next = page(0x020000);
  Display display(GetParam());
  display.glass().put(before, 0, 0);
  int from = 0;
  for (const int to : {0, 1, 8, 31, 50}) {
    display.glass().step(
        next,
        {.kind = TransitionKind::Push, .area = area, .from_px = from, .to_px = to, .last = false});
    from = to;
    Image expected = before;
    for (int y = area.y; y < area.bottom(); ++y)
      for (int x = 0; x < area.w; ++x)
        expected.row(y)[area.x + x] = x + to < area.w ? before.row(y)[area.x + x + to]
                                                      : next.row(y)[area.x + x + to - area.w];
    ASSERT_EQ(display.page_seen().pixels, expected.pixels) << to;
  }
  display.expect_guards();
  display.glass().step(next, {});
  EXPECT_EQ(display.page_seen().pixels, next.pixels);
}

TEST_P(Rotated, ARectangleOfThePageIsFoundOnTheDisplay) {
  Display display(GetParam());
  display.glass().put(Image(kWidth, kHeight, 0), 0, 0);
  const Rect part{3, 7, 11, 5};
  display.glass().put(Image(part.w, part.h, 0xFF), part.x, part.y);
  const Rect out = display.glass().shown_at(part);
  for (int y = 0; y < display.height; ++y)
    for (int x = 0; x < display.width; ++x) {
      const bool inside = x >= out.x && x < out.right() && y >= out.y && y < out.bottom();
      ASSERT_EQ(display.pixels[static_cast<size_t>(y) * (display.width + Display::kGuard) + x],
                inside ? 0xFFu : 0u);
    }
}

// A page whose outer ring has one colour across, as a board's frame and bands have.
Image framed_page() {
  Image image = page(0x030000);
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const int inner_x = std::clamp(x, 12, kWidth - 13), inner_y = std::clamp(y, 12, kHeight - 13);
      image.row(y)[x] = 0x030000u | static_cast<uint32_t>(inner_y << 8 | inner_x);
    }
  return image;
}

// The frame stays; what the shift uncovers within it takes the nearest colour.
Image shifted(const Image& image, Shift by) {
  Image out = image;
  const int b = by.border, last_x = kWidth - 1 - b, last_y = kHeight - 1 - b;
  for (int y = b; y <= last_y; ++y)
    for (int x = b; x <= last_x; ++x)
      out.row(y)[x] = image.row(std::clamp(y - by.y, b, last_y))[std::clamp(x - by.x, b, last_x)];
  return out;
}

constexpr Shift kShifts[] = {{0, 0}, {4, 0}, {3, 3}, {0, 4}, {-4, 2}, {-3, -3}, {2, -4}, {0, 0}};
constexpr int kBorders[] = {0, 6};

TEST_P(Rotated, AShiftedPageIsLaidAsideAndItsEdgeFillsTheGap) {
  for (const int border : kBorders)
    for (Shift shift : kShifts) {
      shift.border = border;
      Display display(GetParam());
      display.glass(shift).put(framed_page(), 0, 0);
      EXPECT_EQ(display.page_seen().pixels, shifted(framed_page(), shift).pixels)
          << shift.x << " " << shift.y << " in " << border;
      display.expect_guards();
    }
}

TEST_P(Rotated, MovingWhatStandsGivesThePixelsOfPuttingItThere) {
  for (const int border : kBorders) {
    Display display(GetParam());
    display.glass().put(framed_page(), 0, 0);
    Shift lies;
    for (Shift shift : kShifts) {
      const Shift by{shift.x - lies.x, shift.y - lies.y};
      shift.border = border;
      display.glass(lies = shift).move(by);
      ASSERT_EQ(display.page_seen().pixels, shifted(framed_page(), shift).pixels)
          << shift.x << " " << shift.y << " in " << border;
      display.expect_guards();
    }
  }
}

TEST_P(Rotated, PartsAndPushesFollowTheShift) {
  const Shift shift{3, -2};
  const Rect area{10, 10, 40, 15};
  Display display(GetParam());
  display.glass(shift).put(framed_page(), 0, 0);
  display.glass(shift).put(Image(5, 5, 0xFFFFFF), 12, 11);
  EXPECT_EQ(display.seen(15, 9), 0xFFFFFFu);
  const Rect out = display.glass(shift).shown_at({12, 11, 5, 5});
  EXPECT_EQ(display.pixels[static_cast<size_t>(out.y) * (display.width + Display::kGuard) + out.x],
            0xFFFFFFu);
  const Image next(kWidth, kHeight, 0x00FF00);
  display.glass(shift).step(
      next, {.kind = TransitionKind::Push, .area = area, .from_px = 0, .to_px = 6, .last = false});
  EXPECT_EQ(display.seen(area.right() + shift.x - 1, area.y + shift.y), 0x00FF00u);
  EXPECT_NE(display.seen(area.right() + shift.x, area.y + shift.y), 0x00FF00u);
  display.expect_guards();
}

TEST_P(Rotated, AFadeOntoAShiftedPageEndsThere) {
  Display display(GetParam());
  display.glass().put(page(0), 0, 0);
  for (const int weight : {20, 90, 200})
    display.glass({-4, 4}).step(framed_page(),
                                {.kind = TransitionKind::Fade, .weight = weight, .last = false});
  display.glass({-4, 4}).step(framed_page(), {});
  EXPECT_EQ(display.page_seen().pixels, shifted(framed_page(), {-4, 4}).pixels);
  display.expect_guards();
}

} // namespace
} // namespace heiban
