// Tokens of a loose date → what each number means, or nothing where it makes no sense.
// read_date.cpp calls it and turns the fields into an instant.
// It knows no present: what depends on now (year-less, 昨天) comes out as such.
#pragma once

#include "calendar/date_tokens.h"
#include "calendar/instant.h"

#include <optional>
#include <vector>

namespace heiban {

struct DateFields {
  std::optional<int> year, month, day; // a missing day: the 1st; a missing year: the nearest past
  std::optional<int> days_from_today;  // 昨天: -1; then the three above are empty
  std::optional<int> years_from_this;  // 去年: -1; then the year is empty
  bool bare_clock = false;             // a time of day and no date at all
  bool like_a_decimal = false;         // 3.5: a date only where something says so
  std::optional<int> hour, minute, second;
  std::optional<int> zone_minutes;
  SummerTime summer = SummerTime::None; // may add to zone_minutes
  // Three numbers of two digits may be read in several orders; these are the others, likelier
  // first.
  std::vector<CivilDate> other_orders;
};

std::optional<DateFields> read_date_fields(const std::vector<DateToken>& tokens);

} // namespace heiban
