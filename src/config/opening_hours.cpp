#include "config/opening_hours.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kMinutesADay = 24 * 60;

} // namespace

DayHours hours_on(const OpeningHours& hours, const HolidayCalendar& calendar, CivilDate date) {
  const std::string name = iso_date(date);
  const auto exception = std::find_if(hours.exceptions.begin(), hours.exceptions.end(),
                                      [&](const HoursException& one) { return one.date == name; });
  if (exception != hours.exceptions.end())
    return exception->hours;
  if (hours.always)
    return {{{0, kMinutesADay}}};
  const std::optional<DayKind> kind = calendar.day_kind(date);
  if (kind == DayKind::Holiday)
    return hours.holidays;
  if (kind == DayKind::Makeup)
    return hours.makeup;
  return hours.weekdays[weekday(date) - 1];
}

bool is_open(const OpeningHours& hours, const HolidayCalendar& calendar, Instant at) {
  const CivilTime time = beijing(at);
  const int minute = time.hour * 60 + time.minute;
  const DayHours day = hours_on(hours, calendar, time.date);
  return std::any_of(day.ranges.begin(), day.ranges.end(), [&](const TimeRange& range) {
    return range.from_minute <= minute && minute < range.to_minute;
  });
}

Instant next_change(const OpeningHours& hours, const HolidayCalendar& calendar, Instant at,
                    int days) {
  const bool open = is_open(hours, calendar, at);
  const CivilDate today = beijing(at).date;
  for (int ahead = 0; ahead <= days; ++ahead) {
    const CivilDate date = add_days(today, ahead);
    const Instant midnight = beijing_midnight(date);
    // Midnight is an edge as well: the next day may have other hours.
    std::vector<Instant> edges = {midnight};
    for (const TimeRange& range : hours_on(hours, calendar, date).ranges) {
      edges.push_back(midnight + range.from_minute * kMinute);
      edges.push_back(midnight + range.to_minute * kMinute);
    }
    for (Instant edge : edges)
      if (edge > at && is_open(hours, calendar, edge) != open)
        return edge;
  }
  return at + days * kDay;
}

} // namespace heiban
