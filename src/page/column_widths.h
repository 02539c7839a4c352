// column_widths: a width shared out among a table's columns so that its rows become low.
// column_plan asks it for every choice of columns and face it weighs.
// It works on samples in 1/1000 em and sets no line.
#pragma once

#include "page/table_columns.h"

#include <cstdint>
#include <vector>

namespace heiban {

struct ColumnWidths {
  std::vector<int64_t> widths; // 1/1000 em, without pads
  double lines = 1;            // of an average row
  double head_lines = 1;
  bool fits = false; // no column is narrower than it can bear
};

// `kept`: the columns that share `room`.
ColumnWidths share_width(const std::vector<ColumnFacts>& facts, const std::vector<size_t>& kept,
                         int64_t room);

} // namespace heiban
