#include "calendar/date_fields.h"

#include "calendar/date_clock.h"

#include <algorithm>

namespace heiban {
namespace {

class FieldReader {
public:
  explicit FieldReader(const std::vector<DateToken>& tokens) : tokens_(tokens) {}

  std::optional<DateFields> run() {
    while (at_ < tokens_.size())
      if (!step())
        return std::nullopt;
    if (!settle_loose())
      return std::nullopt;
    if (!fields_.hour && half_ == DateHalf::Noon)
      fields_.hour = 12;
    if (fields_.hour && !settle_clock(*fields_.hour, fields_.minute, fields_.second, half_))
      return std::nullopt;
    if (!fields_.hour && half_ && !fields_.month && !fields_.days_from_today)
      return std::nullopt;
    if (korean_ && !fields_.zone_minutes)
      fields_.zone_minutes = 9 * 60;
    const bool any_date = fields_.year || fields_.month || fields_.days_from_today;
    if (!any_date && !fields_.hour)
      return std::nullopt;
    fields_.bare_clock = !any_date && !fields_.day;
    const bool open = (fields_.bare_clock && weekday_) || // 周一 10:20: which week's
                      (fields_.years_from_this && (fields_.year || !fields_.month));
    return open ? std::nullopt : std::optional(fields_);
  }

private:
  const DateToken& now() const { return tokens_[at_]; }
  const DateToken* peek(size_t ahead) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool next_is_mark(size_t ahead, std::string_view any_of) const {
    const DateToken* token = peek(ahead);
    return token != nullptr && token->is_mark(any_of);
  }
  bool next_is_number(size_t ahead) const {
    const DateToken* token = peek(ahead);
    return token != nullptr && token->is_number();
  }
  bool next_is_word(size_t ahead, DateWord word) const {
    const DateToken* token = peek(ahead);
    return token != nullptr && token->word == word;
  }
  bool date_is_complete() const {
    return (fields_.year && fields_.month && fields_.day) || fields_.days_from_today;
  }
  // Or is so as soon as the loose numbers are settled.
  bool date_is_known() const { return date_is_complete() || (fields_.month && loose_.size() == 2); }
  bool skip(size_t count = 1) { return at_ += count, true; }

  // Each step reads what stands at at_ and moves past it; false: no date.
  bool step();
  bool step_number();
  bool step_word();
  bool step_mark();
  bool step_letter();
  bool step_unknown();
  bool set_clock(const TimeReading& clock);
  bool read_days_ago();
  bool is_weekday_like_a_month() const;
  bool read_group();
  bool read_packed_date();
  bool read_unit(DateUnit unit);
  bool set_offset(const OffsetReading& offset);
  bool set_zone(int minutes);
  bool set_month(int month);
  bool set_group(const std::vector<DateToken>& numbers, char separator);
  bool set_pair(const DateToken& first, const DateToken& second, char separator);
  bool set_triple(const std::vector<DateToken>& n, char separator);
  bool set_date(int year, int month, int day);
  bool settle_loose();

