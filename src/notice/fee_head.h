// FeeHead: where the column heads of a fee table stand, one row or several, and what they mean.
// read_fee_schedule calls it on a sheet whose merged values are carried to each of their cells.
// It reads no fee and judges nothing: a column it does not know keeps its words.
#pragma once

#include "feed/grid.h"
#include "notice/fee_column.h"

#include <optional>

namespace heiban {

using FeeGrid = std::vector<std::vector<std::string>>; // a sheet's rows, merged values carried

struct FeeHead {
  size_t first = 0, end = 0;      // the head's rows, half-open
  std::vector<std::string> texts; // one per column; two storeys are joined: 收费标准（城市）
  FeeGrid storeys;                // as they stand one over the other, spans carried
  std::vector<FeeColumn> columns; // as many as texts; each meaning once
};

// Every cell of a merged area says what its first cell says; spaces round a text say nothing.
FeeGrid carried(const Sheet& sheet);

// The head that begins at `row` or reaches down into it from above; else nothing.
std::optional<FeeHead> fee_head_at(const Sheet& sheet, const FeeGrid& grid, size_t row,
                                   const FeeHeads& heads);

// The first rows, near the top, whose heads name a standard, and a project or a school; else
// nothing.
std::optional<FeeHead> find_fee_head(const Sheet& sheet, const FeeGrid& grid,
                                     const FeeHeads& heads);

} // namespace heiban
