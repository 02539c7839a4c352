// A loose date's text → tokens: numbers, marks and the words dates are made of.
// date_fields.cpp works on them.
// It decides nothing about which number is the day.
#pragma once

#include "calendar/zone_names.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace heiban {

enum class DateWord {
  None,     // a number or a mark
  Month,    // value: 1–12
  Weekday,  // without value: a wrong weekday is common and harmless
  Zone,     // value: minutes east of UTC; `summer` where the zone's name tells of it
  Letter,   // a single letter: a military zone, or the T before a time; value: the letter
  Half,     // value: DateHalf
  Unit,     // value: DateUnit
  Filler,   // of, th, 于
  At,       // at: filler, or the Atlantic zone
  Ago,      // 前
  Day,      // value: days from today (昨天: -1)
  Year,     // value: years from this one (去年: -1)
  Now,      // 刚刚
  HalfUnit, // 半
  Whole,    // 整
  Quarter,  // 刻
  Minguo,   // 民国
  Unknown,  // value: how many letters it has
};

enum class DateUnit { Year, Month, Day, Hour, Minute, Second, Week };
enum class DateHalf { Morning, Noon, Afternoon, Night }; // am, 中午, pm, 晚上

struct DateToken {
  DateWord word = DateWord::None;
  int64_t value = 0;
  int digits = 0;            // of a number; 0: no number
  char mark = '\0';          // of a mark
  bool space_before = false; // white space stands before it
  bool korean = false;       // a Korean word: such dates are in Korean time
  SummerTime summer = SummerTime::None;

  bool is_number() const { return digits > 0; }
  bool is_mark(std::string_view any_of) const {
    return mark != '\0' && any_of.find(mark) != std::string_view::npos;
  }
  bool is_unit(DateUnit unit) const {
    return word == DateWord::Unit && value == static_cast<int64_t>(unit);
  }
};

// Full-width forms, Chinese numerals and dashes of every kind are levelled first.
std::vector<DateToken> tokenize_date(std::string_view text);

} // namespace heiban
