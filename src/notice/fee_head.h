// FeeHead: where the column heads of a fee table stand, one row or several, and what they mean.
// read_fee_schedule calls it on a sheet whose merged values are carried to each of their cells.
// It reads no fee and judges nothing: a column it does not know keeps its words.
#pragma once

#include "notice/fee_schedule.h"

namespace heiban {

using FeeGrid = std::vector<std::vector<std::string>>; // a sheet's rows, merged values carried

struct FeeHead {
  size_t first = 0, end = 0;      // the head's rows, half-open
  std::vector<std::string> texts; // one per column; two storeys are joined: 收费标准（城市）
  std::vector<FeeColumn> columns; // as many as texts; each meaning once
};

// The first rows, near the top, whose heads name both a project and a standard; else nothing.
std::optional<FeeHead> find_fee_head(const Sheet& sheet, const FeeGrid& grid,
                                     const FeeHeads& heads);

} // namespace heiban
