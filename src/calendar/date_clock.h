// The parts of a loose date that stand for themselves: a clock, an offset from UTC, an age, a year.
// date_fields.cpp calls it at the token where one may begin, read_date.cpp for an age.
// It knows no dates; ranges of hours and minutes are checked by the caller, who knows 下午.
#pragma once

#include "calendar/date_tokens.h"
#include "calendar/instant.h"

#include <optional>
#include <vector>

namespace heiban {

struct TimeReading {
  int hour = 0, minute = 0;
  std::optional<int> second;
  size_t tokens = 0; // how many it took
};

// h:mm, h:mm:ss, h:mm:ss.fff at a number before a colon; nothing where it goes on as no clock does.
std::optional<TimeReading> read_clock(const std::vector<DateToken>& tokens, size_t at);

// h.mm and h.mm.ss, at a number before a dot, where the date is known already.
std::optional<TimeReading> read_dotted_clock(const std::vector<DateToken>& tokens, size_t at);

// hhmm, hhmmss and hhmmss.fff of ISO 8601's basic form, at a number of 4 or 6 digits.
TimeReading read_packed_clock(const std::vector<DateToken>& tokens, size_t at);

struct OffsetReading {
  enum Kind { None, Wrong, Right } kind = None; // None: the sign is no offset's
  int minutes = 0;                              // east of UTC
  size_t tokens = 0;
};

// +hh:mm, +hhmm, +hmm, +hh at a sign before a number.
OffsetReading read_offset(const std::vector<DateToken>& tokens, size_t at);

struct PackedReading {
  CivilTime at;
  bool has_time = false;
};

// YYYYMMDD, YYYYMMDDhhmm, YYYYMMDDhhmmss.
std::optional<PackedReading> read_packed(const DateToken& number);

// 下午 turns the hour; false: no time of day.
bool settle_clock(int& hour, std::optional<int> minute, std::optional<int> second,
                  std::optional<DateHalf> half);

// 下午3点 → 15; 晚上12点 → 24, the end of the day.
int hour_of_day(int hour, DateHalf half);

// A year of one or two digits is of 1970 to 2069 (POSIX strptime), of three since 1900 (RFC 5322).
int full_year(int64_t year, int digits);

inline constexpr int kMinguoBefore = 1911; // 民国1年 is 1912
constexpr bool is_minguo_today(int year) { // what Taiwan writes these decades
  return year >= 100 && year < 150;
}

struct Age {
  int months = 0; // of the calendar: 1个月前 is the same day of the month before
  int64_t seconds = 0;
};

// "3小时前", "1 hour 30 minutes ago", "刚刚"; nothing when the tokens are no such thing.
std::optional<Age> read_age(const std::vector<DateToken>& tokens);

} // namespace heiban
