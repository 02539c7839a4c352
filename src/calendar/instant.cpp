#include "calendar/instant.h"

#include <fmt/format.h>

#include <optional>

namespace heiban {
namespace {

constexpr int64_t kDaysIn400Years = 146097;
constexpr int64_t kEpochFromMarch0000 = 719468; // days from 0000-03-01 to 1970-01-01
constexpr int64_t kBeijingSeconds = kBeijingMinutes * kMinute;

constexpr int64_t floor_div(int64_t a, int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

int days_in_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

CivilTime civil_time(int64_t seconds) { // since the epoch, zone already added
  const int64_t day = floor_div(seconds, kDay);
  const auto rest = static_cast<int>(seconds - day * kDay);
  return {civil_date(day), rest / 3600, rest / 60 % 60, rest % 60};
}

// A cursor over the fixed-width fields of RFC 3339.
class Fields {
public:
  explicit Fields(std::string_view text) : text_(text) {}
  bool at_end() const { return at_ == text_.size(); }
  bool take(std::string_view any_of) {
    if (at_end() || any_of.find(text_[at_]) == std::string_view::npos)
      return false;
    return ++at_, true;
  }
  bool digits(int width, int& out) {
    if (text_.size() - at_ < static_cast<size_t>(width))
      return false;
    out = 0;
    for (int i = 0; i < width; ++i) {
      const char c = text_[at_ + static_cast<size_t>(i)];
      if (c < '0' || c > '9')
        return false;
      out = out * 10 + (c - '0');
    }
    return at_ += static_cast<size_t>(width), true;
  }
  void skip_digits() {
    while (!at_end() && text_[at_] >= '0' && text_[at_] <= '9')
      ++at_;
  }
  char previous() const { return text_[at_ - 1]; }

private:
  std::string_view text_;
  size_t at_ = 0;
};

bool read_clock(Fields& in, CivilTime& time) {
  if (!in.digits(2, time.hour) || !in.take(":") || !in.digits(2, time.minute))
    return false;
  if (in.take(":")) {
    if (!in.digits(2, time.second))
      return false;
    if (in.take(".,"))
      in.skip_digits();
  }
  return time.hour < 24 && time.minute < 60 && time.second <= 60; // 60: a leap second
}

// Minutes east of UTC; Beijing where none is written; nothing when what is there is no zone.
std::optional<int> read_zone(Fields& in) {
  if (in.at_end())
    return kBeijingMinutes;
  if (in.take("Zz"))
    return 0;
  if (!in.take("+-"))
    return std::nullopt;
  const int sign = in.previous() == '-' ? -1 : 1;
  int hours = 0, minutes = 0;
  if (!in.digits(2, hours))
    return std::nullopt;
  in.take(":");
  if (!in.at_end() && !in.digits(2, minutes))
    return std::nullopt;
  if (hours > 15 || minutes > 59)
    return std::nullopt;
  return sign * (hours * 60 + minutes);
}

std::optional<Instant> read_fields(Fields in) {
  CivilTime time;
  CivilDate& date = time.date;
  if (!in.digits(4, date.year) || !in.take("-") || !in.digits(2, date.month) || !in.take("-") ||
      !in.digits(2, date.day) || !is_valid(date))
    return std::nullopt;
  if (in.take("Tt ") && !read_clock(in, time))
    return std::nullopt;
  const std::optional<int> zone = read_zone(in);
  if (!zone || !in.at_end())
    return std::nullopt;
  return from_beijing(time) + (kBeijingMinutes - *zone) * kMinute;
}

} // namespace

bool is_valid(CivilDate date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

// Years are counted from March, so that the leap day is a year's last and months need no table:
// month m after March begins on day (153 m + 2) / 5.
int64_t days_since_epoch(CivilDate date) {
  const int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const int64_t era = floor_div(year, 400), year_of_era = year - era * 400;
  const int64_t month = (date.month + 9) % 12;
  const int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysIn400Years + day_of_era - kEpochFromMarch0000;
}

CivilDate civil_date(int64_t days) {
  const int64_t day = days + kEpochFromMarch0000;
  const int64_t era = floor_div(day, kDaysIn400Years), day_of_era = day - era * kDaysIn400Years;
  const int64_t leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
  const int64_t year_of_era = (day_of_era - leap_days) / 365;
  const int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t month = (5 * day_of_year + 2) / 153;
  CivilDate date;
  date.day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  date.year = static_cast<int>(year_of_era + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

CivilDate add_days(CivilDate date, int64_t days) {
  return civil_date(days_since_epoch(date) + days);
}

CivilDate add_months(CivilDate date, int months) {
  const int at = date.year * 12 + date.month - 1 + months;
  CivilDate out{at / 12, at % 12 + 1, date.day};
  constexpr int kShortestMonth = 28;
  while (out.day > kShortestMonth && !is_valid(out))
    --out.day;
  return out;
}

int weekday(CivilDate date) { // 1970-01-01 was a Thursday
  const int64_t from_monday = days_since_epoch(date) + 3;
  return static_cast<int>(from_monday - floor_div(from_monday, 7) * 7) + 1;
}

CivilTime beijing(Instant at) {
  return civil_time(at.seconds + kBeijingSeconds);
}

Instant from_beijing(CivilTime time) {
  return {days_since_epoch(time.date) * kDay + time.hour * kHour + time.minute * kMinute +
          time.second - kBeijingSeconds};
}

Instant beijing_midnight(CivilDate date) {
  return from_beijing({date});
}

std::string iso_utc(Instant at) {
  const CivilTime t = civil_time(at.seconds);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", iso_date(t.date), t.hour, t.minute, t.second);
}

std::string iso_date(CivilDate date) {
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string date_zh(CivilDate date) {
  return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
}

std::string weekday_zh(CivilDate date) {
  static constexpr const char* kNames[] = {"一", "二", "三", "四", "五", "六", "日"};
  return fmt::format("星期{}", kNames[weekday(date) - 1]);
}

std::string moment_zh(Instant at) {
  const CivilTime time = beijing(at);
  return fmt::format("{} {:02}:{:02}:{:02}", date_zh(time.date), time.hour, time.minute,
                     time.second);
}

std::string clock_zh(CivilTime time) {
  return fmt::format("{}:{:02}", time.hour, time.minute);
}

Result<Instant> read_iso(std::string_view text) {
  if (const std::optional<Instant> at = read_fields(Fields(text)))
    return *at;
  return Error{
      ErrorKind::Malformed,
      fmt::format("“{}”不是时间。请写成 2026-11-24 或 2026-11-24T09:30（北京时间）", text)};
}

} // namespace heiban
