#include "notice/fee_head.h"

#include "base/utf8.h"

#include <algorithm>
#include <ranges>

namespace heiban {
namespace {

constexpr size_t kHeadWithin = 20; // rows: further down nobody keeps a head
constexpr size_t kMostStoreys = 3;

using Row = std::vector<std::string>;

bool has(const std::vector<FeeColumn>& columns, FeeColumn column) {
  return std::ranges::find(columns, column) != columns.end();
}

bool is_head(const std::vector<FeeColumn>& columns) {
  return has(columns, FeeColumn::Project) && has(columns, FeeColumn::Standard);
}

// A meaning is given once: of 收费标准（城市） and 收费标准（农村） the first is the standard.
void add_once(std::vector<FeeColumn>& columns, FeeColumn column) {
  columns.push_back(has(columns, column) ? FeeColumn::Other : column);
}

std::vector<FeeColumn> columns_of(const Row& row, const FeeHeads& heads) {
  std::vector<FeeColumn> columns;
  for (const std::string& cell : row)
    add_once(columns, column_of(cell, heads));
  return columns;
}

// Columns whose head spans others too. In a file without merged cells (CSV) a span is a head and
// the empty cells to its right.
std::vector<bool> spanned(const Sheet& sheet, size_t at) {
  const Row& row = sheet.rows[at];
  std::vector<bool> out(row.size());
  bool merged = false;
  for (const GridMerge& merge : sheet.merges) {
    const bool here = merge.row_from <= static_cast<int>(at) && static_cast<int>(at) < merge.row_to;
    merged = merged || here;
    const bool spans = merge.column_to - merge.column_from > 1;
    if (here && spans && merge.row_to == static_cast<int>(at) + 1)
      std::fill(out.begin() + merge.column_from, out.begin() + merge.column_to, true);
  }
  for (size_t i = 1; !merged && i < row.size(); ++i)
    if (trim(row[i]).empty() || trim(row[i]) == trim(row[i - 1]))
      out[i] = out[i - 1] = true;
  return out;
}

bool is_short_name(const std::string& text) {
  constexpr size_t kLongest = 20; // characters
  return count_code_points(text) <= kLongest && !read_amount(text);
}

// The row below a head is its second storey where it says something only under heads that span
// several columns, and names columns there.
bool is_storey(const Sheet& sheet, const FeeGrid& grid, size_t row) {
  const std::vector<bool> under = spanned(sheet, row - 1);
  size_t names = 0;
  for (size_t i = 0; i < grid[row].size(); ++i) {
    const std::string& text = grid[row][i];
    if (text.empty() || text == grid[row - 1][i])
      continue;
    if (!under[i] || !is_short_name(text))
      return false;
    ++names;
  }
  return names > 1;
}

// The row where the head that reaches down into `row` begins.
size_t top_of(const Sheet& sheet, size_t row) {
  int top = static_cast<int>(row);
  for (const GridMerge& merge : sheet.merges)
    if (merge.row_from <= static_cast<int>(row) && static_cast<int>(row) < merge.row_to)
      top = std::min(top, merge.row_from);
  return static_cast<size_t>(top);
}

// A head over several columns in a file without merged cells says it once, at the left.
std::string text_at(const FeeGrid& grid, const std::vector<bool>& under, size_t row,
                    size_t column) {
  while (column > 0 && grid[row][column].empty() && under[column] && under[column - 1])
    --column;
  return grid[row][column];
}

// A head of one column from its storeys, top to bottom. What the lower one names by itself needs no
// more (计费单位 below 收费标准); else it is a kind of the upper one: 收费标准（城市）.
std::string joined(const std::string& upper, const std::string& lower, const FeeHeads& heads) {
  if (lower.empty() || lower == upper)
    return upper;
  if (upper.empty() || column_of(lower, heads) != FeeColumn::Other)
    return lower;
  const bool bracketed = lower.find("（") != lower.npos || lower.find('(') != lower.npos;
  return bracketed ? upper + "·" + lower : upper + "（" + lower + "）";
}

FeeHead head_of(const Sheet& sheet, const FeeGrid& grid, size_t first, size_t end,
                const FeeHeads& heads) {
  FeeHead head{first, end, {}, {}};
  std::vector<std::vector<bool>> under;
  for (size_t row = first; row < end; ++row)
    under.push_back(spanned(sheet, row));
  for (size_t column = 0; column < grid[first].size(); ++column) {
    std::string text;
    FeeColumn meaning = FeeColumn::Other;
    for (size_t row = first; row < end; ++row) {
      const std::string& own = grid[row][column];
      const bool names_below = own.empty() && !grid[end - 1][column].empty();
      const std::string here = names_below ? text_at(grid, under[row - first], row, column) : own;
      text = joined(text, here, heads);
      if (const FeeColumn known = column_of(here, heads); known != FeeColumn::Other)
        meaning = known;
    }
    head.texts.push_back(std::move(text));
    add_once(head.columns, meaning);
  }
  return head;
}

} // namespace

std::optional<FeeHead> find_fee_head(const Sheet& sheet, const FeeGrid& grid,
                                     const FeeHeads& heads) {
  for (size_t row = 0; row < grid.size() && row < kHeadWithin; ++row) {
    const std::vector<FeeColumn> columns = columns_of(grid[row], heads);
    if (!has(columns, FeeColumn::Project) && !has(columns, FeeColumn::Standard))
      continue;
    const size_t first = top_of(sheet, row);
    size_t end = row + 1;
    while (end < grid.size() && end - first < kMostStoreys && is_storey(sheet, grid, end))
      ++end;
    if (FeeHead head = head_of(sheet, grid, first, end, heads); is_head(head.columns))
      return head;
    if (is_head(columns))
      return head_of(sheet, grid, row, row + 1, heads); // the storeys were none
  }
  return {};
}

} // namespace heiban
