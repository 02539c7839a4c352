#include "notice/fee_periods.h"

#include <algorithm>
#include <set>

namespace heiban {
namespace {

constexpr size_t kMostPeriods = 64; // more is a column of something else

bool in_force(const FeeRow& row, CivilDate day) {
  return (!row.from || *row.from <= day) && (!row.to || day <= *row.to);
}

// The days on which a row begins or the first without it.
std::set<CivilDate> turns_of(const FeeSchedule& schedule) {
  std::set<CivilDate> out;
  for (const FeeRow& row : schedule.rows) {
    if (row.from)
      out.insert(*row.from);
    if (row.to)
      out.insert(add_days(*row.to, 1));
  }
  return out;
}

bool all_alike(const FeeSchedule& schedule) {
  const FeeRow* first = nullptr;
  for (const FeeRow& row : schedule.rows) {
    if (row.section)
      continue;
    if (first && (row.from != first->from || row.to != first->to))
      return false;
    first = &row;
  }
  return true;
}

// The rows that stand on that day, with the headings over them: a heading of no row says nothing.
FeeSchedule standing_on(const FeeSchedule& schedule, CivilDate day) {
  FeeSchedule out = schedule;
  out.rows.clear();
  bool leads = false, next_is_section = false, next_kept = false;
  for (size_t i = schedule.rows.size(); i-- > 0;) {
    const FeeRow& row = schedule.rows[i];
    const bool keeps = row.section ? leads || (next_is_section && next_kept) : in_force(row, day);
    if (keeps)
      out.rows.push_back(row);
    leads = row.section ? false : leads || keeps;
    next_is_section = row.section;
    next_kept = keeps;
  }
  std::ranges::reverse(out.rows);
  return out;
}

bool has_fee(const FeeSchedule& schedule) {
  return std::ranges::any_of(schedule.rows, [](const FeeRow& row) { return !row.section; });
}

} // namespace

std::vector<FeeSchedule> fee_periods(const FeeSchedule& schedule, CivilDate today) {
  const std::set<CivilDate> turns = turns_of(schedule);
  if (all_alike(schedule) || turns.empty() || turns.size() > kMostPeriods)
    return {schedule};
  std::vector<FeeSchedule> out;
  // Before the first turn stand the rows that have always stood.
  std::vector<CivilDate> begins = {add_days(*turns.begin(), -1)};
  begins.insert(begins.end(), turns.begin(), turns.end());
  for (size_t i = 0; i < begins.size(); ++i) {
    FeeSchedule period = standing_on(schedule, begins[i]);
    if (!has_fee(period))
      continue;
    if (i > 0)
      period.effective_from = std::max(begins[i], schedule.effective_from.value_or(begins[i]));
    if (i + 1 < begins.size()) {
      const CivilDate last = add_days(begins[i + 1], -1);
      period.effective_to = std::min(last, schedule.effective_to.value_or(last));
    }
    if (!period.effective_from || !period.effective_to ||
        *period.effective_from <= *period.effective_to)
      out.push_back(std::move(period));
  }
  while (out.size() > 1 && out.front().effective_to && *out.front().effective_to < today)
    out.erase(out.begin());
  return out;
}

} // namespace heiban