  const std::vector<DateToken>& tokens_;
  size_t at_ = 0;
  DateFields fields_;
  std::vector<DateToken> loose_; // numbers whose meaning the month's name decides
  std::optional<DateHalf> half_;
  bool korean_ = false, zone_named_utc_ = false, minguo_ = false, weekday_ = false,
       by_units_ = false;
};

bool FieldReader::step() {
  korean_ = korean_ || now().korean;
  if (now().is_number())
    return step_number();
  return now().word == DateWord::None ? step_mark() : step_word();
}

bool FieldReader::step_number() {
  const DateToken& number = now();
  if (next_is_mark(1, ":") && next_is_number(2)) {
    const auto clock = read_clock(tokens_, at_);
    return clock && set_clock(*clock);
  }
  if (next_is_word(1, DateWord::Unit))
    return next_is_word(2, DateWord::Ago) ? read_days_ago()
                                          : read_unit(static_cast<DateUnit>(peek(1)->value));
  if (next_is_word(1, DateWord::Half) && !fields_.hour && number.digits <= 2) { // 3 pm
    fields_.hour = static_cast<int>(number.value);
    return skip();
  }
  if (date_is_complete() && !fields_.hour && (number.digits == 4 || number.digits == 6))
    return set_clock(read_packed_clock(tokens_, at_));
  if (date_is_known() && !fields_.hour && next_is_mark(1, ".") && next_is_number(2)) {
    const auto clock = read_dotted_clock(tokens_, at_);
    return clock && set_clock(*clock);
  }
  const bool apart = fields_.month && next_is_mark(1, "-") && peek(2) && peek(2)->space_before;
  if (next_is_mark(1, "-/._") && !date_is_complete() && !apart &&
      (next_is_number(2) || next_is_word(2, DateWord::Month)))
    return read_group();
  if (number.digits >= 8)
    return read_packed_date();
  loose_.push_back(number);
  return loose_.size() <= 3 && skip();
}

bool FieldReader::step_word() {
  const DateToken& token = now();
  switch (token.word) {
  case DateWord::Month:
    if (is_weekday_like_a_month())
      return skip(2);
    return set_month(static_cast<int>(token.value)) && skip();
  case DateWord::Zone:
    if (!fields_.zone_minutes)
      fields_.summer = token.summer;
    return set_zone(static_cast<int>(token.value)) && skip();
  case DateWord::At:
    return (!fields_.hour || next_is_number(1) || set_zone(-4 * 60)) && skip();
  case DateWord::Letter:
    return step_letter();
  case DateWord::Half:
    if (half_)
      return false;
    half_ = static_cast<DateHalf>(token.value);
    return skip();
  case DateWord::Day:
    if (fields_.days_from_today)
      return false;
    fields_.days_from_today = static_cast<int>(token.value);
    return skip();
  case DateWord::Year:
    if (fields_.years_from_this)
      return false;
    fields_.years_from_this = static_cast<int>(token.value);
    return skip();
  case DateWord::Minguo:
    minguo_ = true;
    return skip();
  case DateWord::Weekday:
    weekday_ = true;
    return skip();
  case DateWord::Filler:
    return skip();
  case DateWord::Unknown:
    return step_unknown();
  default:
    return false;
  }
}

// "mar., 01 déc." is a Tuesday.
bool FieldReader::is_weekday_like_a_month() const {
  const auto is_month = [](const DateToken& token) { return token.word == DateWord::Month; };
  return at_ == 0 && next_is_mark(1, ",") && std::ranges::count_if(tokens_, is_month) > 1;
}

// A day's name in some language, as in "Paz, 24 Nov"; or after a time a zone nobody knows, which
// RFC 5322 §4.3 takes as UTC.
bool FieldReader::step_unknown() {
  if (at_ == 0 && next_is_mark(1, ","))
    return skip(2);
  const bool like_a_zone = now().value >= 3 && now().value <= 5;
  return like_a_zone && fields_.hour && !fields_.zone_minutes && set_zone(0) && skip();
}

bool FieldReader::step_mark() {
  if (now().is_mark("-") && next_is_number(1) && peek(1)->space_before && !fields_.hour)
    return skip(); // 2026-11-24 - 10:20
  if (now().is_mark("+-") && next_is_number(1) && (fields_.hour || date_is_complete()))
    return set_offset(read_offset(tokens_, at_));
  if (now().is_mark("(") && fields_.zone_minutes) { // RFC 822's comment after a zone
    while (at_ < tokens_.size() && !now().is_mark(")"))
      ++at_;
    return skip();
  }
  return now().is_mark("()[],|-/._;\"'") && skip();
}

// T parts date and time; alone after a time, a letter is a military zone. RFC 822 had their signs
// wrong, so RFC 5322 §4.3 takes them all as UTC; Z is.
bool FieldReader::step_letter() {
  const auto letter = static_cast<char32_t>(now().value);
  if (letter == U't' && !fields_.hour && next_is_number(1)) {
    const bool hour_alone = peek(1)->digits <= 2 && !next_is_mark(2, ":");
    if (hour_alone)
      fields_.hour = static_cast<int>(peek(1)->value);
    return skip(hour_alone ? 2 : 1);
  }
  if (letter == U'z' && date_is_complete() && !fields_.hour)
    return set_zone(0) && skip();
  return fields_.hour && letter >= U'a' && letter <= U'z' && letter != U'j' && set_zone(0) &&
         skip();
}

bool FieldReader::set_clock(const TimeReading& clock) {
  if (fields_.hour)
    return false;
  fields_.hour = clock.hour;
  fields_.minute = clock.minute;
  fields_.second = clock.second;
  return skip(clock.tokens);
}

// 3天前 14:20; without a time behind it, it is so many hours ago.
bool FieldReader::read_days_ago() {
  constexpr int64_t kMostDays = 1000;
  if (!peek(1)->is_unit(DateUnit::Day) || fields_.days_from_today || now().value > kMostDays)
    return false;
  fields_.days_from_today = -static_cast<int>(now().value);
  return skip(3);
}

// A hyphen before anything but an offset only parts.
bool FieldReader::set_offset(const OffsetReading& offset) {
  if (offset.kind == OffsetReading::Wrong)
    return false;
  if (offset.kind == OffsetReading::None)
    return now().is_mark("-") && skip();
  if (!fields_.hour && peek(1)->digits <= 2 && offset.tokens == 2) // 2013-01-27-01
    return false;
  const bool any_date = fields_.year || fields_.month || fields_.days_from_today || !loose_.empty();
  if (!any_date || (by_units_ && now().is_mark("-")))
    return false;                               // 9:00-12:00 is a span
  if (fields_.zone_minutes && !zone_named_utc_) // said twice, as Go prints it
    return offset.minutes == *fields_.zone_minutes && skip(offset.tokens);
  zone_named_utc_ = false;
  fields_.zone_minutes = offset.minutes;
  return skip(offset.tokens);
}

// Two or three numbers parted by the same mark; a month's name may stand among them (24-Nov-2026).
bool FieldReader::read_group() {
  const char separator = tokens_[at_ + 1].mark;
  const auto same = [&](size_t at) { return at < tokens_.size() && tokens_[at].mark == separator; };
  std::vector<DateToken> numbers;
  for (;;) {
    if (at_ < tokens_.size() && tokens_[at_].word == DateWord::Month) {
      if (!set_month(static_cast<int>(tokens_[at_].value)))
        return false;
    } else if (at_ < tokens_.size() && tokens_[at_].is_number()) {
      numbers.push_back(tokens_[at_]);
    } else {
      break;
    }
    ++at_;
    const size_t have = numbers.size() + (fields_.month ? 1 : 0);
    const bool goes_on = at_ + 1 < tokens_.size() &&
                         (tokens_[at_ + 1].is_number() || tokens_[at_ + 1].word == DateWord::Month);
    if (have >= 3 || !same(at_) || !goes_on)
      break;
    ++at_;
  }
  if (fields_.month) { // by name: the rest is settled like "24 Nov 2026"
    if (next_is_mark(0, ":") && next_is_number(1))
      ++at_; // 24/Nov/2026:15:30:05
    loose_.insert(loose_.end(), numbers.begin(), numbers.end());
    return loose_.size() <= 3;
  }
  if (!set_group(numbers, separator))
    return false;
  // 2026-11-24日, 2026-11月24日: the unit says again what the place did
  const DateUnit last = fields_.day ? DateUnit::Day : DateUnit::Month;
  return !next_is_word(0, DateWord::Unit) || !now().is_unit(last) || skip();
}

bool FieldReader::set_group(const std::vector<DateToken>& numbers, char separator) {
  if (std::ranges::any_of(numbers, [](const DateToken& n) { return n.digits > 4; }))
    return false;
  return numbers.size() == 2 ? set_pair(numbers[0], numbers[1], separator)
                             : numbers.size() == 3 && set_triple(numbers, separator);
}

// 2026-11, 11-24; 11/2026 and 24/11 the other way about.
bool FieldReader::set_pair(const DateToken& first, const DateToken& second, char separator) {
  const auto a = static_cast<int>(first.value), b = static_cast<int>(second.value);
  if (first.digits == 4 && second.digits <= 2) {
    fields_.year = a;
    fields_.month = b;
  } else if (second.digits == 4 && first.digits <= 2) {
    fields_.year = b;
    fields_.month = a;
  } else if (fields_.year && fields_.year != a) { // the year stood before: 2026年 11-24
    return set_date(*fields_.year, a, b);
  } else if (first.digits <= 2 && second.digits <= 2) {
    fields_.month = a > 12 ? b : a;
    fields_.day = a > 12 ? a : b;
    fields_.like_a_decimal = separator == '.' && (first.digits == 1 || second.digits == 1);
  } else {
    return false;
  }
  return true;
}

bool FieldReader::set_triple(const std::vector<DateToken>& n, char separator) {
  const auto a = static_cast<int>(n[0].value), b = static_cast<int>(n[1].value),
             c = static_cast<int>(n[2].value);
  if (n[0].digits == 3) // 115-11-24
    return (minguo_ || is_minguo_today(a)) && set_date(a + kMinguoBefore, b, c);
  if (n[0].digits > 3)
    return n[0].digits == 4 && set_date(a, b, c);
  if (n[2].digits >= 3) {
    if (n[2].digits != 4)
      return false;
    // Slashes are American where both ways make sense; dots and hyphens put the day first.
    const bool month_first = separator == '/' ? a <= 12 : b > 12;
    return month_first ? set_date(c, a, b) : set_date(c, b, a);
  }
  if (n[0].digits < 2 && n[2].digits < 2) // 1.2.3
    return false;
  const int year_last = full_year(c, n[2].digits);
  fields_.other_orders = separator == '/'
                             ? std::vector<CivilDate>{{year_last, a, b}, {year_last, b, a}}
                             : std::vector<CivilDate>{{year_last, b, a}, {year_last, a, b}};
  return set_date(full_year(a, n[0].digits), b, c);
}

bool FieldReader::set_date(int year, int month, int day) {
  if (fields_.month || fields_.day || fields_.days_from_today)
    return false;
  fields_.year = year;
  fields_.month = month;
  fields_.day = day;
  return true;
}

bool FieldReader::read_packed_date() {
  const auto packed = read_packed(now());
  if (!packed)
    return false;
  if (packed->has_time) {
    fields_.hour = packed->at.hour;
    fields_.minute = packed->at.minute;
    fields_.second = packed->at.second;
  }
  return set_date(packed->at.date.year, packed->at.date.month, packed->at.date.day) && skip();
}

// 2026年, 11月, 24日, 15时, 30分, 5秒 at a number.
bool FieldReader::read_unit(DateUnit unit) {
  const DateToken& number = now();
  const auto value = static_cast<int>(std::min<int64_t>(number.value, 99999));
  const auto put = [&](std::optional<int>& field, int what) {
    return !field && (field = what).has_value();
  };
  by_units_ = true;
  korean_ = korean_ || tokens_[at_ + 1].korean;
  at_ += 2;
  switch (unit) {
  case DateUnit::Year:
    minguo_ = minguo_ || number.digits == 3; // 115年
    return put(fields_.year, minguo_ ? value + kMinguoBefore : full_year(value, number.digits));
  case DateUnit::Month:
    return put(fields_.month, value);
  case DateUnit::Day:
    return put(fields_.day, value);
  case DateUnit::Second:
    return put(fields_.second, value);
  case DateUnit::Minute:
    return fields_.hour.has_value() && put(fields_.minute, value);
  case DateUnit::Week:
    return false;
  case DateUnit::Hour:
    break;
  }
  if (!put(fields_.hour, value))
    return false;
  if (next_is_word(0, DateWord::HalfUnit))
    return put(fields_.minute, 30) && skip();
  if (next_is_word(0, DateWord::Whole))
    return put(fields_.minute, 0) && skip();
  if (next_is_number(0) && next_is_word(1, DateWord::Quarter))
    return now().value <= 3 && put(fields_.minute, static_cast<int>(now().value) * 15) && skip(2);
  // 15时30 without 分
  if (next_is_number(0) && now().digits == 2 && !next_is_word(1, DateWord::Unit) &&
      !now().space_before)
    return put(fields_.minute, static_cast<int>(now().value)) && skip();
  return true;
}

// After "GMT" an offset may follow (GMT+8); a name after an offset only comments on it.
bool FieldReader::set_zone(int minutes) {
  if (fields_.zone_minutes)
    return true;
  fields_.zone_minutes = minutes;
  zone_named_utc_ = minutes == 0;
  return true;
}

bool FieldReader::set_month(int month) {
  if (fields_.month)
    return false;
  fields_.month = month;
  return true;
}

// Numbers that stood alone: day and year round a month's name, or a date parted by spaces.
bool FieldReader::settle_loose() {
  if (loose_.empty())
    return true;
  if (!fields_.month && loose_.size() == 3)
    return set_triple(loose_, ' ');
  if (!fields_.month)
    return loose_.size() == 1 && loose_[0].digits == 4 && !fields_.year && !fields_.hour &&
           (fields_.year = static_cast<int>(loose_[0].value)).has_value();
  for (size_t i = 0; i < loose_.size(); ++i) {
    const DateToken& number = loose_[i];
    const bool is_year =
        number.digits >= 3 || fields_.day || (loose_.size() == 2 && i == 1 && !fields_.year);
    if (is_year ? fields_.year.has_value() : fields_.day.has_value())
      return false;
    if (number.digits > 4)
      return false;
    if (is_year)
      fields_.year = full_year(number.value, number.digits);
    else
      fields_.day = static_cast<int>(number.value);
  }
  return true;
}

} // namespace

std::optional<DateFields> read_date_fields(const std::vector<DateToken>& tokens) {
  return FieldReader(tokens).run();
}

} // namespace heiban
