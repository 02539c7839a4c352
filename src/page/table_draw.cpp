#include "page/table_segment.h"

#include <algorithm>

namespace heiban {

int TableSegment::panel_left(size_t panel) const {
  const int one = plan_.width();
  const int all = plan_.panels * one + (plan_.panels - 1) * plan_.gutter;
  const int left = measures_.body.x + (measures_.body.w - all) / 2;
  return left + static_cast<int>(panel) * (one + plan_.gutter);
}

void TableSegment::draw(const SegmentPlace& place, PageBuilder& page) const {
  size_t from = place.from;
  const int rows = place.height - foot_height_;
  const std::vector<size_t> ends = split(from, place.to, rows, false);
  for (size_t panel = 0; panel < ends.size(); from = ends[panel++])
    draw_panel({from, ends[panel], panel_left(panel), place.y}, page);
  if (foot_height_ > 0)
    cells_.draw_foot({measures_.text_left(), place.y + rows, measures_.text_width(), foot_height_},
                     page);
}

// A bar in the colour of the row's class; the word for it stands in the row or in its section.
void TableSegment::draw_class(const Rect& row, size_t number, PageBuilder& page) const {
  const FeeClass one = content_.class_of(number);
  if (one == FeeClass::None)
    return;
  const int bar = std::max(2, plan_.pad * 2 / 3);
  page.fill({row.x - bar, row.y, bar, row.h - rule_}, theme_.category(std::string(word_of(one))));
}

// Height of a cell over several rows, as far as they stand in this part.
int TableSegment::span_height(const Part& part, size_t unit, const GridCell& cell) const {
  int height = 0;
  const uint32_t end = of_[unit].row + cell.rowspan;
  for (size_t i = unit; i < part.to && of_[i].row < end; ++i)
    height += units_[i].height;
  return height;
}

int TableSegment::draw_head(const Part& part, PageBuilder& page) const {
  int y = part.y;
  const int width = plan_.width();
  page.fill({part.x, y, width, heads_height_}, theme_.table_head);
  for (size_t row = 0; row < head_heights_.size(); ++row) {
    for (const GridCell& cell : grid_.cells(row)) {
      if (cells_.dropped(cell))
        continue;
      int height = 0;
      for (size_t i = row; i < std::min(head_heights_.size(), row + cell.rowspan); ++i)
        height += head_heights_[i];
      const Rect box = cell_box(part, cell, y, height - rule_);
      cells_.draw(cell, {box, TableCellKind::Head, PageRole::Head, static_cast<int>(row)}, page);
      if (row + cell.rowspan < head_heights_.size()) // no line runs through a cell over two rows
        page.fill({box.x, box.bottom(), box.w, rule_}, theme_.rule);
    }
    y += head_heights_[row];
  }
  if (!head_heights_.empty())
    page.fill({part.x, y - rule_, width, rule_}, theme_.rule);
  const UnitOf& first = of_[part.from];
  if (first.section < 0 || static_cast<uint32_t>(first.section) == first.row)
    return y;
  const int height = section_height(first.section);
  for (const GridCell& cell : grid_.cells(static_cast<size_t>(first.section)))
    cells_.draw(
        cell,
        {{part.x, y, width, height - rule_}, TableCellKind::Section, PageRole::Head, first.section},
        page);
  draw_class({part.x, y, width, height}, static_cast<size_t>(first.section), page);
  page.fill({part.x, y + height - rule_, width, rule_}, theme_.rule);
  return y + height;
}

void TableSegment::draw_panel(const Part& part, PageBuilder& page) const {
  int y = draw_head(part, page);
  int top = y;
  for (size_t unit = part.from; unit < part.to; top += units_[unit++].height)
    draw_ground(part, unit, top, page);
  if (most_span_ > 1)
    draw_open_spans(part, y, page);
  for (size_t unit = part.from; unit < part.to; ++unit) {
    draw_unit(part, unit, y, page);
    y += units_[unit].height;
  }
}

// A cell over several rows that began on another page is told again where it goes on.
void TableSegment::draw_open_spans(const Part& part, int y, PageBuilder& page) const {
  const size_t first = of_[part.from].row;
  for (size_t row = first - std::min(first - first_row_, most_span_ - 1); row < first; ++row) {
    for (const GridCell& cell : grid_.cells(row)) {
      if (cells_.dropped(cell) || row + cell.rowspan <= first)
        continue;
      int height = 0;
      for (size_t i = part.from; i < part.to && of_[i].row < row + cell.rowspan; ++i)
        height += units_[i].height;
      const Rect box = cell_box(part, cell, y, height - rule_);
      const int need = row_height(cells_.lines(cell, TableCellKind::Body, page.fonts()));
      if (need <= height)
        cells_.draw(cell, {box, TableCellKind::Body, PageRole::Head, static_cast<int>(row)}, page);
      page.fill({box.x, box.bottom(), box.w, rule_}, theme_.rule);
    }
  }
}

Rect TableSegment::cell_box(const Part& part, const GridCell& cell, int y, int height) const {
  return {part.x + plan_.serial + cells_.left_of(cell.column), y, cells_.width_of(cell), height};
}

// Under all rows before any is written, and one under all rows of a head: cells may stand on
// several.
void TableSegment::draw_ground(const Part& part, size_t unit, int y, PageBuilder& page) const {
  const UnitOf& of = of_[unit];
  const auto heads = [&](size_t i) { return kind_of(of_[i].row) == TableCellKind::Head; };
  Rect row{part.x, y, plan_.width(), units_[unit].height};
  const bool striped = !spans_ && (of.row - grid_.head_rows()) % 2 == 1;
  if (heads(unit) && unit > part.from && heads(unit - 1))
    return;
  for (size_t i = unit + 1; heads(unit) && i < part.to && heads(i); ++i)
    row.h += units_[i].height;
  if (kind_of(of.row) != TableCellKind::Body)
    page.fill(row, theme_.table_head);
  else if (striped)
    page.fill(row, theme_.table_stripe);
  draw_class(row, of.row, page);
}

void TableSegment::draw_unit(const Part& part, size_t unit, int y, PageBuilder& page) const {
  const UnitOf& of = of_[unit];
  const int width = plan_.width(), height = units_[unit].height;
  const bool ends = unit + 1 == units_.size() || of_[unit + 1].row != of.row;
  if (plan_.serial > 0 && of.line <= 0 && of.row >= grid_.head_rows()) {
    const Rect box{part.x, y, plan_.serial - plan_.pad, height - rule_};
    cells_.draw_serial(of.row - grid_.head_rows() + 1,
                       {box, TableCellKind::Body, PageRole::Label, static_cast<int>(of.row)}, page);
  }
  if (of.line >= 0)
    draw_slice(part, unit, y, page);
  else
    draw_cells(part, unit, y, page);
  if (ends && !spans_)
    page.fill({part.x, y + height - rule_, width, rule_}, theme_.rule);
}

void TableSegment::draw_cells(const Part& part, size_t unit, int y, PageBuilder& page) const {
  const UnitOf& of = of_[unit];
  const int row = static_cast<int>(of.row), height = units_[unit].height;
  const TableCellKind kind = kind_of(of.row);
  const PageRole role = kind == TableCellKind::Head ? PageRole::Head : PageRole::Cell;
  const int told =
      plan_.dropped.empty() ? 0 : cells_.told_lines(of.row, page.fonts()) * plan_.pitch;
  for (const GridCell* cell : cells_of(of.row)) {
    const bool spans = span_of(*cell) > 1;
    const int down = spans ? span_height(part, unit, *cell) : height - told;
    const Rect box = cell_box(part, *cell, y, down - rule_);
    cells_.draw(*cell, {box, kind, role, row}, page);
    if (spans_)
      page.fill({box.x, y + (spans ? down : height) - rule_, box.w, rule_}, theme_.rule);
  }
  if (told == 0)
    return;
  const Rect box{part.x + plan_.serial, y + height - rule_ - plan_.air - told,
                 plan_.columns_width(), told};
  cells_.draw_told(of.row, {box, kind, role, row}, page);
}

// One line of a row that is taller than a page.
void TableSegment::draw_slice(const Part& part, size_t unit, int y, PageBuilder& page) const {
  const UnitOf& of = of_[unit];
  const TableCellKind kind = kind_of(of.row);
  const PageRole role = kind == TableCellKind::Head ? PageRole::Head : PageRole::Cell;
  const int row = static_cast<int>(of.row), top = y + (of.line == 0 ? plan_.air : 0);
  const int lines = row_lines(of.row, page.fonts());
  if (of.line >= lines) {
    const Rect box{part.x + plan_.serial, top, plan_.columns_width(), plan_.pitch};
    cells_.draw_told(of.row, {box, kind, role, row, of.line - lines}, page);
    return;
  }
  for (const GridCell* cell : cells_of(of.row))
    cells_.draw(*cell, {cell_box(part, *cell, top, plan_.pitch), kind, role, row, of.line}, page);
}

} // namespace heiban
