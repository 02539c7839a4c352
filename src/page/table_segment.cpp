#include "page/table_segment.h"

#include "base/utf8.h"

#include <algorithm>
#include <numeric>

namespace heiban {
namespace {

constexpr size_t kRetold = 120; // bytes of a cell that each of its rows tells again
// Of a page: what is higher is not repeated on each.
constexpr double kLargestFoot = 0.25, kLargestSection = 0.2;

struct Stretch {
  size_t from, to; // units
  size_t heads;    // rows repeated above them
};

template <typename Units, typename Count>
int sum_of_cells(const TableGrid& grid, const Units& units, const Stretch& of, Count count) {
  size_t sum = 0;
  const auto add = [&](size_t row) {
    for (const GridCell& cell : grid.cells(row))
      sum += count(grid.text(cell));
  };
  for (size_t unit = of.from; unit < of.to; ++unit)
    if (units[unit].line <= 0)
      add(units[unit].row);
  for (size_t row = 0; row < of.heads; ++row)
    add(row);
  return static_cast<int>(sum);
}

} // namespace

TableSegment::TableSegment(const TableContent& content, const PageMeasures& measures,
                           const Theme& theme, FontSet& fonts)
    : content_(content), grid_(content.grid), measures_(measures), theme_(theme),
      plan_(plan_columns(content, measures)), cells_(content, plan_, measures_, theme, fonts) {
  rule_ = std::max(1, measures.face / 32);
  spans_ = grid_.has_rowspans();
  measure_head(fonts);
  measure_foot(fonts);
  // Lines of dropped columns run across the whole row: no cell can stand beside several of them.
  retells_ = spans_ && !plan_.dropped.empty();
  spans_ = spans_ && !retells_;
  measure_rows(fonts);
}

TableCellKind TableSegment::kind_of(size_t row) const {
  return row < grid_.head_rows() ? TableCellKind::Head
         : grid_.is_section(row) ? TableCellKind::Section
                                 : TableCellKind::Body;
}

std::vector<const GridCell*> TableSegment::cells_of(size_t row) const {
  std::vector<const GridCell*> out;
  for (const GridCell& cell : grid_.cells(row))
    if (!cells_.dropped(cell))
      out.push_back(&cell);
  if (!retells_ || kind_of(row) != TableCellKind::Body)
    return out;
  for (size_t column = 0; column < grid_.columns(); ++column) {
    const GridCell* above = grid_.cell_at(row, column);
    const bool goes_on = above && above->column == column && above->rowspan > 1;
    if (goes_on && !cells_.dropped(*above) && above->length <= kRetold &&
        std::ranges::find(out, above) == out.end())
      out.push_back(above);
  }
  return out;
}

int TableSegment::row_lines(size_t row, FontSet& fonts) const {
  int lines = 1;
  for (const GridCell* cell : cells_of(row))
    if (span_of(*cell) == 1)
      lines = std::max(lines, cells_.lines(*cell, kind_of(row), fonts));
  return lines;
}

void TableSegment::measure_head(FontSet& fonts) {
  for (size_t row = 0; row < grid_.head_rows(); ++row)
    head_heights_.push_back(row_height(row_lines(row, fonts)));
  for (size_t row = 0; row < grid_.head_rows(); ++row) { // two-storey heads
    for (const GridCell& cell : grid_.cells(row)) {
      if (span_of(cell) == 1 || cells_.dropped(cell))
        continue;
      const size_t end = std::min(grid_.head_rows(), row + cell.rowspan);
      const int have = std::accumulate(head_heights_.begin() + row, head_heights_.begin() + end, 0);
      const int need = row_height(cells_.lines(cell, TableCellKind::Head, fonts));
      head_heights_[end - 1] += std::max(0, need - have);
    }
  }
  heads_height_ = std::accumulate(head_heights_.begin(), head_heights_.end(), 0);
  first_row_ = grid_.head_rows();
  if (heads_height_ > measures_.body.h * kLargestTableHead) {
    head_heights_.clear();
    heads_height_ = 0;
    first_row_ = 0;
  }
}

void TableSegment::measure_foot(FontSet& fonts) {
  const int height = cells_.foot_height(measures_.text_width(), fonts);
  if (height <= measures_.body.h * kLargestFoot)
    foot_height_ = height;
}

void TableSegment::measure_rows(FontSet& fonts) {
  units_.clear();
  of_.clear();
  units_.reserve(grid_.rows());
  of_.reserve(grid_.rows());
  int32_t section = -1;
  bool fits = true;
  for (size_t row = first_row_; row < grid_.rows(); ++row) {
    if (kind_of(row) == TableCellKind::Section) {
      const int height = row_height(row_lines(row, fonts));
      section = height <= measures_.body.h * kLargestSection ? static_cast<int32_t>(row) : -1;
      section_heights_[static_cast<uint32_t>(row)] = height;
    }
    fits = add_row(row, section, fonts) && fits;
  }
  keep_rows_company();
  if (!spans_ || (fits && make_room_for_spans(fonts)))
    return;
  // Something is taller than a page and will be split at its lines: spans are told in their first
  // row then, since no one could follow both.
  spans_ = false;
  measure_rows(fonts);
}

// No row alone under the heads or at a page's top, as with the lines of a paragraph.
void TableSegment::keep_rows_company() {
  for (size_t unit = 1; unit < units_.size(); ++unit) // a head told once, as rows
    if (kind_of(of_[unit - 1].row) == TableCellKind::Head)
      units_[unit].cost = BreakCost::Strand;
  if (units_.size() < 4)
    return;
  for (const size_t unit : {size_t{1}, units_.size() - 1})
    if (of_[unit].line < 0)
      units_[unit].cost = std::max(units_[unit].cost, BreakCost::Widow);
}

bool TableSegment::add_row(size_t row, int32_t section, FontSet& fonts) {
  const auto number = static_cast<uint32_t>(row);
  const int told = plan_.dropped.empty() ? 0 : cells_.told_lines(row, fonts);
  const int beside = row_lines(row, fonts); // lines of cells side by side
  const int lines = beside + told;
  const int height = row_height(lines);
  const bool own = section >= 0 && static_cast<uint32_t>(section) == number;
  const bool after_section = !of_.empty() && kind_of(of_.back().row) == TableCellKind::Section;
  // One that is too high to be repeated stands above its first row all the same.
  const bool alone = after_section && section < 0;
  const int page = page_room(own ? -1 : section) - (alone ? units_.back().height : 0);
  const BreakCost cost = after_section ? BreakCost::Strand : BreakCost::Free;
  if (height <= page) {
    units_.push_back({height, 0, cost});
    of_.push_back({number, -1, section});
    return true;
  }
  for (int line = 0; line < lines; ++line) {
    const int edge = (line == 0 ? plan_.air : 0) + (line + 1 == lines ? plan_.air + rule_ : 0);
    units_.push_back({plan_.pitch + edge, 0,
                      line == 0       ? cost
                      : line < beside ? BreakCost::Strand
                                      : BreakCost::Free});
    of_.push_back({number, line, section});
  }
  return false;
}

// A cell over several rows needs their heights together; the last of them grows for it.
bool TableSegment::make_room_for_spans(FontSet& fonts) {
  for (size_t unit = 0; unit < units_.size(); ++unit) {
    for (const GridCell& cell : grid_.cells(of_[unit].row)) {
      if (span_of(cell) == 1 || cells_.dropped(cell))
        continue;
      most_span_ = std::max<size_t>(most_span_, cell.rowspan);
      const size_t end = std::min(units_.size(), unit + cell.rowspan);
      const int have = column_height(units_, unit, end);
      const int need = row_height(cells_.lines(cell, kind_of(of_[unit].row), fonts));
      units_[end - 1].height += std::max(0, need - have);
      // Not broken where the rows fit on half a page together, nor before its own text is told.
      const bool together = std::max(have, need) <= measures_.body.h / 2;
      int told = units_[unit].height, least = told; // px; of the rows that hold its text
      for (size_t i = unit + 1; i < end; told += units_[i++].height) {
        if (together || told < need)
          units_[i].cost = BreakCost::Strand;
        if (told < need)
          least = told + units_[i].height;
      }
      if (need > measures_.body.h / 2 || least > page_room(of_[unit].section))
        return false;
    }
  }
  return true;
}

int TableSegment::overhead(size_t unit) const {
  const UnitOf& of = of_[unit];
  const bool own = of.section >= 0 && static_cast<uint32_t>(of.section) == of.row;
  return heads_height_ + (own ? 0 : section_height(of.section));
}

// Of the rows of a section, under the heads and over the foot that each page repeats.
int TableSegment::page_room(int32_t section) const {
  return measures_.body.h - heads_height_ - foot_height_ - section_height(section);
}

int TableSegment::section_height(int32_t section) const {
  return section < 0 ? 0 : section_heights_.at(static_cast<uint32_t>(section));
}

std::vector<size_t> TableSegment::split(size_t from, size_t limit, int height,
                                        bool may_pass) const {
  std::vector<size_t> ends;
  for (int panel = 0; panel < plan_.panels && from < limit; ++panel) {
    size_t to = fill_column(units_, from, limit, height - overhead(from), may_pass);
    if (to == from)
      break;
    ends.push_back(to);
    from = to;
  }
  return ends;
}

int TableSegment::panels_height(size_t from, const std::vector<size_t>& ends) const {
  int height = 0;
  for (const size_t end : ends) {
    height = std::max(height, overhead(from) + column_height(units_, from, end));
    from = end;
  }
  return height;
}

SegmentFill TableSegment::fill(size_t from, size_t limit, int height, bool at_top) const {
  const SegmentFill rows = fill_rows(from, limit, height - foot_height_, at_top);
  return rows.to == from ? rows : SegmentFill{rows.to, rows.height + foot_height_};
}

SegmentFill TableSegment::fill_rows(size_t from, size_t limit, int height, bool at_top) const {
  std::vector<size_t> ends = split(from, limit, height, !at_top);
  if (ends.empty())
    return at_top ? SegmentFill{from + 1, height} : SegmentFill{from, 0};
  const int full = panels_height(from, ends);
  if (ends.back() != limit || plan_.panels == 1)
    return {ends.back(), full};
  // The last page's panels are made even.
  const int step = std::max(1, plan_.pitch / 2);
  const int least = overhead(from) + column_height(units_, from, limit) / plan_.panels;
  for (int even = least; even < full; even += step) {
    ends = split(from, limit, even, false);
    if (!ends.empty() && ends.back() == limit)
      return {limit, panels_height(from, ends)};
  }
  return {limit, full};
}

// Notes that find no room take the last rows along: a page of a schedule has its heads and phones.
size_t TableSegment::tail_for_next() const {
  constexpr size_t kLeast = 2, kMost = 5; // rows
  for (size_t rows = kLeast; rows <= kMost && rows < units_.size() && foot_height_ > 0; ++rows)
    if (units_[units_.size() - rows].cost == BreakCost::Free)
      return units_.size() - rows;
  return units_.size();
}

int TableSegment::characters(size_t from, size_t to) const {
  return sum_of_cells(grid_, of_, {from, to, head_heights_.size()}, count_code_points);
}

int TableSegment::digits(size_t from, size_t to) const {
  return sum_of_cells(grid_, of_, {from, to, head_heights_.size()}, count_digits);
}

int TableSegment::cells(size_t from, size_t to) const {
  return sum_of_cells(grid_, of_, {from, to, head_heights_.size()},
                      [](std::string_view text) -> size_t { return !text.empty(); });
}

int TableSegment::rows(size_t from, size_t to) const {
  return static_cast<int>(of_[to - 1].row - of_[from].row + 1);
}

} // namespace heiban
