// TableSegment: a table over the page's width: heads on every page, rows whole, nothing left out.
// layout pours its rows; a page's cells are set only when that page is drawn, so that a list of
// 50,000 rows keeps a height and a number a row, and nothing else.
// It reads no HTML and changes no order: rows stand as the source gives them.
#pragma once

#include "page/flow.h"
#include "page/segment.h"
#include "page/table_cells.h"

#include <map>
#include <vector>

namespace heiban {

class TableSegment : public Segment {
public:
  // `content` and `theme` outlive the segment.
  TableSegment(const TableContent& content, const PageMeasures& measures, const Theme& theme,
               FontSet& fonts);

  size_t units() const override { return units_.size(); }
  SegmentFill fill(size_t from, size_t limit, int height, bool at_top) const override;
  void draw(const SegmentPlace& place, PageBuilder& page) const override;
  int gap_before() const override { return measures_.pitch / 2; }
  int characters(size_t from, size_t to) const override;
  int digits(size_t from, size_t to) const override;
  int rows(size_t from, size_t to) const override;
  int cells(size_t from, size_t to) const override;
  size_t tail_for_next() const override;
  int face() const { return plan_.size_px; }
  bool tells_foot() const { return content_.foot.empty() || foot_height_ > 0; }

private:
  struct UnitOf { // what a unit is: a row, or one line of a row taller than a page
    uint32_t row = 0;
    int32_t line = -1;    // -1: the whole row
    int32_t section = -1; // the section row it stands under
  };
  struct Part {      // one panel's share while it is drawn
    size_t from, to; // units
    int x, y;        // px of its top left
  };

  void measure_head(FontSet& fonts);
  void measure_foot(FontSet& fonts);
  void measure_rows(FontSet& fonts);
  void keep_rows_company();
  bool add_row(size_t row, int32_t section, FontSet& fonts); // whether it fits on a page
  std::vector<const GridCell*> cells_of(size_t row) const;   // those that are drawn in it
  int row_lines(size_t row, FontSet& fonts) const; // the dropped columns' lines not included
  int row_height(int lines) const { return lines * plan_.pitch + 2 * plan_.air + rule_; }
  bool make_room_for_spans(FontSet& fonts); // whether each fits on a page
  int overhead(size_t unit) const;          // px of heads and section repeated above it
  int page_room(int32_t section) const;     // px
  int section_height(int32_t section) const;
  SegmentFill fill_rows(size_t from, size_t limit, int height, bool at_top) const;
  std::vector<size_t> split(size_t from, size_t limit, int height, bool may_pass) const;
  int panels_height(size_t from, const std::vector<size_t>& ends) const;
  TableCellKind kind_of(size_t row) const;
  uint32_t span_of(const GridCell& cell) const { return spans_ ? cell.rowspan : 1; }
  int panel_left(size_t panel) const;
  void draw_class(const Rect& row, size_t number, PageBuilder& page) const;
  int draw_head(const Part& part, PageBuilder& page) const;
  void draw_panel(const Part& part, PageBuilder& page) const;
  void draw_ground(const Part& part, size_t unit, int y, PageBuilder& page) const;
  void draw_unit(const Part& part, size_t unit, int y, PageBuilder& page) const;
  void draw_cells(const Part& part, size_t unit, int y, PageBuilder& page) const;
  void draw_slice(const Part& part, size_t unit, int y, PageBuilder& page) const;
  Rect cell_box(const Part& part, const GridCell& cell, int y, int height) const;
  void draw_open_spans(const Part& part, int y, PageBuilder& page) const;
  int span_height(const Part& part, size_t unit, const GridCell& cell) const;

  const TableContent& content_;
  const TableGrid& grid_;
  PageMeasures measures_;
  const Theme& theme_;
  ColumnPlan plan_;
  TableCells cells_;
  int rule_ = 1;                            // px of the line under a row
  size_t first_row_ = 0, most_span_ = 1;    // after repeated heads; rows of the longest span
  bool spans_ = false, retells_ = false;    // cells over several rows: drawn so, or told in each
  int heads_height_ = 0, foot_height_ = 0;  // px over and under the rows of each page; 0: untold
  std::map<uint32_t, int> section_heights_; // px of section rows that are repeated
  std::vector<int> head_heights_;           // of the repeated head rows
  std::vector<FlowUnit> units_;
  std::vector<UnitOf> of_;
};

} // namespace heiban
