// Rules F1–F8 for fee schedules: each finding with its place, its rule and the rule's source.
// `heiban fees lint` prints them. A refusing one (F1) means that the schedule may not go on the
// wall. They change nothing in the schedule and know nothing of what stood on the wall before.
#pragma once

#include "notice/fee_schedule.h"

#include <string>
#include <vector>

namespace heiban {

struct FeeFinding {
  std::string sheet;
  int row = 0;         // in the file, from 1; 0: the whole sheet
  std::string column;  // letters as WPS and Excel show them; empty: the whole row
  std::string rule;    // F1 … F8
  std::string source;  // document number of the rule
  std::string message; // Chinese: what is wrong and what to write
  bool refuses = false;
};

std::vector<FeeFinding> check_fees(const FeeSchedule& schedule, const Sheet& sheet,
                                   const FeeUnits& units);

// One line for staff: 工作表“收费”第5行D列 F1 ［不能上墙］…（依据：…）
std::string finding_zh(const FeeFinding& finding);

// The finding of a sheet in which no schedule was found.
FeeFinding no_schedule(const Sheet& sheet, bool refuses);

// What the file holds and the grid does not (hidden rows, formulas without a value), as a finding.
FeeFinding not_whole(std::string message);

// Whether some row has at least two heads of a fee table: then it is one whose head is not whole.
bool looks_like_fees(const Sheet& sheet, const FeeHeads& heads);

} // namespace heiban
