// The time zones that feeds name as the tz database does: Europe/Berlin, America/New_York.
// date_tokens.cpp looks names up here, read_date.cpp asks whether summer time runs.
// Not the database: rules of today for the places feeds come from, for dates since about 1996.
#pragma once

#include "calendar/instant.h"

#include <string_view>

namespace heiban {

enum class SummerTime { None, Europe, America, Australia };

struct NamedZone {
  int minutes = 0; // east of UTC in winter
  SummerTime summer = SummerTime::None;
};

// "america/new_york", lower case; null: not known.
const NamedZone* find_named_zone(std::u32string_view name);

// What summer time adds at this local time; `standard` is the zone's minutes east of UTC.
int summer_minutes(SummerTime rule, const CivilTime& local, int standard);

} // namespace heiban
