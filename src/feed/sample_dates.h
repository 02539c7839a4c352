// fill_dates: the dates of a sample feed, written as offsets from today, become real dates.
// The poller calls it on files named *.sample.*, so that the demonstration never expires.
// It touches no feed that came over the network, and leaves what it does not know as it is.
#pragma once

#include "calendar/instant.h"

#include <string>
#include <string_view>

namespace heiban {

// `{{OFFSET FORM}}` or, where a time matters, `{{OFFSET FORM 9:30}}`, in Beijing time. OFFSET is in
// days from `now`'s date (-3, 0, +12) or, with a w, in days from Monday to Friday (-3w): offices
// publish on those; 0w is today or else the Friday before. FORM is one of
//   rfc822      Tue, 24 Nov 2026 09:30:00 +0800     date        2026年11月24日
//   iso         2026-11-24T09:30:00+08:00           md          11月24日
//   year        2026                                weekday     星期二
//   schoolyear  2026—2027 (a new one begins on 1 August)
//   intake      2026, the year in which that school year began
//   term        2026年秋季学期 (August to January) or 2027年春季学期 (February to July)
//   lastterm    the term before that one
// The time is 0:00 where none is given.
std::string fill_dates(std::string_view text, Instant now);

} // namespace heiban
