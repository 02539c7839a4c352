// drift: where the page lies on the glass at a time: a slow round of a few pixels, so that no
// stroke lights the same pixels for half an hour (image persistence).
// The board moves the screen by it, snapshot lays its pictures by it.
// Pure; it draws nothing: screen/glass moves the pixels.
#pragma once

#include "calendar/instant.h"
#include "page/page.h"

namespace heiban {

struct Shift { // px of the page, right and down
  int x = 0, y = 0;
  int border = 0; // px at the page's edges that stay: its frame
  bool operator==(const Shift&) const = default;
};

inline constexpr int kDriftMinutes = 28; // once around, a step a minute: under half an hour

// How far a page may be moved up and down, and half of how far to the sides: less than its margins.
// 0 on screens too small for it.
int drift_reach(const Page& page);

Shift drift_at(Instant now, int reach);
Shift drift_of(const Page& page, Instant now); // an alert's bright frame moves too

} // namespace heiban
