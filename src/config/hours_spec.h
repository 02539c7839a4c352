// OpeningHours: when the board is on, as staff describe it in heiban.toml.
// Part of Settings; the programme and the screen go by it.
// It knows no calendar: which days are holidays is asked elsewhere.
#pragma once

#include <string>
#include <vector>

namespace heiban {

struct TimeRange {
  int from_minute = 0, to_minute = 0; // since midnight, half-open
  bool operator==(const TimeRange&) const = default;
};

struct DayHours {
  std::vector<TimeRange> ranges; // in order, apart; empty: closed
  bool operator==(const DayHours&) const = default;
};

struct HoursException {
  std::string date; // 2026-11-24
  DayHours hours;
};

struct OpeningHours {          // hours_on() in config/opening_hours.h reads it
  DayHours weekdays[7];        // Monday first; all empty in `always` mode
  DayHours holidays;           // on public holidays
  DayHours makeup;             // on weekend days worked in exchange for a holiday (调休上班)
  bool always = true;          // no hours in the config: the board is always open
  bool holidays_closed = true; // `holidays` is empty
  std::vector<HoursException> exceptions; // by date
};

} // namespace heiban
