// fee_periods: one table whose rows begin or end on different days → the schedules that stand one
// after another. app/fee_reader calls it on each sheet; the rows' own days come from their columns.
// It drops no row of a period to come and judges none; what is over for good is left out.
#pragma once

#include "notice/fee_schedule.h"

namespace heiban {

// Earliest first, each with its first and last day; the whole table where all rows have the same
// days. Of the periods that are over by `today` only the last is kept, and only where nothing
// follows it.
std::vector<FeeSchedule> fee_periods(const FeeSchedule& schedule, CivilDate today);

} // namespace heiban
