#include "notice/fee_table.h"

#include <algorithm>

namespace heiban {
namespace {

struct Span {
  int rows = 1, columns = 1;
  bool covered = false; // another cell stands here
};

class TableMaker {
public:
  TableMaker(const FeeSchedule& schedule, const Sheet& sheet, bool without_phones)
      : schedule_(schedule) {
    const int phones = schedule.find(FeeColumn::Phone);
    for (size_t column = 0; column < schedule.heads.size(); ++column)
      if (!(without_phones && static_cast<int>(column) == phones) && !is_empty(column))
        kept_.push_back(column);
    spans_.assign(schedule.rows.size(), std::vector<Span>(kept_.size()));
    for (const GridMerge& merge : sheet.merges)
      place(merge);
  }

  Block make() const {
    Block table;
    table.kind = BlockKind::Table;
    auto& heads = table.rows.emplace_back();
    for (const size_t column : kept_)
      heads.push_back({schedule_.heads[column], 1, 1, true});
    for (size_t row = 0; row < schedule_.rows.size(); ++row)
      table.rows.push_back(cells_of(row));
    return table;
  }

private:
  bool is_empty(size_t column) const {
    return schedule_.heads[column].empty() &&
           std::all_of(schedule_.rows.begin(), schedule_.rows.end(),
                       [&](const FeeRow& row) { return row.section || row.cells[column].empty(); });
  }

  // The first of the schedule's rows that stands at the sheet's row or below it.
  size_t first_at(int grid_row) const {
    const auto row = std::ranges::lower_bound(schedule_.rows, static_cast<size_t>(grid_row), {},
                                              &FeeRow::grid_row);
    return static_cast<size_t>(row - schedule_.rows.begin());
  }

  // A merged area over whole fee rows becomes one cell; one that a section row cuts through stays
  // as its carried values.
  void place(const GridMerge& merge) {
    const size_t first = first_at(merge.row_from), end = first_at(merge.row_to);
    size_t left = kept_.size(), right = 0;
    for (size_t row = first; row < end; ++row)
      if (schedule_.rows[row].section)
        return;
    for (size_t i = 0; i < kept_.size(); ++i) {
      const auto column = static_cast<int>(kept_[i]);
      if (column < merge.column_from || column >= merge.column_to)
        continue;
      left = std::min(left, i);
      right = i + 1;
    }
    // A merge that began in the head is the head's.
    if (first >= end || left >= right || merge.row_from <= static_cast<int>(schedule_.head_row))
      return;
    for (size_t row = first; row < end; ++row)
      for (size_t i = left; i < right; ++i)
        spans_[row][i].covered = true;
    spans_[first][left] = {static_cast<int>(end - first), static_cast<int>(right - left), false};
  }

  std::vector<TableCell> cells_of(size_t row) const {
    const FeeRow& fee = schedule_.rows[row];
    if (fee.section)
      return {{fee.cells[0], 1, static_cast<int>(kept_.size()), false}};
    std::vector<TableCell> cells;
    for (size_t i = 0; i < kept_.size(); ++i)
      if (const Span& span = spans_[row][i]; !span.covered)
        cells.push_back({fee.cells[kept_[i]], span.rows, span.columns, false});
    return cells;
  }

  const FeeSchedule& schedule_;
  std::vector<size_t> kept_;             // columns
  std::vector<std::vector<Span>> spans_; // by schedule row and kept column
};

} // namespace

Block fee_table(const FeeSchedule& schedule, const Sheet& sheet, bool without_phones) {
  return TableMaker(schedule, sheet, without_phones).make();
}

} // namespace heiban
