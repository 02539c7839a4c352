#include "feed/format_date.h"

#include "calendar/instant.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace heiban {
namespace {

struct Moment {
  CivilTime time;
  double days = 0; // elapsed, for [h]
};

Moment moment_of(double serial, bool base_1904) {
  // Excel's 1900 system counts a 29 February 1900 that never was: serials below 60 are one day off.
  const double shifted = base_1904 ? serial + 1462 : (serial < 60 ? serial + 1 : serial);
  const auto seconds = static_cast<int64_t>(std::llround(shifted * 86400.0));
  constexpr int64_t kUnixEpochSerial = 25569;
  const int64_t day = seconds >= 0 ? seconds / kDay : -((-seconds + kDay - 1) / kDay);
  const auto rest = static_cast<int>(seconds - day * kDay);
  return {{civil_date(day - kUnixEpochSerial), rest / 3600, rest / 60 % 60, rest % 60}, serial};
}

// 2026 → 二〇二六 digit by digit; 11 → 十一 as a day or month is read.
std::string numerals_of(int number, bool by_digit) {
  constexpr std::string_view kDigits[] = {"〇", "一", "二", "三", "四",
                                          "五", "六", "七", "八", "九"};
  std::string out;
  if (by_digit) {
    for (const char c : std::to_string(number))
      out += kDigits[c - '0'];
    return out;
  }
  if (number >= 20)
    out += kDigits[number / 10 % 10];
  if (number >= 10)
    out += "十";
  if (number % 10 > 0 || number == 0)
    out += kDigits[number % 10];
  return out;
}

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};
constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};
constexpr std::string_view kDaysZh[] = {"一", "二", "三", "四", "五", "六", "日"};

std::string month_text(int month, size_t width, const Section& section) {
  if (section.numerals || (section.chinese && width == 4))
    return numerals_of(month, false) + (width == 4 ? "月" : "");
  if (width <= 2)
    return fmt::format("{:0{}}", month, width);
  if (section.chinese && width == 3)
    return fmt::format("{}月", month);
  const std::string_view name = kMonths[month - 1];
  return std::string(width == 3 ? name.substr(0, 3) : width == 5 ? name.substr(0, 1) : name);
}

std::string weekday_zh(CivilDate date, std::string_view prefix) {
  return std::string(prefix) + std::string(kDaysZh[weekday(date) - 1]);
}

std::string day_text(CivilDate date, size_t width, const Section& section) {
  if (width <= 2)
    return section.numerals ? numerals_of(date.day, false) : fmt::format("{:0{}}", date.day, width);
  if (section.chinese)
    return weekday_zh(date, width == 3 ? "周" : "星期");
  const std::string_view name = kDays[weekday(date) - 1];
  return std::string(width == 3 ? name.substr(0, 3) : name);
}

std::string half_text(std::string_view token, int hour) {
  if (token[0] == 'a')
    return token.size() > 3 ? (hour < 12 ? "AM" : "PM") : (hour < 12 ? "A" : "P");
  return hour < 12 ? "上午" : "下午";
}

// "m" is a minute after an hour or before a second (ECMA-376 §18.8.31), else a month.
bool is_minute(const std::vector<FormatPiece>& pieces, size_t at) {
  for (size_t i = at; i-- > 0;) {
    if (pieces[i].literal)
      continue;
    if (pieces[i].text[0] == 'h' || pieces[i].text.substr(0, 2) == "[h")
      return true;
    break;
  }
  for (size_t i = at + 1; i < pieces.size(); ++i) {
    if (pieces[i].literal)
      continue;
    return pieces[i].text[0] == 's';
  }
  return false;
}

std::string year_text(int year, const std::string& token, const Section& section) {
  const bool is_short = token[0] == 'y' && token.size() <= 2;
  if (section.numerals)
    return numerals_of(is_short ? year % 100 : year, true);
  return is_short ? fmt::format("{:02}", year % 100) : fmt::format("{}", year);
}

// [h], [m], [s]: all the time that has passed, in that unit.
std::string elapsed_text(char unit, double days) {
  const double a_day = unit == 'h' ? 24 : unit == 'm' ? 1440 : 86400;
  return fmt::format("{}", static_cast<int64_t>(days * a_day + 1e-6));
}

std::string date_piece(const Section& section, size_t i, const Moment& moment) {
  const std::string& token = section.pieces[i].text;
  const CivilTime& time = moment.time;
  const int width = static_cast<int>(std::min<size_t>(token.size(), 2));
  if (token.find('/') != std::string::npos)
    return half_text(token, time.hour);
  switch (token[0]) {
  case '[':
    return elapsed_text(token[1], moment.days);
  case 'a':
    return weekday_zh(time.date, token.size() == 3 ? "" : "星期");
  case 'y':
  case 'e':
    return year_text(time.date.year, token, section);
  case 'm':
    return is_minute(section.pieces, i) ? fmt::format("{:0{}}", time.minute, width)
                                        : month_text(time.date.month, token.size(), section);
  case 'd':
    return day_text(time.date, token.size(), section);
  case 'h':
    return fmt::format("{:0{}}", section.twelve_hours ? (time.hour + 11) % 12 + 1 : time.hour,
                       width);
  case 's':
    return fmt::format("{:0{}}", time.second, width);
  default: // a comma, a point; 0: parts of a second, which no notice tells
    return token == "," ? token : std::string();
  }
}

} // namespace

std::string format_date(const Section& section, double value, bool base_1904) {
  const Moment moment = moment_of(value, base_1904);
  std::string out;
  for (size_t i = 0; i < section.pieces.size(); ++i) {
    const bool before_zero = i + 1 < section.pieces.size() && section.pieces[i + 1].text == "0";
    if (section.pieces[i].literal || (section.pieces[i].text == "." && !before_zero))
      out += section.pieces[i].text;
    else
      out += date_piece(section, i, moment);
  }
  return out;
}

std::optional<double> serial_of_iso(std::string_view text, bool base_1904) {
  CivilTime time;
  if (text.size() < 10 || text[4] != '-' || text[7] != '-')
    return {};
  const auto number = [&](size_t at, size_t size, int& out) {
    if (text.size() < at + size)
      return true; // not written
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + size, out);
    return error == std::errc() && end == text.data() + at + size;
  };
  if (!number(0, 4, time.date.year) || !number(5, 2, time.date.month) ||
      !number(8, 2, time.date.day) || !number(11, 2, time.hour) || !number(14, 2, time.minute) ||
      !number(17, 2, time.second) || !is_valid(time.date))
    return {};
  constexpr int64_t kUnixEpochSerial = 25569;
  const double serial = static_cast<double>(days_since_epoch(time.date) + kUnixEpochSerial) +
                        (time.hour * 3600 + time.minute * 60 + time.second) / 86400.0;
  return base_1904 ? serial - 1462 : serial;
}

} // namespace heiban
