// fee_notice: a fee schedule → the Notice that stands on the wall: title with its school year or
// term, the table, what must stand on every page, the notes. `heiban fetch` and `heiban pages` call
// it. Every row, value and note of the schedule is in it; it checks none of them (fee_rules does).
#pragma once

#include "notice/fee_schedule.h"
#include "notice/make_notice.h"

namespace heiban {

// `sheet` is the one the schedule was read from. The table's text, repeated on each page, is the
// line with the complaint phones, and under it the announcement of a coming version, if any.
Notice fee_notice(const FeeSchedule& schedule, const Sheet& sheet, const NoticeContext& context);

// Whether a fee that nobody has to take stands in it without a word of that (F7), and the words.
bool wants_voluntary(const FeeSchedule& schedule, const Sheet& sheet);
void say_voluntary(Notice& notice, const std::string& words); // none: says nothing

// Tells two schedules of one title apart by their sheets' names.
void name_after_sheet(Notice& notice, const std::string& sheet);

// What a schedule's versions have in common: its title without years, terms and dates.
std::string fee_series_of(const Notice& notice);

// Says on each page of the table from when another version stands; nothing: says it no more.
void announce(Notice& notice, std::optional<Instant> coming_from);

} // namespace heiban
