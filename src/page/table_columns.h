// table_columns: what a table's columns hold: how wide, how much, words or numbers.
// column_plan gives them widths by it; table_cells aligns numbers by it.
// Everything is weighed by the ruler, without setting a line.
#pragma once

#include "page/ruler.h"
#include "page/table_grid.h"

#include <vector>

namespace heiban {

// A number with its unit: 1234.5元/生·学期. Bytes up to the decimal point, or where it would stand;
// 0: not a number.
size_t whole_part(std::string_view text);

struct ColumnFacts {       // widths in 1/1000 em
  int natural = 0;         // the widest cell on one line
  int head = 0;            // the head on one line
  int word = 0;            // the longest piece that had better not be parted
  int whole = 0, rest = 0; // numbers: widest part before and from the decimal point
  bool numeric = false;
  bool amounts = false;    // numbers, and words in the place of many of them: 按成本
  bool units = false;      // what amounts beside it are counted in: 元/生·学期
  bool words = false;      // in Han, not numbers or codes
  std::vector<int> sample; // widths of some rows' cells, the same rows in every column
};
std::vector<ColumnFacts> column_facts(const TableGrid& grid, const Ruler& ruler);

} // namespace heiban
