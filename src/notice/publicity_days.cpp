#include "notice/publicity_days.h"

#include "notice/characters.h"

#include <cstdlib>

namespace heiban {
namespace {

constexpr int64_t kLongestPeriod = 366;     // days; anything longer is another kind of date
constexpr int64_t kLongestOverTheYear = 92; // where the year is not written
constexpr int64_t kLongestBreak = 10;       // days between two days of a list

CivilDate with_year(const SpokenDate& spoken, int year) {
  return {year, spoken.month, spoken.day};
}

// 截止时间：, 截至, 公示结束日期为, 时间(止)：: only the last day follows.
bool ends_only(PeriodScan& scan) {
  if (!scan.any({U"截止时间", U"截止日期", U"结束时间", U"结束日期", U"终止时间", U"终止日期",
                 U"时间(止)", U"日期(止)", U"期(止)", U"截至", U"截止到", U"截止至", U"截止于",
                 U"截止"}))
    return false;
  scan.skip({U":", U"为", U"是", U"于", U"\n"});
  return true;
}

// 11月25日开始，12月1日结束: its word comes behind the last day.
bool ends_behind(const PeriodScan& scan) {
  PeriodScan ahead = scan;
  return ahead.date(true) && ahead.any({U"结束", U"截止", U"为止", U"止"});
}

// Days, or stretches of days, that follow after a comma: 25日-27日、30日-12月1日. What comes after
// each says whether it was one of them or the day of something else (12月5日办理).
void go_on(PeriodScan& scan, CivilDate& last, bool day_alone) {
  PeriodScan ahead = scan;
  while (ahead.any({U",", U"和", U"及"})) {
    const auto spoken = ahead.date(day_alone);
    auto next = spoken ? not_before(*spoken, last) : std::nullopt;
    if (!next || days_since_epoch(*next) - days_since_epoch(last) > kLongestBreak)
      return;
    if (ahead.to()) {
      const auto end = ahead.date(true);
      next = end ? not_before(*end, *next) : std::nullopt;
    }
    const std::u32string_view rest = ahead.rest();
    if (!next || (!rest.empty() && !is_one_of(rest.front(), U",。;()\n和及共")))
      return;
    last = *next;
    scan = ahead;
  }
}

// DATE 至 DATE 止, the first day perhaps of publication; 开始时间：DATE 结束时间：DATE.
bool range(PeriodScan& scan, CivilDate published, Publicity& out) {
  PeriodScan ahead = scan;
  std::optional<CivilDate> first = published;
  if (ahead.any({U"开始时间", U"开始日期", U"起始时间", U"起始日期"}))
    ahead.skip({U":", U"为", U"是", U"于", U"\n"});
  const std::u32string_view rest = ahead.rest();
  if (const auto spoken = ahead.date(false))
    first = next_to(*spoken, published);
  else if (!ahead.publication() && !rest.starts_with(U"至") && !rest.starts_with(U"到") &&
           !rest.starts_with(U"截") && !rest.starts_with(U"结束"))
    return false;
  if (!first)
    return false;
  ahead.skip({U"起算", U"算起", U"起", U"开始", U"始", U"(含)", U",", U"\n", U"公示"});
  if (!ends_only(ahead) && !ahead.to() && !ends_behind(ahead))
    return false;
  ahead.skip({U"\n", U"期"});
  const auto spoken = ahead.date(true);
  if (!spoken)
    return false;
  const auto last = not_before(*spoken, *first);
  if (!last)
    return false;
  ahead.skip({U"止", U"结束", U"截止", U"(含)"});
  out.first = first;
  out.last = last;
  out.last_written = true;
  scan = ahead;
  go_on(scan, *out.last, false);
  return true;
}

// 11月25日、26日、27日, one after the other.
bool listed(PeriodScan& scan, CivilDate published, Publicity& out) {
  PeriodScan ahead = scan;
  const auto spoken = ahead.date(false);
  const auto first = spoken ? next_to(*spoken, published) : std::nullopt;
  if (!first)
    return false;
  CivilDate last = *first;
  go_on(ahead, last, true);
  if (last == *first)
    return false;
  out.first = first;
  out.last = last;
  out.last_written = true;
  scan = ahead;
  return true;
}

} // namespace

std::optional<CivilDate> next_to(const SpokenDate& spoken, CivilDate published) {
  if (spoken.year != 0) {
    const CivilDate date = with_year(spoken, spoken.year);
    return is_valid(date) ? std::optional(date) : std::nullopt;
  }
  std::optional<CivilDate> best;
  int64_t least = 0;
  for (int year = published.year - 1; year <= published.year + 1; ++year) {
    const CivilDate date = with_year(spoken, year);
    if (!is_valid(date))
      continue;
    const int64_t away = std::abs(days_since_epoch(date) - days_since_epoch(published));
    if (!best || away < least) {
      best = date;
      least = away;
    }
  }
  return best;
}

std::optional<CivilDate> not_before(SpokenDate spoken, CivilDate first) {
  const bool month_said = spoken.month != 0, year_said = spoken.year != 0;
  spoken.month = month_said ? spoken.month : first.month;
  CivilDate date = with_year(spoken, year_said ? spoken.year : first.year);
  const bool next_year = !year_said && month_said && date < first;
  date.year += next_year ? 1 : 0;
  if (!is_valid(date))
    return std::nullopt;
  if (spoken.at_midnight)
    date = add_days(date, -1);
  const int64_t length = days_since_epoch(date) - days_since_epoch(first);
  const int64_t longest = next_year ? kLongestOverTheYear : kLongestPeriod;
  return length >= 0 && length <= longest ? std::optional(date) : std::nullopt;
}

bool read_days(PeriodScan& scan, CivilDate published, Publicity& out) {
  return range(scan, published, out) || listed(scan, published, out);
}

bool read_count(PeriodScan& scan, Publicity& out) {
  const auto count = scan.count();
  if (!count)
    return false;
  out.days = count->days;
  out.months = count->months;
  out.counted = count->counted;
  return true;
}

bool read_beginning(PeriodScan& scan, CivilDate published, Publicity& out, bool said) {
  PeriodScan ahead = scan;
  std::optional<CivilDate> origin;
  if (const auto spoken = ahead.date(false)) {
    origin = next_to(*spoken, published);
    if (!origin)
      return false;
  } else if (!ahead.publication()) {
    return false;
  }
  const bool begins = ahead.any({U"起计算", U"起算", U"起", U"开始", U"始", U"算起"});
  if (!begins && said)
    return false;
  if (!begins)
    ahead.any({U"后"});
  out.origin = origin;
  scan = ahead;
  return true;
}

} // namespace heiban
