// TableCells: one table's cells: how many lines each takes in its column, and how it is drawn.
// TableSegment counts row heights with it and draws rows through it.
// It knows no pages and no order of rows: a cell, a box, and what is said in it.
#pragma once

#include "page/builder.h"
#include "page/column_plan.h"
#include "page/table_content.h"

namespace heiban {

enum class TableCellKind { Body, Head, Section };

struct CellBox {
  Rect box;
  TableCellKind kind = TableCellKind::Body;
  PageRole role = PageRole::Cell; // Head where it is repeated
  int row = -1;                   // table row
  int line = -1;                  // draw this line only, at the box's top; -1: all of them
};

class TableCells {
public:
  // What is referred to outlives it.
  TableCells(const TableContent& content, const ColumnPlan& plan, const PageMeasures& measures,
             const Theme& theme, FontSet& fonts);

  bool dropped(const GridCell& cell) const { return width_of(cell) == 0; }
  int left_of(size_t column) const;         // px from the panel's left edge
  int width_of(const GridCell& cell) const; // px, pads included, over its columns

  int lines(const GridCell& cell, TableCellKind kind, FontSet& fonts) const;
  void draw(const GridCell& cell, const CellBox& at, PageBuilder& page) const;

  // The dropped columns of a row, one after another: 收费依据：…　收费范围：…
  int told_lines(size_t row, FontSet& fonts) const;
  void draw_told(size_t row, const CellBox& at, PageBuilder& page) const;

  // What stands under the rows of each page: the px it takes of the panels' width.
  int foot_height(int width, FontSet& fonts) const;
  void draw_foot(const Rect& box, PageBuilder& page) const;

  // A name list's running number, flush right in the box.
  void draw_serial(size_t number, const CellBox& at, PageBuilder& page) const;

private:
  ParagraphStyle plain_style() const;
  ParagraphStyle style_of(const GridCell& cell, TableCellKind kind) const;
  LineLook look_of(const GridCell& cell, const CellBox& at) const;
  LineLook plain_look(const CellBox& at) const;
  ParagraphStyle foot_style() const;
  struct Told {
    std::string text;
    std::vector<RoleRange> keys;
  };
  void name_dropped();
  std::vector<Told> told_values(size_t row) const;
  static Told run_on(const Told& before, const Told& value);
  std::vector<Told> told(size_t row, FontSet& fonts) const; // paragraphs
  int lines_of(const Told& told, FontSet& fonts) const;
  ParagraphStyle told_style(const Told& told) const;
  int told_width() const;
  bool draw_number(const GridCell& cell, const CellBox& at, PageBuilder& page) const;
  void draw_lines(std::string_view text, const ParagraphStyle& style, const CellBox& at,
                  const LineLook& look, PageBuilder& page) const;

  const TableContent& content_;
  const TableGrid& grid_;
  const std::vector<ColumnFacts>& facts_;
  const ColumnPlan& plan_;
  const PageMeasures& measures_;
  const Theme& theme_;
  Ruler ruler_;
  std::vector<std::string> keys_; // of the dropped columns
};

} // namespace heiban
