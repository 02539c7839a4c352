// Fee tables as a few lines of CSV, for the tests of what notice makes of them.
#pragma once

#include "notice/fee_schedule.h"
#include "notice/fee_unit.h"
#include "notice/notice.h"

namespace heiban {

const FeeHeads& fee_heads(); // assets/fees/heads.tsv
const FeeUnits& fee_units(); // assets/fees/units.tsv

Sheet fee_sheet(const std::string& csv, std::vector<GridMerge> merges = {},
                const std::string& name = {});
FeeSchedule fee_schedule(const Sheet& sheet); // fails the test where there is none

// A schedule's version as follow_on takes it: a title and its days ("" for none).
Notice fee_version(const std::string& title, const std::string& from, const std::string& to = {});

// "云岭县收费表 | 2026-09-01 | -": title, first moment's and end's dates in Beijing.
std::string shown(const Notice& notice);

} // namespace heiban
