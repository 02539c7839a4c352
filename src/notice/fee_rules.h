// Rules F1–F8 for fee schedules: each finding with its place, its rule and the rule's source.
// `heiban fees lint` prints them. A refusing one (F1) means that the schedule may not go on the
// wall. They change nothing in the schedule and know nothing of what stood on the wall before.
#pragma once

#include "notice/fee_finding.h"
#include "notice/fee_schedule.h"
#include "notice/fee_unit.h"

#include <vector>

namespace heiban {

std::vector<FeeFinding> check_fees(const FeeSchedule& schedule, const Sheet& sheet,
                                   const FeeUnits& units);

} // namespace heiban
