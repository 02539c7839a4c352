// Frame: where a page's strips, body and live labels lie, and how large the strips' letters are.
// paginate fills the body and the static strips; screen/compose draws the live labels into theirs.
// It measures no text: places are shares of the screen and multiples of the body face.
#pragma once

#include "config/theme.h"
#include "page/legibility.h"

namespace heiban {

struct Rect {
  int x = 0, y = 0, w = 0, h = 0; // px

  int right() const { return x + w; }
  int bottom() const { return y + h; }
  bool empty() const { return w <= 0 || h <= 0; }
};

struct Frame {
  int border = 0;        // px of the wooden frame on each side
  Rect head, body, foot; // inside the border; body without its margins; head and foot may be empty
  Rect name, chip;       // static: the bureau's name, the category (one row: it follows the name)
  Rect date, clock;      // live: aligned right, one line each; empty: no room, draw none
  Rect publisher, disclaimer; // static, aligned left: publisher, date and hotline; the disclaimer
  Rect page_mark, freshness;  // live, aligned right, one line each; empty: no room, draw none
  Rect hint;                  // live, aligned right: how to turn pages, where that is allowed
  Rect ticks;                 // static: where the pages of the notice are counted off
  int name_px = 0;            // em of the bureau's name
  int label_px = 0;           // em of every other label, live or static
  int clock_px = 0;           // em of a clock that stands large; 0: label_px
  bool live_centred = false;  // live labels stand in the middle of their places
  bool fresh_left = false;    // freshness begins at the left, on a row of its own
};

// Valid for any size from 64 × 64 up; strips give way to the body where the screen is small.
// `controls`: somebody may turn the pages, and a place is kept to say how.
Frame frame_of(int width, int height, const Theme& theme, const Legibility& legibility,
               bool controls = false);

} // namespace heiban
