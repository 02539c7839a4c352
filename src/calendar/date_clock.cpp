#include "calendar/date_clock.h"

#include "calendar/instant.h"

namespace heiban {
namespace {

constexpr int kFurthestZone = 15 * 60; // minutes; beyond it an offset is a mistake

const DateToken* token_at(const std::vector<DateToken>& tokens, size_t at) {
  return at < tokens.size() ? &tokens[at] : nullptr;
}

bool is_number(const DateToken* token) {
  return token != nullptr && token->is_number();
}
bool is_mark(const DateToken* token, std::string_view any_of) {
  return token != nullptr && token->is_mark(any_of);
}

// How many tokens a fraction of a second takes here: a mark and the digits close behind it.
size_t fraction_length(const std::vector<DateToken>& tokens, size_t at) {
  const DateToken* digits = token_at(tokens, at + 1);
  return is_mark(token_at(tokens, at), ".,") && is_number(digits) && !digits->space_before ? 2 : 0;
}

Age age_of(DateUnit unit) {
  switch (unit) {
  case DateUnit::Year:
    return {12, 0};
  case DateUnit::Month:
    return {1, 0};
  case DateUnit::Week:
    return {0, 7 * kDay};
  case DateUnit::Day:
    return {0, kDay};
  case DateUnit::Hour:
    return {0, kHour};
  case DateUnit::Minute:
    return {0, kMinute};
  case DateUnit::Second:
    return {0, 1};
  }
  return {};
}

Age half_of(DateUnit unit) {
  constexpr int64_t kHalfMonth = 15 * kDay;
  const Age whole = age_of(unit);
  return unit == DateUnit::Month ? Age{0, kHalfMonth} : Age{whole.months / 2, whole.seconds / 2};
}

// One "3小时" or "半天"; nothing when the two tokens are no such thing.
std::optional<Age> read_span(const DateToken& count, const DateToken& unit) {
  constexpr int64_t kMostUnits = 100000;
  if (unit.word != DateWord::Unit)
    return std::nullopt;
  const Age one = age_of(static_cast<DateUnit>(unit.value));
  if (count.word == DateWord::HalfUnit)
    return half_of(static_cast<DateUnit>(unit.value));
  if (count.word == DateWord::Letter && count.value == U'a') // an hour
    return one;
  if (!count.is_number() || count.value > kMostUnits)
    return std::nullopt;
  return Age{static_cast<int>(count.value) * one.months, count.value * one.seconds};
}

} // namespace

std::optional<TimeReading> read_clock(const std::vector<DateToken>& tokens, size_t at) {
  const DateToken &hour = tokens[at], &minute = tokens[at + 2];
  if (hour.digits > 2 || minute.digits > 2)
    return std::nullopt;
  TimeReading out{static_cast<int>(hour.value), static_cast<int>(minute.value), std::nullopt, 3};
  if (!is_mark(token_at(tokens, at + 3), ":"))
    return out;
  const DateToken* second = token_at(tokens, at + 4);
  if (!is_number(second) || second->digits > 2)
    return std::nullopt;
  out.second = static_cast<int>(second->value);
  out.tokens = 5;
  const DateToken* more = token_at(tokens, at + 6);
  if (is_mark(token_at(tokens, at + 5), ":")) { // milliseconds, as some servers write them
    if (!is_number(more) || more->digits != 3)
      return std::nullopt;
    out.tokens += 2;
  }
  out.tokens += fraction_length(tokens, at + out.tokens);
  return out;
}

std::optional<TimeReading> read_dotted_clock(const std::vector<DateToken>& tokens, size_t at) {
  const DateToken &hour = tokens[at], &minute = tokens[at + 2];
  if (hour.digits > 2 || minute.digits != 2)
    return std::nullopt;
  TimeReading out{static_cast<int>(hour.value), static_cast<int>(minute.value), std::nullopt, 3};
  const DateToken* second = token_at(tokens, at + 4);
  if (is_mark(token_at(tokens, at + 3), ".") && is_number(second) && second->digits == 2) {
    out.second = static_cast<int>(second->value);
    out.tokens = 5;
  }
  return out;
}

TimeReading read_packed_clock(const std::vector<DateToken>& tokens, size_t at) {
  const auto value = static_cast<int>(tokens[at].value);
  TimeReading out{value / 100, value % 100, std::nullopt, 1};
  if (tokens[at].digits == 6)
    out = {value / 10000, value / 100 % 100, value % 100, 1};
  out.tokens += fraction_length(tokens, at + 1);
  return out;
}

OffsetReading read_offset(const std::vector<DateToken>& tokens, size_t at) {
  const int sign = tokens[at].is_mark("-") ? -1 : 1;
  const DateToken& number = tokens[at + 1];
  const DateToken* after = token_at(tokens, at + 2);
  int64_t hours = number.value, minutes = 0;
  size_t used = 2;
  if (number.digits == 3 || number.digits == 4) {
    minutes = hours % 100;
    hours /= 100;
  } else if (number.digits <= 2 && is_mark(after, ":")) {
    const DateToken* second = token_at(tokens, at + 3);
    if (!is_number(second) || second->digits != 2)
      return {OffsetReading::Wrong};
    minutes = second->value;
    used = 4;
  } else if (number.digits > 2 || (after != nullptr && !after->is_mark("()]"))) {
    return {OffsetReading::None};
  }
  if (minutes > 59 || hours * 60 + minutes > kFurthestZone)
    return {OffsetReading::Wrong};
  return {OffsetReading::Right, sign * static_cast<int>(hours * 60 + minutes), used};
}

std::optional<PackedReading> read_packed(const DateToken& number) {
  int64_t value = number.value;
  PackedReading out;
  if (number.digits != 8 && number.digits != 12 && number.digits != 14)
    return std::nullopt;
  if (number.digits == 14) {
    out.at.second = static_cast<int>(value % 100);
    value /= 100;
  }
  if (number.digits >= 12) {
    out.has_time = true;
    out.at.minute = static_cast<int>(value % 100);
    out.at.hour = static_cast<int>(value / 100 % 100);
    value /= 10000;
  }
  out.at.date = {static_cast<int>(value / 10000), static_cast<int>(value / 100 % 100),
                 static_cast<int>(value % 100)};
  return out;
}

bool settle_clock(int& hour, std::optional<int> minute, std::optional<int> second,
                  std::optional<DateHalf> half) {
  if (half)
    hour = hour_of_day(hour, *half);
  if (hour == 24 && half != DateHalf::Night)
    return minute.value_or(0) == 0 && second.value_or(0) == 0;
  return hour <= 24 && minute.value_or(0) < 60 && second.value_or(0) <= 60; // 60: a leap second
}

int hour_of_day(int hour, DateHalf half) {
  switch (half) {
  case DateHalf::Morning:
    return hour == 12 ? 0 : hour;
  case DateHalf::Noon:
    return hour < 4 ? hour + 12 : hour;
  case DateHalf::Afternoon:
    return hour < 12 ? hour + 12 : hour;
  case DateHalf::Night:
    return hour >= 5 && hour <= 12 ? hour + 12 : hour;
  }
  return hour;
}

int full_year(int64_t year, int digits) {
  if (digits <= 2)
    return static_cast<int>(year) + (year < 70 ? 2000 : 1900);
  return static_cast<int>(year) + (digits == 3 ? 1900 : 0);
}

std::optional<Age> read_age(const std::vector<DateToken>& tokens) {
  size_t at = 0;
  while (at < tokens.size() && tokens[at].word == DateWord::Filler)
    ++at;
  if (at + 1 == tokens.size() && tokens[at].word == DateWord::Now)
    return Age{};
  Age age;
  const size_t first = at;
  for (; at + 1 < tokens.size(); at += 2) {
    const auto span = read_span(tokens[at], tokens[at + 1]);
    if (!span)
      return std::nullopt;
    age.months += span->months;
    age.seconds += span->seconds;
  }
  const bool ends_well = at > first && at + 1 == tokens.size() && tokens[at].word == DateWord::Ago;
  return ends_well ? std::optional(age) : std::nullopt;
}

} // namespace heiban
