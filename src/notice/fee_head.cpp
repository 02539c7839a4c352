#include "notice/fee_head.h"

#include "base/utf8.h"
#include "notice/fee_amount.h"
#include "notice/fee_lines.h"

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
  return has(columns, FeeColumn::Standard) &&
         (has(columns, FeeColumn::Project) || has(columns, FeeColumn::School));
}

// What a column's head says, and whether in a wording known as a whole.
struct Meaning {
  FeeColumn column = FeeColumn::Other;
  bool whole = false;
};

Meaning meaning_of(std::string_view head, const FeeHeads& heads) {
  const FeeColumn whole = whole_column_of(head, heads);
  return whole != FeeColumn::Other ? Meaning{whole, true} : Meaning{column_of(head, heads), false};
}

// Whether a line above the head says what the table's fees are: 公办幼儿园收费标准一览表. Then a
// column may name a fee without its unit; in a table of expenses 办公费 is none.
bool is_titled_charges(const FeeGrid& grid, size_t head) {
  for (size_t row = 0; row < head; ++row)
    for (const std::string& cell : grid[row])
      if (cell.find("收费") != std::string::npos)
        return true;
  return false;
}

// A row a school or a grade, a column a fee: 学校名称, 学费（元/生·学期）, 住宿费（元/生·学期）.
void take_fees_as_standards(const std::vector<std::string>& texts, bool is_titled,
                            std::vector<FeeColumn>& columns) {
  const auto whose = std::ranges::find_if(columns, [](FeeColumn column) {
    return column == FeeColumn::School || column == FeeColumn::Scope;
  });
  if (whose == columns.end())
    return;
  bool names_fees = false; // 收费标准（学费）, too
  for (size_t i = 0; i < columns.size(); ++i) {
    const bool standard =
        columns[i] == FeeColumn::Standard || columns[i] == FeeColumn::FurtherStandard;
    names_fees = names_fees || (standard && names_fee(texts[i]));
    const bool is_fee = is_titled ? is_fee_name(texts[i]) : is_fee_with_unit(texts[i]);
    if (columns[i] != FeeColumn::Other || !is_fee)
      continue;
    names_fees = true;
    columns[i] =
        has(columns, FeeColumn::Standard) ? FeeColumn::FurtherStandard : FeeColumn::Standard;
  }
  if (names_fees && !has(columns, FeeColumn::School))
    *whose = FeeColumn::School;
}

// A meaning is given once, first to heads known as a whole: of 学校类别 and 收费范围 the second is
// the scope. Further standards are one fee's for other schools: 收费标准（城市）, 收费标准（农村）.
std::vector<FeeColumn> given_once(const std::vector<Meaning>& meanings,
                                  const std::vector<std::string>& texts, bool is_titled) {
  std::vector<FeeColumn> columns(meanings.size(), FeeColumn::Other);
  for (const bool whole : {true, false})
    for (size_t i = 0; i < meanings.size(); ++i)
      if (meanings[i].whole == whole && !has(columns, meanings[i].column))
        columns[i] = meanings[i].column;
  for (size_t i = 0; i < meanings.size(); ++i)
    if (meanings[i].column == FeeColumn::Standard && columns[i] == FeeColumn::Other)
      columns[i] = FeeColumn::FurtherStandard;
  if (!has(columns, FeeColumn::Project))
    take_fees_as_standards(texts, is_titled, columns);
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
  FeeHead head{first, end, {}, {}, {}};
  head.storeys.resize(end - first, Row(grid[first].size()));
  std::vector<Meaning> meanings;
  std::vector<std::vector<bool>> under;
  for (size_t row = first; row < end; ++row)
    under.push_back(spanned(sheet, row));
  for (size_t column = 0; column < grid[first].size(); ++column) {
    std::string text;
    Meaning& meaning = meanings.emplace_back();
    for (size_t row = first; row < end; ++row) {
      const std::string& own = grid[row][column];
      const bool names_below = own.empty() && !grid[end - 1][column].empty();
      const std::string here = names_below ? text_at(grid, under[row - first], row, column) : own;
      head.storeys[row - first][column] = here;
      text = joined(text, here, heads);
      if (const Meaning known = meaning_of(here, heads); known.column != FeeColumn::Other)
        meaning = known;
    }
    head.texts.push_back(std::move(text));
  }
  head.columns =
      given_once(meanings, head.texts, is_titled_charges(grid, std::min(first, kHeadWithin)));
  return head;
}

// Whether a row says what makes a head: a standard or a fee, and whose or what it is.
bool may_be_head(const Row& row, const FeeHeads& heads) {
  return lone_text(row).empty() && std::ranges::any_of(row, [&](const std::string& cell) {
           const FeeColumn column = column_of(cell, heads);
           return column == FeeColumn::Project || column == FeeColumn::Standard ||
                  column == FeeColumn::School || is_fee_with_unit(cell);
         });
}

} // namespace

FeeGrid carried(const Sheet& sheet) {
  FeeGrid grid = sheet.rows;
  for (auto& row : grid)
    for (std::string& cell : row)
      cell = trim(cell);
  for (const GridMerge& merge : sheet.merges)
    for (int r = merge.row_from; r < merge.row_to; ++r)
      for (int c = merge.column_from; c < merge.column_to; ++c)
        grid[static_cast<size_t>(r)][static_cast<size_t>(c)] =
            grid[static_cast<size_t>(merge.row_from)][static_cast<size_t>(merge.column_from)];
  return grid;
}

std::optional<FeeHead> fee_head_at(const Sheet& sheet, const FeeGrid& grid, size_t row,
                                   const FeeHeads& heads) {
  if (!may_be_head(grid[row], heads))
    return {};
  const size_t first = top_of(sheet, row);
  size_t end = row + 1;
  while (end < grid.size() && end - first < kMostStoreys && is_storey(sheet, grid, end))
    ++end;
  if (FeeHead head = head_of(sheet, grid, first, end, heads); is_head(head.columns))
    return head;
  if (FeeHead head = head_of(sheet, grid, row, row + 1, heads); is_head(head.columns))
    return head; // the storeys were none
  return {};
}

std::optional<FeeHead> find_fee_head(const Sheet& sheet, const FeeGrid& grid,
                                     const FeeHeads& heads) {
  for (size_t row = 0; row < grid.size() && row < kHeadWithin; ++row)
    if (std::optional<FeeHead> head = fee_head_at(sheet, grid, row, heads))
      return head;
  return {};
}

} // namespace heiban
