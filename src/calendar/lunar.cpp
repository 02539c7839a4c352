#include "calendar/lunar.h"

#include <iterator>
#include <string_view>

namespace heiban {
namespace {

struct LunarYear {
  int month, day;               // of its first day, in the Gregorian year of the same number
  int leap;                     // the month that is followed by its leap month; 0: none
  std::string_view long_months; // '1': 30 days, '0': 29; the leap month in its place
};

constexpr int kFirstYear = 2000;

// A table because a wrong day on the wall cannot be explained away: ICU 72 puts the new year of
// 2027 on 7 February (its new moon is four minutes off, and falls four minutes before midnight).
// Month starts were reckoned from the new moons (Meeus, Astronomical Algorithms, ch. 49) in Beijing
// time; the tests hold every row to the rules of the calendar.
constexpr LunarYear kYears[] = {
    {2, 5, 0, "110010010110"},    // 2000
    {1, 24, 4, "1101010010101"},  // 2001
    {2, 12, 0, "110101001010"},   // 2002
    {2, 1, 0, "110110100101"},    // 2003
    {1, 22, 2, "0101101010101"},  // 2004
    {2, 9, 0, "010101101010"},    // 2005
    {1, 29, 7, "1010101011011"},  // 2006
    {2, 18, 0, "001001011101"},   // 2007
    {2, 7, 0, "100100101101"},    // 2008
    {1, 26, 5, "1100100101011"},  // 2009
    {2, 14, 0, "101010010101"},   // 2010
    {2, 3, 0, "101101001010"},    // 2011
    {1, 23, 4, "1011010101010"},  // 2012
    {2, 10, 0, "101011010101"},   // 2013
    {1, 31, 9, "0101010110101"},  // 2014
    {2, 19, 0, "010010111010"},   // 2015
    {2, 8, 0, "101001011011"},    // 2016
    {1, 28, 6, "0101001010111"},  // 2017
    {2, 16, 0, "010100101011"},   // 2018
    {2, 5, 0, "101010010011"},    // 2019
    {1, 25, 4, "0111010010101"},  // 2020
    {2, 12, 0, "011010101010"},   // 2021
    {2, 1, 0, "101011010101"},    // 2022
    {1, 22, 2, "0100110110101"},  // 2023
    {2, 10, 0, "010010110110"},   // 2024
    {1, 29, 6, "1010010101110"},  // 2025
    {2, 17, 0, "101001001110"},   // 2026
    {2, 6, 0, "110100100110"},    // 2027
    {1, 26, 5, "1110100100110"},  // 2028
    {2, 13, 0, "110101010011"},   // 2029
    {2, 3, 0, "010110101010"},    // 2030
    {1, 23, 3, "0110101101010"},  // 2031
    {2, 11, 0, "100101101101"},   // 2032
    {1, 31, 11, "0100101011101"}, // 2033
    {2, 19, 0, "010010101101"},   // 2034
    {2, 8, 0, "101001001101"},    // 2035
    {1, 28, 6, "1101001001011"},  // 2036
    {2, 15, 0, "110100100101"},   // 2037
    {2, 4, 0, "110101010010"},    // 2038
    {1, 24, 5, "1101101010100"},  // 2039
    {2, 12, 0, "101101011010"},   // 2040
    {2, 1, 0, "010101101101"},    // 2041
    {1, 22, 2, "0100101011011"},  // 2042
    {2, 10, 0, "010010011011"},   // 2043
    {1, 30, 7, "1010010010111"},  // 2044
    {2, 17, 0, "101001001011"},   // 2045
    {2, 6, 0, "101010100101"},    // 2046
    {1, 26, 5, "1011010100101"},  // 2047
    {2, 14, 0, "011011010010"},   // 2048
    {2, 2, 0, "101011011010"},    // 2049
    {1, 23, 3, "0101010110110"},  // 2050
};

CivilDate first_day(int index) {
  return {kFirstYear + index, kYears[index].month, kYears[index].day};
}

// The month in place `place` (from 0) of a year whose leap month stands in place `leap`.
LunarDate month_in_place(int place, int leap) {
  if (leap == 0 || place < leap)
    return {place + 1, false, 0};
  return {place, place == leap, 0};
}

std::string month_zh(const LunarDate& date) {
  static constexpr const char* kMonths[] = {"正", "二", "三", "四", "五",   "六",
                                            "七", "八", "九", "十", "十一", "腊"};
  return std::string(date.leap ? "闰" : "") + kMonths[date.month - 1] + "月";
}

std::string day_zh(int day) {
  static constexpr const char* kDigits[] = {"一", "二", "三", "四", "五",
                                            "六", "七", "八", "九", "十"};
  if (day == 20)
    return "二十";
  if (day == 30)
    return "三十";
  const char* head = day <= 10 ? "初" : day < 20 ? "十" : "廿";
  return std::string(head) + kDigits[(day - 1) % 10];
}

} // namespace

LunarDate lunar_date(CivilDate date) {
  int index = date.year - kFirstYear;
  if (index >= 0 && index < static_cast<int>(std::size(kYears)) && date < first_day(index))
    --index;
  if (index < 0 || index >= static_cast<int>(std::size(kYears)))
    return {};
  const LunarYear& year = kYears[index];
  int64_t left = days_since_epoch(date) - days_since_epoch(first_day(index));
  for (size_t place = 0; place < year.long_months.size(); ++place) {
    const int length = year.long_months[place] == '1' ? 30 : 29;
    if (left < length) {
      LunarDate out = month_in_place(static_cast<int>(place), year.leap);
      out.day = static_cast<int>(left) + 1;
      return out;
    }
    left -= length;
  }
  return {}; // after the table's last year
}

std::string lunar_zh(CivilDate date) {
  const LunarDate lunar = lunar_date(date);
  return lunar.month == 0 ? "" : "农历" + month_zh(lunar) + day_zh(lunar.day);
}

} // namespace heiban
