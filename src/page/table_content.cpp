#include "page/table_content.h"

#include "base/utf8.h"
#include "page/builder.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kClassLength = 12; // characters: a longer cell is prose, not a class

bool is_about_fees(const TableGrid& grid) {
  for (size_t column = 0; column < grid.columns(); ++column)
    if (const std::string head = grid.head(column); head.find("收费") != std::string::npos)
      return true;
  return false;
}

// A row's class is named in one of its cells, or by the section it stands in.
std::vector<FeeClass> classes_of(const TableGrid& grid) {
  if (!is_about_fees(grid))
    return {};
  std::vector<FeeClass> classes(grid.rows(), FeeClass::None);
  FeeSections sections;
  for (size_t row = grid.head_rows(); row < grid.rows(); ++row) {
    if (grid.is_section(row))
      sections.enter(grid.text(grid.cells(row)[0]));
    if (classes[row] == FeeClass::None)
      classes[row] = sections.fee_class();
    for (const GridCell& cell : grid.cells(row)) {
      const std::string_view text = grid.text(cell);
      const FeeClass own =
          count_code_points(text) <= kClassLength ? fee_class_of(text) : FeeClass::None;
      if (own != FeeClass::None)
        std::fill_n(classes.begin() + static_cast<std::ptrdiff_t>(row), cell.rowspan, own);
    }
  }
  const bool any = std::ranges::any_of(classes, [](FeeClass one) { return one != FeeClass::None; });
  return any ? classes : std::vector<FeeClass>{};
}

} // namespace

TableContent table_content(const Block& block, const Ruler& ruler) {
  TableContent content{TableGrid(block.rows), {}, {}, std::string(trim(block.text))};
  const TableGrid& grid = content.grid;
  content.facts = column_facts(grid, ruler);
  content.classes = classes_of(grid);
  for (const std::string_view line : split_at_line_ends(content.foot))
    content.foot_width = std::max(content.foot_width, ruler.width(line));
  for (size_t row = grid.head_rows(); row < grid.rows() && !content.has_sections; ++row)
    content.has_sections = grid.is_section(row);
  return content;
}

} // namespace heiban
