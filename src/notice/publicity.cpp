#include "notice/publicity.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr int64_t kLongest = 400; // days that are counted out one by one
constexpr int64_t kHolidays = 21; // beside two calendar days for each of work

void count_out(Publicity& period, CivilDate published, const HolidayCalendar& holidays) {
  const CivilDate from = period.origin.value_or(published);
  period.first = add_days(from, 1);
  if (period.counted == DayCount::Calendar) {
    const CivilDate last =
        period.months > 0 ? add_months(from, period.months) : add_days(from, period.days);
    period.last = holidays.working_day_from(last);
    return;
  }
  period.last = holidays.add_working_days(from, period.days);
  if (period.last)
    period.first = holidays.working_day_from(*period.first);
}

void list_working_days(Publicity& period, const HolidayCalendar& holidays) {
  period.working.clear();
  if (!period.first || !period.last ||
      days_since_epoch(*period.last) - days_since_epoch(*period.first) > kLongest)
    return;
  for (CivilDate day = *period.first; day <= *period.last; day = add_days(day, 1)) {
    const auto works = holidays.is_working_day(day);
    if (!works)
      return period.working.clear();
    if (*works)
      period.working.push_back(day);
  }
}

std::string day_zh(CivilDate date, int year) {
  const std::string year_zh = date.year == year ? "" : fmt::format("{}年", date.year);
  return fmt::format("{}{}月{}日", year_zh, date.month, date.day);
}

// The years are named where the period leaves today's.
std::string days_zh(const Publicity& period, std::optional<CivilDate> today) {
  const int year = today ? today->year : period.first->year;
  if (!period.last) {
    const CivilDate from = period.origin.value_or(add_days(*period.first, -1));
    const int count = period.months > 0 ? period.months : period.days;
    const char* unit = period.months > 0                     ? "个月"
                       : period.counted == DayCount::Working ? "个工作日"
                                                             : "天";
    return fmt::format("自{}起{}{}", day_zh(from, year), count, unit);
  }
  if (*period.first == *period.last)
    return day_zh(*period.last, year);
  return fmt::format("{}至{}", day_zh(*period.first, year),
                     day_zh(*period.last, period.first->year));
}

// 第3个工作日，共5个; between two working days the count stands still.
std::string count_zh(const Publicity& period, CivilDate today) {
  const int length = length_of(period);
  if (counts_calendar_days(period) || period.working.empty())
    return fmt::format("第{}天，共{}天",
                       days_since_epoch(today) - days_since_epoch(*period.first) + 1, length);
  const auto next = std::upper_bound(period.working.begin(), period.working.end(), today);
  const auto passed = next - period.working.begin();
  const bool worked = passed > 0 && period.working[static_cast<size_t>(passed) - 1] == today;
  return fmt::format("{}{}个工作日，共{}个", worked ? "第" : "已过", passed, length);
}

} // namespace

void settle(Publicity& period, CivilDate published, const HolidayCalendar& holidays) {
  if (!period.last_written)
    count_out(period, published, holidays);
  else if (!period.first)
    period.first = std::min(published, *period.last);
  list_working_days(period, holidays);
}

std::optional<Instant> end_of(const Publicity& period) {
  if (!period.last)
    return std::nullopt;
  return beijing_midnight(add_days(*period.last, 1));
}

Instant least_end_of(const Publicity& period, CivilDate published) {
  const int64_t days = int64_t{period.days} * 2 + int64_t{period.months} * 31 + kHolidays;
  return beijing_midnight(add_days(period.origin.value_or(published), days));
}

bool counts_calendar_days(const Publicity& period) {
  return period.counted == DayCount::Calendar;
}

int length_of(const Publicity& period) {
  if (!period.first || !period.last)
    return 0;
  if (!counts_calendar_days(period) && !period.working.empty())
    return static_cast<int>(period.working.size());
  if (period.counted == DayCount::Working)
    return 0; // a count of working days is never one of plain days
  return static_cast<int>(days_since_epoch(*period.last) - days_since_epoch(*period.first)) + 1;
}

std::string publicity_dates(const Publicity& period, std::optional<CivilDate> today) {
  return period.first ? "公示期 " + days_zh(period, today) : std::string();
}

std::string publicity_day(const Publicity& period, std::optional<CivilDate> today) {
  if (!period.first || !today)
    return {};
  if (*today < *period.first)
    return "尚未开始";
  if (!period.last)
    return {};
  if (*today > *period.last)
    return "已结束";
  std::string day = length_of(period) > 0 ? count_zh(period, *today) : std::string();
  if (*today == *period.last)
    day += day.empty() ? "今天截止" : "，今天截止";
  return day;
}

std::string publicity_line(const Publicity& period, std::optional<CivilDate> today) {
  const std::string day = publicity_day(period, today);
  return publicity_dates(period, today) + (day.empty() ? "" : " · " + day);
}

} // namespace heiban
