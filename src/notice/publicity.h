// Publicity: the period in which anybody may object to what a notice puts up (公示期): what the
// feed or the text says of it, and the days that come of that by the holiday calendar.
// read_publicity finds it, the fetcher settles it, the edition carries it, the page names its day.
// It reads no text and no clock, and never guesses a day of a year whose holidays are not known.
#pragma once

#include "calendar/instant.h"
#include "calendar/working_days.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

enum class DayCount { Unsaid, Working, Calendar }; // 5个工作日; 5天, 5日; only dates
enum class PeriodSource { Text, Field };

struct Publicity {
  // As the notice says it.
  std::optional<CivilDate> first, last; // written: as said; else as counted by settle()
  bool last_written = false;            // else the last day is counted
  std::optional<CivilDate> origin;      // "自11月24日起5个工作日"; none: from publication
  int days = 0, months = 0;             // 0: not said
  DayCount counted = DayCount::Unsaid;
  PeriodSource source = PeriodSource::Text;
  // By settle(): the days of it that are worked; empty where a year's holidays are not known.
  std::vector<CivilDate> working;

  bool operator==(const Publicity&) const = default;
};

// Fills in the days that are counted: the day of the beginning is not counted (民法典 art. 201),
// and a last day that is none of work moves on to the next (art. 203). Written dates stay as they
// are: whoever names the day has chosen it (art. 204). Where the calendar lacks a year, `last`
// stays empty: 无法核算. May be called again, with another calendar too.
void settle(Publicity& period, CivilDate published, const HolidayCalendar& holidays);

// 00:00 Beijing time of the day after the last; none where the last day is not known.
std::optional<Instant> end_of(const Publicity& period);

// Not before this may a notice leave whose last day is not known: long enough for any holidays.
Instant least_end_of(const Publicity& period, CivilDate published);

// Working days, or calendar days where these are counted; 0: not known.
int length_of(const Publicity& period);
bool counts_calendar_days(const Publicity& period);

// "公示期 11月25日至12月1日"; the year where it is not that of `today`.
std::string publicity_dates(const Publicity& period, std::optional<CivilDate> today);
// "第3个工作日，共5个", "尚未开始" and their like; empty where there is nothing to say of `today`.
std::string publicity_day(const Publicity& period, std::optional<CivilDate> today);
// Both, with " · " between.
std::string publicity_line(const Publicity& period, std::optional<CivilDate> today);

} // namespace heiban
