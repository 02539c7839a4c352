// TableContent: what a table says, whatever size it is set at: cells, columns, classes of fees and
// the lines that stand under its rows on every page.
// story makes it from a block; TableSegment sets it. It knows no widths in px and no pages.
#pragma once

#include "notice/block.h"
#include "notice/fee_class.h"
#include "page/table_columns.h"

#include <string>
#include <vector>

namespace heiban {

struct TableContent {
  TableGrid grid;
  std::vector<ColumnFacts> facts;
  std::vector<FeeClass> classes; // of each row; empty where it is no table of fees
  std::string foot;              // told under the rows of each page: complaint phones
  int foot_width = 0;            // of its longest line, in 1/1000 em
  bool has_sections = false;

  FeeClass class_of(size_t row) const {
    return row < classes.size() ? classes[row] : FeeClass::None;
  }
};

TableContent table_content(const Block& block, const Ruler& ruler);

} // namespace heiban
