// publicity_days: dates, counts and beginnings of a 公示期 as they stand at one place of a text.
// publicity_period calls it wherever a label or the verb says that they follow.
// It looks at nothing before its place and judges nothing: 报名时间 reads the same.
#pragma once

#include "notice/publicity.h"
#include "notice/publicity_scan.h"

namespace heiban {

// The day in the year that brings it next to the publication, where none is written; none for
// 2月30日.
std::optional<CivilDate> next_to(const SpokenDate& spoken, CivilDate published);

// A later day: what it leaves out is as in the first, or follows it. None where it would be before
// the first, or so late that it belongs to something else.
std::optional<CivilDate> not_before(SpokenDate spoken, CivilDate first);

// Each moves the scan past what it read into `out`; nothing read, nothing moved.
// DATE 至 DATE 止, the first day perhaps of publication; 11月25日、26日、27日.
bool read_days(PeriodScan& scan, CivilDate published, Publicity& out);
// 5个工作日
bool read_count(PeriodScan& scan, Publicity& out);
// 自公示之日起 …, 自11月25日起 …; `said`: only with its 起, for the days of a list have none.
bool read_beginning(PeriodScan& scan, CivilDate published, Publicity& out, bool said);

} // namespace heiban
