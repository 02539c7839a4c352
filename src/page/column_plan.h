// column_plan: the face, the widths and the panels a table's columns get on a page.
// TableSegment asks for it once at each size tried.
// Where columns do not fit at the legibility floor, some drop into lines under their row: the face
// is never made smaller for them, and nothing is left out.
#pragma once

#include "page/measures.h"
#include "page/table_content.h"

#include <vector>

namespace heiban {

inline constexpr double kLargestTableHead = 0.34; // of a page: a taller head is told once, as rows

struct ColumnPlan {
  int size_px = 0, pitch = 0;  // of cells
  int pad = 0;                 // px left and right of a cell's text
  int air = 0;                 // px above and below
  int serial = 0;              // px of running numbers set before names; 0: none
  std::vector<int> widths;     // px of each column, pads included; 0: dropped
  std::vector<size_t> dropped; // told in a second line of the row, in order
  int panels = 1;              // side by side
  int gutter = 0;              // px between panels

  int columns_width() const;                             // px
  int width() const { return serial + columns_width(); } // px of one panel
};

ColumnPlan plan_columns(const TableContent& table, const PageMeasures& measures);

// A single column of short texts: the running numbers are ours.
bool is_name_list(const TableGrid& grid, const std::vector<ColumnFacts>& facts);

} // namespace heiban
