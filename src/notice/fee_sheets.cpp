#include "notice/fee_sheets.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace heiban {
namespace {

constexpr size_t kMostAbove = 12;       // lines: the head of a schedule is looked for near its top
constexpr size_t kMostArea = 2'000'000; // columns × lines of all sheets, empty cells included

// A block's text as lines of a sheet: a signature has one for the organ and one for the day.
std::vector<std::string> lines_of(const Block& block) {
  std::vector<std::string> out = block.names; // of attachments
  for (size_t from = 0; from < block.text.size();) {
    const size_t end = std::min(block.text.find('\n', from), block.text.size());
    if (end > from)
      out.push_back(block.text.substr(from, end - from));
    from = end + 1;
  }
  return out;
}

// Where the cells of a table stand: a cell from above may cover columns of the rows below it.
struct TablePlaces {
  std::vector<std::vector<int>> columns; // of each row's cells: the first column of each
  int width = 0;                         // columns of the table
};

TablePlaces places_of(const std::vector<std::vector<TableCell>>& rows) {
  TablePlaces places;
  std::vector<int> open; // rows a column is still covered
  for (const auto& row : rows) {
    std::vector<int>& columns = places.columns.emplace_back();
    size_t at = 0;
    for (const TableCell& cell : row) {
      while (at < open.size() && open[at] > 0)
        ++at;
      columns.push_back(static_cast<int>(at));
      open.resize(std::max(open.size(), at + static_cast<size_t>(cell.colspan)));
      std::fill_n(open.begin() + static_cast<std::ptrdiff_t>(at), cell.colspan, cell.rowspan);
      at += static_cast<size_t>(cell.colspan);
    }
    for (int& left : open)
      left = std::max(0, left - 1);
  }
  places.width = static_cast<int>(open.size());
  return places;
}

class SheetMaker {
public:
  explicit SheetMaker(int columns) : columns_(columns) {
    for (int i = 1; i <= columns; ++i)
      sheet_.column_numbers.push_back(i);
  }

  void add_line(std::string text, int number) {
    const int row = place();
    if (columns_ > 1)
      sheet_.merges.push_back({row, 0, row + 1, columns_});
    add_row(number)[0] = std::move(text);
  }

  void add_table(const std::vector<std::vector<TableCell>>& rows, const TablePlaces& places) {
    const int first = place(), end = first + static_cast<int>(rows.size());
    for (size_t row = 0; row < rows.size(); ++row) {
      const int at = place();
      std::vector<std::string>& cells = add_row(at - first + 1);
      for (size_t i = 0; i < rows[row].size(); ++i) {
        const TableCell& cell = rows[row][i];
        const int from = places.columns[row][i];
        cells[static_cast<size_t>(from)] = cell.text;
        if (cell.rowspan > 1 || cell.colspan > 1)
          sheet_.merges.push_back(
              {at, from, std::min(end, at + cell.rowspan), from + cell.colspan});
      }
    }
  }

  Sheet take() { return std::move(sheet_); }

private:
  int place() const { return static_cast<int>(sheet_.rows.size()); }
  std::vector<std::string>& add_row(int number) {
    sheet_.row_numbers.push_back(number);
    return sheet_.rows.emplace_back(static_cast<size_t>(columns_));
  }

  int columns_;
  Sheet sheet_;
};

// The lines above each table, and those below the last.
struct Parts {
  std::vector<std::pair<std::vector<std::string>, const Block*>> tables;
  std::vector<std::string> below;
};

Parts parts_of(const Notice& notice) {
  Parts parts;
  std::vector<std::string> lines;
  for (const Block& block : notice.blocks) {
    if (block.kind == BlockKind::Table)
      parts.tables.emplace_back(std::exchange(lines, {}), &block);
    else
      std::ranges::move(lines_of(block), std::back_inserter(lines));
  }
  parts.below = std::move(lines);
  return parts;
}

} // namespace

std::vector<Sheet> sheets_of(const Notice& notice) {
  const Parts parts = parts_of(notice);
  std::vector<Sheet> sheets;
  size_t area = 0;
  for (const auto& [above, table] : parts.tables) {
    const TablePlaces places = places_of(table->rows);
    const size_t lines = 1 + above.size() + table->rows.size() + parts.below.size();
    area += static_cast<size_t>(places.width) * lines;
    if (places.width < 1 || area > kMostArea)
      continue;
    SheetMaker maker(places.width);
    if (!notice.title.empty())
      maker.add_line(notice.title, 1);
    const size_t early = above.size() - std::min(above.size(), kMostAbove);
    for (size_t i = early; i < above.size(); ++i)
      maker.add_line(above[i], 1);
    maker.add_table(table->rows, places);
    const auto last = static_cast<int>(table->rows.size());
    for (size_t i = 0; i < early; ++i)
      maker.add_line(above[i], last);
    for (const std::string& line : parts.below)
      maker.add_line(line, last);
    sheets.push_back(maker.take());
  }
  return sheets;
}

} // namespace heiban
