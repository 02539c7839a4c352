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
    add_heads(table);
    for (size_t row = 0; row < schedule_.rows.size(); ++row)
      table.rows.push_back(cells_of(row));
    return table;
  }

private:
  const std::string& head_at(size_t storey, size_t kept) const {
    return schedule_.head_storeys[storey][kept_[kept]];
  }

  // Whether a head has nothing of its own below that storey.
  bool reaches_down(size_t storey, size_t kept) const {
    for (size_t below = storey + 1; below < schedule_.head_storeys.size(); ++below)
      if (const std::string& text = head_at(below, kept);
          !text.empty() && text != head_at(storey, kept))
        return false;
    return true;
  }

  // Heads of several storeys stand as staff wrote them, 小学 below 收费标准, where they tell all
  // that the joined ones do.
  void add_heads(Block& table) const {
    const size_t storeys = schedule_.head_storeys.size();
    std::vector<bool> told(kept_.size()); // whole, by a storey above
    for (size_t storey = 0; storey < storeys; ++storey) {
      auto& heads = table.rows.emplace_back();
      for (size_t i = 0; i < kept_.size();) {
        const std::string& text = head_at(storey, i);
        size_t end = i + 1;
        if (told[i]) {
          i = end;
          continue;
        }
        const bool down = reaches_down(storey, i);
        while (!text.empty() && end < kept_.size() && !told[end] && head_at(storey, end) == text &&
               reaches_down(storey, end) == down)
          ++end;
        heads.push_back(
            {text, down ? static_cast<int>(storeys - storey) : 1, static_cast<int>(end - i), true});
        std::fill(told.begin() + static_cast<std::ptrdiff_t>(i),
                  told.begin() + static_cast<std::ptrdiff_t>(end), down);
        i = end;
      }
    }
  }

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
