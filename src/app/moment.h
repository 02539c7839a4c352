// Moment: the time as the board is told it, by every clock it goes by.
// app/board_loop reads the clocks; tests turn their own.
// It reads no clock itself.
#pragma once

#include "calendar/instant.h"

#include <cstdint>

namespace heiban {

struct Moment {
  Instant now;    // trusted time
  int millis = 0; // past the second, where the wall clock is trusted
  bool trusted = true;
  int64_t steady_ms = 0; // dwell and transitions run on it
};

} // namespace heiban
