// HolidayCalendar: which days are worked, by the State Council office's yearly notices, 调休 and
// all. 公示期 and opening hours ask it; app loads assets/calendar/holidays.tsv once. A year whose
// notice was not read is unknown and stays so: nothing is guessed from weekdays.
#pragma once

#include "base/result.h"
#include "calendar/instant.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace heiban {

enum class DayKind {
  Workday, // Monday to Friday
  Weekend, // Saturday and Sunday
  Holiday, // off by the notice
  Makeup,  // a weekend day worked in exchange for a holiday
};

class HolidayCalendar {
public:
  // Tab-separated: year, source, name, first day off, last day off, days worked instead (commas).
  // Lines that begin with # are notes. Malformed with line and a Chinese sentence otherwise.
  // `path` is for messages.
  static Result<HolidayCalendar> parse(std::string_view tsv, const std::string& path);
  static Result<HolidayCalendar> load(const std::string& path);

  // The other's years stand for this one's.
  void take(const HolidayCalendar& other);

  bool knows_year(int year) const { return years_.contains(year); }

  // Nothing: the year's notice is not known.
  std::optional<DayKind> day_kind(CivilDate date) const;
  std::optional<bool> is_working_day(CivilDate date) const;
  std::string holiday_name(CivilDate date) const; // 春节; empty when it is none

  // The day of the n-th working day after `from`, which itself does not count (民法典 art. 201);
  // before it where n is negative; `from` where n is 0. Nothing when an unknown day is in the way.
  std::optional<CivilDate> add_working_days(CivilDate from, int n) const;

  // Working days d with from <= d < to; 0 when to <= from. Nothing when one of them is unknown.
  std::optional<int> working_days_between(CivilDate from, CivilDate to) const;

  // `date` itself when it is worked, else the next working day: a period's last day on a holiday
  // moves on (民法典 art. 203).
  std::optional<CivilDate> working_day_from(CivilDate date) const;

private:
  friend class HolidayFile;
  struct Special {
    DayKind kind;
    std::string name;
    int year = 0; // whose notice says so: 元旦 may begin in December
  };
  std::set<int> years_; // whose notice is known
  std::map<CivilDate, Special> specials_;
};

} // namespace heiban
