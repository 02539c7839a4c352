// Clock: the machine's real clocks behind trusted time, and the mark in the state folder.
// fetch and board own one each and pass what it says on as `now`; fetch alone calls save().
// With --at it starts there and runs on by the steady clock, and neither reads nor keeps a mark.
#pragma once

#include "app/trusted_time.h"

#include <optional>
#include <string>

namespace heiban {

class Clock {
public:
  Clock(std::string state, std::optional<Instant> at);

  TrustedNow now();
  void confirm(Instant date);

  // Keeps the mark on disk: at once when it became better, else hourly at most.
  void save();

private:
  std::string path_;
  std::optional<Instant> at_;
  int64_t started_ms_ = 0; // steady
  TrustedTime time_;
  std::optional<ClockMark> saved_;
  int64_t looked_ms_ = 0; // when the mark was last read, steady
};

int64_t steady_ms(); // CLOCK_MONOTONIC, for dwell and back-off

Instant build_time(); // 00:00 UTC of the day the program was configured

} // namespace heiban
