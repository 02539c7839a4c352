#include "page/table_grid.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

constexpr size_t kMostColumns = 4096; // more is an attack, not a table
constexpr size_t kMostHeadRows = 4;
constexpr size_t kHeadLength = 16; // characters of a head's cell

// Words that stand in the heads of public tables, and hardly elsewhere as a whole cell.
constexpr std::array kHeadWords = {
    "序号",   "编号", "姓名",   "性别", "名称",   "项目", "标准", "单位", "依据", "范围",
    "备注",   "学校", "数量",   "价格", "金额",   "类别", "日期", "时间", "地点", "地址",
    "电话",   "专业", "学段",   "班级", "年级",   "科目", "分数", "成绩", "名次", "岗位",
    "人数",   "学历", "准考证", "合计", "说明",   "内容", "部门", "职务", "区域", "计划",
    "供应商", "规格", "结果",   "事项", "联系人", "批次", "年度"};

bool has_head_word(std::string_view text) {
  return std::any_of(kHeadWords.begin(), kHeadWords.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool starts_like_number(std::string_view text) {
  return !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text[0] == '-' || text[0] == '+');
}

} // namespace

TableGrid::TableGrid(const std::vector<std::vector<TableCell>>& rows) {
  place_cells(rows);
  head_rows_ = count_head(rows);
}

void TableGrid::place_cells(const std::vector<std::vector<TableCell>>& rows) {
  std::vector<uint32_t> busy; // rows each column is still covered from above, this one included
  first_cell_.reserve(rows.size() + 1);
  for (size_t row = 0; row < rows.size(); ++row) {
    first_cell_.push_back(static_cast<uint32_t>(cells_.size()));
    size_t column = 0;
    for (const TableCell& cell : rows[row]) {
      while (column < busy.size() && busy[column] > 0)
        ++column;
      const size_t place = std::min(column, kMostColumns - 1);
      const auto wide = std::clamp<size_t>(static_cast<size_t>(std::max(1, cell.colspan)), 1,
                                           kMostColumns - place);
      const auto high =
          std::clamp<size_t>(static_cast<size_t>(std::max(1, cell.rowspan)), 1, rows.size() - row);
      const std::string_view text = trim(cell.text);
      cells_.push_back({static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(text.size()),
                        static_cast<uint32_t>(high), static_cast<uint16_t>(place),
                        static_cast<uint16_t>(wide)});
      bytes_ += text;
      if (busy.size() < place + wide)
        busy.resize(place + wide, 0);
      for (size_t i = place; i < place + wide; ++i)
        busy[i] = static_cast<uint32_t>(high);
      has_rowspans_ = has_rowspans_ || high > 1;
      column = place + wide;
    }
    for (uint32_t& rest : busy)
      rest -= rest > 0;
    columns_ = std::max(columns_, busy.size());
  }
  first_cell_.push_back(static_cast<uint32_t>(cells_.size()));
}

std::span<const GridCell> TableGrid::cells(size_t row) const {
  return std::span(cells_).subspan(first_cell_[row], first_cell_[row + 1] - first_cell_[row]);
}

const GridCell* TableGrid::cell_at(size_t row, size_t column) const {
  constexpr size_t kSearched = 256; // rows up
  const size_t last = has_rowspans_ ? row - std::min(row, kSearched) : row;
  for (size_t at = row + 1; at-- > last;) {
    const auto here = cells(at);
    const auto after = std::ranges::upper_bound(here, column, {}, &GridCell::column);
    if (after == here.begin())
      continue;
    const GridCell& cell = *(after - 1);
    if (column < size_t{cell.column} + cell.colspan && row < at + cell.rowspan)
      return &cell;
  }
  return nullptr;
}

std::string_view TableGrid::text(const GridCell& cell) const {
  return std::string_view(bytes_).substr(cell.offset, cell.length);
}

bool TableGrid::is_section(size_t row) const {
  const auto here = cells(row);
  return columns_ > 1 && here.size() == 1 && here[0].colspan == columns_ && here[0].length > 0;
}

// Sites rarely say <th>: a head is known by its words, all short and none a number.
bool TableGrid::looks_like_head(size_t row) const {
  bool word = false;
  for (const GridCell& cell : cells(row)) {
    const std::string_view content = text(cell);
    if (starts_like_number(content) || count_code_points(content) > kHeadLength)
      return false;
    word = word || has_head_word(content);
  }
  return word && !is_section(row);
}

size_t TableGrid::count_head(const std::vector<std::vector<TableCell>>& rows) const {
  size_t head = 0;
  const auto said = [&](size_t row) {
    return !rows[row].empty() && std::all_of(rows[row].begin(), rows[row].end(),
                                             [](const TableCell& cell) { return cell.head; });
  };
  while (head + 1 < rows.size() && head < kMostHeadRows && said(head))
    ++head;
  if (head == 0 && rows.size() > 1) {
    const size_t first = rows.size() > 2 && is_section(0) ? 1 : 0; // a title row above the heads
    if (looks_like_head(first))
      head = first + 1;
  }
  // Heads of two storeys: what a head's cell covers below is head too.
  for (size_t row = 0; row < head; ++row)
    for (const GridCell& cell : cells(row))
      head = std::max(head, row + cell.rowspan);
  return head < rows.size() && head <= kMostHeadRows ? head : 0;
}

std::string TableGrid::head(size_t column) const {
  std::string words;
  for (size_t row = 0; row < head_rows_; ++row)
    for (const GridCell& cell : cells(row))
      if (!is_section(row) && cell.column <= column && column < cell.column + cell.colspan &&
          text(cell) != words)
        words += text(cell);
  return words;
}

} // namespace heiban
