// Opening hours of one day: what staff wrote (hours_spec.h) and the year's holidays → ranges.
// The programme and the screen ask it.
// It reads no clock, and guesses nothing about a year without its notice but the weekday's hours.
#pragma once

#include "calendar/working_days.h"
#include "config/hours_spec.h"

namespace heiban {

// An exception first, then holiday or 调休 by the calendar, then the weekday. All day in `always`
// mode.
DayHours hours_on(const OpeningHours& hours, const HolidayCalendar& calendar, CivilDate date);

// Whether the board is open at a minute of Beijing time.
bool is_open(const OpeningHours& hours, const HolidayCalendar& calendar, Instant at);

// The next instant after `at` at which is_open changes, looked for `days` ahead; `at` + days where
// it does not.
Instant next_change(const OpeningHours& hours, const HolidayCalendar& calendar, Instant at,
                    int days = 31);

} // namespace heiban
