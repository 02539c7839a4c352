// settle_periods: the days of each notice's 公示期 by the holiday calendar, and with them when it
// ends. The shelf calls it before review, the poller before it erases and publishes. Pure. It reads
// no text (notice did) and may be called again when a year was added.
#pragma once

#include "calendar/working_days.h"
#include "store/records.h"

#include <vector>

namespace heiban {

// Of notices not yet judged: published on their own date, else when they were first seen.
void settle_periods(std::vector<Notice>& notices, const std::vector<NoticeRecord>& known,
                    const HolidayCalendar& holidays, Instant now);

// Of records: `valid_to` becomes the end of the period. True when something changed.
bool settle_periods(std::vector<NoticeRecord>& records, const HolidayCalendar& holidays);

} // namespace heiban
