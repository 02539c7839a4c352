#include "calendar/working_days.h"

#include <cstdlib>

namespace heiban {

void HolidayCalendar::take(const HolidayCalendar& other) {
  std::erase_if(specials_,
                [&](const auto& special) { return other.knows_year(special.second.year); });
  years_.insert(other.years_.begin(), other.years_.end());
  for (const auto& [date, special] : other.specials_)
    specials_.insert_or_assign(date, special);
}

std::optional<DayKind> HolidayCalendar::day_kind(CivilDate date) const {
  if (const auto special = specials_.find(date); special != specials_.end())
    return special->second.kind;
  if (!knows_year(date.year))
    return std::nullopt;
  return weekday(date) <= 5 ? DayKind::Workday : DayKind::Weekend;
}

std::optional<bool> HolidayCalendar::is_working_day(CivilDate date) const {
  const auto kind = day_kind(date);
  if (!kind)
    return std::nullopt;
  return *kind == DayKind::Workday || *kind == DayKind::Makeup;
}

std::string HolidayCalendar::holiday_name(CivilDate date) const {
  const auto special = specials_.find(date);
  const bool off = special != specials_.end() && special->second.kind == DayKind::Holiday;
  return off ? special->second.name : "";
}

std::optional<CivilDate> HolidayCalendar::add_working_days(CivilDate from, int n) const {
  const int step = n < 0 ? -1 : 1;
  CivilDate date = from;
  for (int64_t left = std::abs(static_cast<int64_t>(n)); left > 0;) {
    date = add_days(date, step);
    const auto works = is_working_day(date);
    if (!works)
      return std::nullopt; // ends every walk: known years are few
    if (*works)
      --left;
  }
  return date;
}

std::optional<int> HolidayCalendar::working_days_between(CivilDate from, CivilDate to) const {
  int count = 0;
  for (CivilDate date = from; date < to; date = add_days(date, 1)) {
    const auto works = is_working_day(date);
    if (!works)
      return std::nullopt;
    if (*works)
      ++count;
  }
  return count;
}

std::optional<CivilDate> HolidayCalendar::working_day_from(CivilDate date) const {
  for (;; date = add_days(date, 1)) {
    const auto works = is_working_day(date);
    if (!works)
      return std::nullopt;
    if (*works)
      return date;
  }
}

} // namespace heiban
