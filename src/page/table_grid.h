// TableGrid: a table's cells in one piece of memory, each with the column it stands in.
// The table segment measures and draws from it; 50,000 rows cost their bytes and little more.
// It knows no widths and no faces; spans are resolved here, once.
#pragma once

#include "notice/block.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct GridCell {
  uint32_t offset = 0, length = 0; // bytes of the text
  uint32_t rowspan = 1;            // within the table
  uint16_t column = 0, colspan = 1;
};

class TableGrid {
public:
  explicit TableGrid(const std::vector<std::vector<TableCell>>& rows);

  size_t rows() const { return first_cell_.size() - 1; }
  size_t columns() const { return columns_; }
  size_t head_rows() const { return head_rows_; } // repeated on every page; fewer than rows()
  bool has_rowspans() const { return has_rowspans_; }
  std::span<const GridCell> cells(size_t row) const;
  std::string_view text(const GridCell& cell) const;
  // The cell that stands at this place, over several rows or columns or not; null: none, or one
  // that began more than 256 rows above.
  const GridCell* cell_at(size_t row, size_t column) const;
  // A row that is one cell across the whole table: 一、城市学校住宿费.
  bool is_section(size_t row) const;
  // The words at the head of a column, its head rows joined; empty where there is none.
  std::string head(size_t column) const;

private:
  void place_cells(const std::vector<std::vector<TableCell>>& rows);
  size_t count_head(const std::vector<std::vector<TableCell>>& rows) const;
  bool looks_like_head(size_t row) const;

  std::string bytes_;
  std::vector<GridCell> cells_;
  std::vector<uint32_t> first_cell_; // of each row, and one past the last
  size_t columns_ = 0, head_rows_ = 0;
  bool has_rowspans_ = false;
};

} // namespace heiban
