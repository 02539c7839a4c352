// Glass: the window's memory as the page sees it: rotation, drift, parts, fades and pushes on plain
// pixels. screen/sdl_screen draws on SDL's memory with it, the tests' fake screen on an Image of
// its own. It owns no memory, knows no display and never reads outside the page.
#pragma once

#include "page/image.h"
#include "screen/drift.h"
#include "screen/transition.h"

#include <cstddef>
#include <cstdint>

namespace heiban {

class Glass {
public:
  // `width` × `height` px and `pitch` px a row of the memory as the display has it; `rotation`
  // degrees clockwise from page to display; `shift`: where the page lies within its frame. What it
  // uncovers takes the colour of the page beside it.
  Glass(uint32_t* pixels, int width, int height, size_t pitch, int rotation, Shift shift = {});

  int page_width() const { return rotation_ % 180 == 0 ? width_ : height_; }
  int page_height() const { return rotation_ % 180 == 0 ? height_ : width_; }

  // Copies `part` to (x, y) of the page; what lies outside is left out. A whole page covers all.
  void put(const Image& part, int x, int y);
  // One step of a transition to `image`, which has the page's size.
  void step(const Image& image, const TransitionStep& step);

  // Moves what stands by some pixels of the page.
  void move(Shift by);

  // The rectangle of the display that a rectangle of the page covers, the shift counted in.
  Rect shown_at(Rect page) const;

private:
  Rect on_display(Rect glass) const; // the shift not counted in
  Rect inside() const;               // of the frame
  // The whole image at its place, and its edge where the shift uncovers the glass.
  void cover(const Image& image, int weight);
  // Moves the glass towards `source` of the image, laid at (x, y) of the glass, by `weight` of 256.
  void transfer(const Image& image, Rect source, int x, int y, int weight);
  void transfer_frame(const Image& image, int weight);
  void transfer_turned(const Image& image, Rect source, Rect page, int weight);
  void push(const Image& image, const TransitionStep& step);
  void scroll_left(Rect page, int px);
  uint32_t* at(int x, int y) { return pixels_ + static_cast<size_t>(y) * pitch_ + x; }

  uint32_t* pixels_;
  int width_, height_;
  size_t pitch_;
  int rotation_;
  Shift shift_;
};

} // namespace heiban
