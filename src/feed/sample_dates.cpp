#include "feed/sample_dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace heiban {
namespace {

constexpr int kSaturday = 6;
constexpr int kLongestOffset = 10000; // days; more is a slip of the pen

struct Placeholder {
  CivilTime time;
  std::string_view form;
};

std::optional<int> read_number(std::string_view text) {
  if (text.starts_with('+'))
    text.remove_prefix(1);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

// The |count|-th day from Monday to Friday after `date`, or before it where count is negative.
CivilDate add_weekdays(CivilDate date, int count) {
  const int step = count > 0 ? 1 : -1;
  for (int left = count; left != 0;) {
    date = add_days(date, step);
    if (weekday(date) < kSaturday)
      left -= step;
  }
  while (weekday(date) >= kSaturday)
    date = add_days(date, -1);
  return date;
}

std::optional<CivilDate> read_offset(std::string_view word, CivilDate today) {
  const bool weekdays = word.ends_with('w');
  if (weekdays)
    word.remove_suffix(1);
  const std::optional<int> days = read_number(word);
  if (!days || *days > kLongestOffset || *days < -kLongestOffset)
    return std::nullopt;
  return weekdays ? add_weekdays(today, *days) : add_days(today, *days);
}

bool read_time(std::string_view word, CivilTime& time) {
  const size_t colon = word.find(':');
  if (colon == std::string_view::npos)
    return false;
  const std::optional<int> hour = read_number(word.substr(0, colon));
  const std::optional<int> minute = read_number(word.substr(colon + 1));
  if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59)
    return false;
  time.hour = *hour;
  time.minute = *minute;
  return true;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    if (end > at)
      words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::optional<Placeholder> read_placeholder(std::string_view inside, Instant now) {
  const std::vector<std::string_view> words = split(inside);
  if (words.size() < 2 || words.size() > 3)
    return std::nullopt;
  const std::optional<CivilDate> date = read_offset(words[0], beijing(now).date);
  if (!date)
    return std::nullopt;
  Placeholder placeholder;
  placeholder.time.date = *date;
  for (size_t i = 1; i < words.size(); ++i)
    if (!read_time(words[i], placeholder.time)) {
      if (!placeholder.form.empty())
        return std::nullopt;
      placeholder.form = words[i];
    }
  return placeholder;
}

std::string rfc822(const CivilTime& time) {
  static constexpr std::array kDays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:00 +0800", kDays[weekday(time.date) - 1],
                     time.date.day, kMonths[time.date.month - 1], time.date.year, time.hour,
                     time.minute);
}

int intake(CivilDate date) {
  return date.month >= 8 ? date.year : date.year - 1;
}

struct Term {
  int year = 0;
  bool autumn = false;
  Term before() const { return autumn ? Term{year, false} : Term{year - 1, true}; }
};

Term term_of(CivilDate date) {
  if (date.month == 1)
    return {date.year - 1, true};
  return {date.year, date.month >= 8};
}

std::string term_zh(Term term) {
  return fmt::format("{}年{}季学期", term.year, term.autumn ? "秋" : "春");
}

std::optional<std::string> write(const Placeholder& placeholder) {
  const CivilTime& time = placeholder.time;
  const CivilDate date = time.date;
  const std::string_view form = placeholder.form;
  if (form == "rfc822")
    return rfc822(time);
  if (form == "iso")
    return fmt::format("{}T{:02}:{:02}:00+08:00", iso_date(date), time.hour, time.minute);
  if (form == "date")
    return date_zh(date);
  if (form == "md")
    return fmt::format("{}月{}日", date.month, date.day);
  if (form == "year")
    return fmt::format("{}", date.year);
  if (form == "weekday")
    return weekday_zh(date);
  if (form == "schoolyear")
    return fmt::format("{}—{}", intake(date), intake(date) + 1);
  if (form == "intake")
    return fmt::format("{}", intake(date));
  if (form == "term")
    return term_zh(term_of(date));
  if (form == "lastterm")
    return term_zh(term_of(date).before());
  return std::nullopt;
}

std::optional<std::string> filled(std::string_view inside, Instant now) {
  const std::optional<Placeholder> placeholder = read_placeholder(inside, now);
  return placeholder ? write(*placeholder) : std::nullopt;
}

} // namespace

std::string fill_dates(std::string_view text, Instant now) {
  std::string out;
  out.reserve(text.size());
  for (;;) {
    const size_t open = text.find("{{");
    const size_t close = open == std::string_view::npos ? open : text.find("}}", open);
    if (close == std::string_view::npos)
      break;
    out += text.substr(0, open);
    const std::optional<std::string> date = filled(text.substr(open + 2, close - open - 2), now);
    out += date ? std::string_view(*date) : text.substr(open, close + 2 - open);
    text.remove_prefix(close + 2);
  }
  return out += text;
}

} // namespace heiban
