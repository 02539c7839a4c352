// Instants and Beijing civil time: UTC+8, constant since 1991, with no tz database.
// Every folder that speaks of time uses these; none of them reads a clock (time is an argument).
// It does not read loose dates (calendar/read_date.h) and knows no holidays (working_days.h).
#pragma once

#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace heiban {

struct Instant {
  int64_t seconds = 0; // since 1970-01-01T00:00:00Z
  constexpr auto operator<=>(const Instant&) const = default;
};

constexpr Instant operator+(Instant at, int64_t seconds) {
  return {at.seconds + seconds};
}
constexpr Instant operator-(Instant at, int64_t seconds) {
  return {at.seconds - seconds};
}
constexpr int64_t operator-(Instant later, Instant earlier) {
  return later.seconds - earlier.seconds;
}

inline constexpr int64_t kMinute = 60, kHour = 3600, kDay = 86400; // seconds
inline constexpr int kBeijingMinutes = 480;                        // east of UTC

struct CivilDate {
  int year = 1970, month = 1, day = 1; // month and day from 1
  constexpr auto operator<=>(const CivilDate&) const = default;
};

struct CivilTime {
  CivilDate date;
  int hour = 0, minute = 0, second = 0;
  constexpr auto operator<=>(const CivilTime&) const = default;
};

bool is_valid(CivilDate date); // proleptic Gregorian, years 1 to 9999
int64_t days_since_epoch(CivilDate date);
CivilDate civil_date(int64_t days_since_epoch);
CivilDate add_days(CivilDate date, int64_t days);
// The same day of another month, or that month's last (民法典 art. 202); outside the years 1 to
// 9999 no valid date.
CivilDate add_months(CivilDate date, int months);
int weekday(CivilDate date); // 1 Monday … 7 Sunday (ISO 8601)

CivilTime beijing(Instant at);
Instant from_beijing(CivilTime time);
Instant beijing_midnight(CivilDate date); // 00:00 of that day

std::string iso_utc(Instant at);        // 2026-11-24T03:29:49Z
std::string iso_date(CivilDate date);   // 2026-11-24
std::string date_zh(CivilDate date);    // 2026年11月24日 (GB/T 9704: no zero padding)
std::string weekday_zh(CivilDate date); // 星期二
std::string moment_zh(Instant at);      // 2026年11月24日 08:30:00, Beijing time
std::string clock_zh(CivilTime time);   // 8:30

// RFC 3339 and its prefixes: a date, or a date and a time with or without seconds and zone.
// Without a zone it is Beijing time. Malformed otherwise. (`--at`, state files.)
Result<Instant> read_iso(std::string_view text);

} // namespace heiban
