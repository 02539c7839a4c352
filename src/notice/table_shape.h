// shape_table: cells as the source gives them → rows whose cells fill one consistent grid.
// The walk over the HTML calls it; page and review can then count on every place being covered
// once. It guesses which rows are the head where the source does not say; it changes no text.
#pragma once

#include "notice/block.h"

#include <vector>

namespace heiban {

struct ShapedCell {
  TableCell cell;    // rowspan 0: to the last row; head as the source says
  bool bold = false; // all of its text
};

// Spans are clipped to the table and to each other, missing cells added, rows and columns in which
// no cell begins taken out, blank rows at both ends too. At most 1,000 columns.
std::vector<std::vector<TableCell>> shape_table(std::vector<std::vector<ShapedCell>> rows);

} // namespace heiban
