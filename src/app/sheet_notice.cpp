#include "app/sheet_notice.h"

#include "base/utf8.h"

#include <algorithm>

namespace heiban {
namespace {

// The only text of a row, where it has no other; otherwise empty.
std::string lone_text(const std::vector<std::string>& row) {
  std::string lone;
  for (const std::string& cell : row) {
    if (trim(cell).empty())
      continue;
    if (!lone.empty())
      return {};
    lone = trim(cell);
  }
  return lone;
}

bool is_blank(const std::vector<std::string>& row) {
  return std::all_of(row.begin(), row.end(),
                     [](const std::string& cell) { return trim(cell).empty(); });
}

Block text_block(std::string text) {
  Block block;
  block.text = std::move(text);
  return block;
}

const GridMerge* merge_over(const Sheet& sheet, int row, int column) {
  for (const GridMerge& m : sheet.merges)
    if (m.row_from <= row && row < m.row_to && m.column_from <= column && column < m.column_to)
      return &m;
  return nullptr;
}

Block table_block(const Sheet& sheet, size_t from, size_t to) {
  Block block;
  block.kind = BlockKind::Table;
  for (size_t row = from; row < to; ++row) {
    std::vector<TableCell> cells;
    for (size_t column = 0; column < sheet.rows[row].size(); ++column) {
      TableCell cell{sheet.rows[row][column], 1, 1, false};
      const GridMerge* merge = merge_over(sheet, static_cast<int>(row), static_cast<int>(column));
      if (merge) {
        const bool corner = merge->row_from == static_cast<int>(row) &&
                            merge->column_from == static_cast<int>(column);
        if (!corner)
          continue;
        cell.rowspan = std::min(merge->row_to, static_cast<int>(to)) - merge->row_from;
        cell.colspan = merge->column_to - merge->column_from;
      }
      cells.push_back(std::move(cell));
    }
    block.rows.push_back(std::move(cells));
  }
  return block;
}

// Rows above the first and below the last that have more than one text are titles and notes,
// unless the whole sheet is a single column.
void add_sheet(const Sheet& sheet, Notice& notice) {
  size_t from = 0, to = sheet.rows.size();
  const bool wide = to > 0 && sheet.rows[0].size() > 1;
  const auto outside = [&](size_t row) {
    return is_blank(sheet.rows[row]) || (wide && !lone_text(sheet.rows[row]).empty());
  };
  while (from < to && outside(from))
    ++from;
  while (to > from && outside(to - 1))
    --to;
  for (size_t row = 0; row < from; ++row) {
    const std::string text = lone_text(sheet.rows[row]);
    if (text.empty())
      continue;
    if (notice.title.empty())
      notice.title = text;
    else
      notice.blocks.push_back(text_block(text));
  }
  if (from < to)
    notice.blocks.push_back(table_block(sheet, from, to));
  for (size_t row = to; row < sheet.rows.size(); ++row)
    if (const std::string text = lone_text(sheet.rows[row]); !text.empty())
      notice.blocks.push_back(text_block(text));
}

} // namespace

Notice sheet_notice(const Workbook& book, const std::string& title) {
  Notice notice;
  notice.title = title;
  for (const Sheet& sheet : book.sheets)
    add_sheet(sheet, notice);
  notice.content_hash = content_hash_of(notice);
  notice.id = notice.content_hash.substr(0, 16);
  return notice;
}

} // namespace heiban
