#include "notice/table_shape.h"

#include "notice/table_head.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kMostColumns = 1000; // HTML's own limit on colspan
constexpr int kMostRows = 65'534;  // and on rowspan

struct PlacedCell {
  ShapedCell shaped;
  int row = 0, column = 0, rowspan = 1, colspan = 1;
};

struct Grid {
  std::vector<PlacedCell> cells; // by row, then column
  int rows = 0, columns = 0;
};

// HTML 4.9.12.1, but that a cell never overlaps another: it ends where the other begins.
Grid place(std::vector<std::vector<ShapedCell>>& rows) {
  Grid grid;
  grid.rows = static_cast<int>(rows.size());
  std::vector<int> covered; // rows each column is still covered from above
  const auto is_free = [&](int column) {
    return static_cast<size_t>(column) >= covered.size() ||
           covered[static_cast<size_t>(column)] == 0;
  };
  for (int row = 0; row < grid.rows; ++row) {
    int column = 0;
    for (ShapedCell& shaped : rows[static_cast<size_t>(row)]) {
      while (column < kMostColumns && !is_free(column))
        ++column;
      if (column == kMostColumns)
        break;
      const int left = grid.rows - row;
      const int high = shaped.cell.rowspan;
      PlacedCell placed{std::move(shaped), row, column, high <= 0 ? left : std::min(high, left), 1};
      const int wide = std::clamp(placed.shaped.cell.colspan, 1, kMostColumns - column);
      while (placed.colspan < wide && is_free(column + placed.colspan))
        ++placed.colspan;
      column += placed.colspan;
      covered.resize(std::max(covered.size(), static_cast<size_t>(column)));
      std::fill(covered.begin() + placed.column, covered.begin() + column, placed.rowspan);
      grid.cells.push_back(std::move(placed));
    }
    for (int& rest : covered)
      rest -= rest > 0;
  }
  grid.columns = static_cast<int>(covered.size());
  return grid;
}

// New numbers for the rows or columns that are kept; what is taken out shares its successor's.
std::vector<int> renumbered(const std::vector<bool>& kept) {
  std::vector<int> numbers{0};
  for (const bool keep : kept)
    numbers.push_back(numbers.back() + keep);
  return numbers;
}

void take_out(Grid& grid, const std::vector<bool>& keep_row, const std::vector<bool>& keep_column) {
  const std::vector<int> row = renumbered(keep_row), column = renumbered(keep_column);
  for (PlacedCell& cell : grid.cells) {
    const int bottom = row[static_cast<size_t>(cell.row + cell.rowspan)];
    const int right = column[static_cast<size_t>(cell.column + cell.colspan)];
    cell.row = row[static_cast<size_t>(cell.row)];
    cell.column = column[static_cast<size_t>(cell.column)];
    cell.rowspan = bottom - cell.row;
    cell.colspan = right - cell.column;
  }
  std::erase_if(grid.cells,
                [](const PlacedCell& cell) { return cell.rowspan <= 0 || cell.colspan <= 0; });
  grid.rows = row.back();
  grid.columns = column.back();
}

// A row or column in which no cell begins is only a trace of how the table was drawn.
void drop_untouched(Grid& grid) {
  std::vector<bool> rows(static_cast<size_t>(grid.rows)),
      columns(static_cast<size_t>(grid.columns));
  for (const PlacedCell& cell : grid.cells) {
    rows[static_cast<size_t>(cell.row)] = true;
    columns[static_cast<size_t>(cell.column)] = true;
  }
  take_out(grid, rows, columns);
}

void drop_blank_ends(Grid& grid) {
  std::vector<bool> written(static_cast<size_t>(grid.rows));
  for (const PlacedCell& cell : grid.cells)
    if (!cell.shaped.cell.text.empty())
      std::fill_n(written.begin() + cell.row, cell.rowspan, true);
  const auto first = std::find(written.begin(), written.end(), true);
  const auto last = std::find(written.rbegin(), written.rend(), true).base();
  std::vector<bool> keep(written.size());
  if (first < last)
    std::fill(keep.begin() + (first - written.begin()), keep.begin() + (last - written.begin()),
              true);
  take_out(grid, keep, std::vector<bool>(static_cast<size_t>(grid.columns), true));
}

// Rows of cells, each place covered once; a missing cell is an empty one.
std::vector<std::vector<TableCell>> filled(Grid& grid) {
  std::vector<std::vector<TableCell>> rows(static_cast<size_t>(grid.rows));
  std::ranges::stable_sort(grid.cells, [](const PlacedCell& a, const PlacedCell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  std::vector<int> covered(static_cast<size_t>(grid.columns)); // last row covered from above, + 1
  size_t next = 0;
  for (int row = 0; row < grid.rows; ++row) {
    std::vector<TableCell>& out = rows[static_cast<size_t>(row)];
    for (int column = 0; column < grid.columns;) {
      const bool here = next < grid.cells.size() && grid.cells[next].row == row &&
                        grid.cells[next].column == column;
      if (!here) {
        if (covered[static_cast<size_t>(column)] <= row)
          out.emplace_back();
        ++column;
        continue;
      }
      PlacedCell& cell = grid.cells[next++];
      cell.shaped.cell.rowspan = cell.rowspan;
      cell.shaped.cell.colspan = cell.colspan;
      out.push_back(std::move(cell.shaped.cell));
      std::fill_n(covered.begin() + column, cell.colspan, row + cell.rowspan);
      column += cell.colspan;
    }
  }
  return rows;
}

std::vector<bool> bold_rows(const Grid& grid) {
  std::vector<bool> bold(static_cast<size_t>(grid.rows), true);
  for (const PlacedCell& cell : grid.cells)
    if (!cell.shaped.bold && !cell.shaped.cell.text.empty())
      bold[static_cast<size_t>(cell.row)] = false;
  return bold;
}

} // namespace

std::vector<std::vector<TableCell>> shape_table(std::vector<std::vector<ShapedCell>> rows) {
  if (rows.size() > kMostRows * 4)
    rows.resize(kMostRows * 4);
  Grid grid = place(rows);
  drop_untouched(grid);
  drop_blank_ends(grid);
  drop_untouched(grid);
  const std::vector<bool> bold = bold_rows(grid);
  std::vector<std::vector<TableCell>> out = filled(grid);
  mark_head(out, bold);
  return out;
}

} // namespace heiban
