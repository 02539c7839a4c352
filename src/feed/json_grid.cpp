// A table written as JSON (FEES_JSON.md) → the grid a spreadsheet of it would give.
#include "feed/grid.h"
#include "feed/mend_json.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace heiban {
namespace {

using Json = nlohmann::json;
constexpr size_t kDeepest = 8;

Error malformed(std::string message) {
  return {ErrorKind::Malformed, "JSON 表格：" + std::move(message)};
}

// Takes the text out of the value: a long one need not stand in memory twice.
std::string text_of(Json& value) {
  if (value.is_string())
    return std::move(value.get_ref<std::string&>());
  if (value.is_boolean())
    return value.get<bool>() ? "是" : "否";
  if (value.is_number_float())
    return fmt::format("{:.15g}", value.get<double>());
  if (value.is_number())
    return value.dump();
  return {};
}

std::vector<std::string> lines_of(Json& table, const char* key) {
  std::vector<std::string> out;
  if (!table.contains(key))
    return out;
  Json& value = table[key];
  if (!value.is_array())
    return {text_of(value)};
  for (Json& line : value)
    out.push_back(text_of(line));
  return out;
}

class TableReader {
public:
  // `area`, `cells`: what the tables before this one took of the limits.
  TableReader(Json& table, const GridLimits& limits, size_t& area, size_t& cells)
      : table_(table), limits_(limits), area_(area), cells_(cells) {}

  Result<Sheet> read() {
    if (!table_.is_object() || !table_.contains("columns") || !table_.contains("rows"))
      return malformed("每张表要有 columns（列名）和 rows（各行）。");
    columns_ = lines_of(table_, "columns");
    if (columns_.empty() || static_cast<int>(columns_.size()) > limits_.columns)
      return malformed(fmt::format("columns 要有 1 至 {} 个列名。", limits_.columns));
    if (table_.contains("name"))
      sheet_.name = text_of(table_["name"]);
    if (Result<void> read = read_rows(); !read)
      return read.error();
    for (size_t i = 0; i < columns_.size(); ++i)
      sheet_.column_numbers.push_back(static_cast<int>(i) + 1);
    return std::move(sheet_);
  }

private:
  Result<void> read_rows() {
    Result<void> added = add_lone_lines("title");
    if (added)
      added = add(columns_);
    for (Json& row : table_["rows"]) {
      if (added)
        added = add_row(row);
      row = nullptr; // its memory is the grid's now
    }
    return added ? add_lone_lines("notes") : added;
  }

  Result<void> add(std::vector<std::string> row) {
    if (static_cast<int>(sheet_.rows.size()) >= limits_.rows)
      return Error{ErrorKind::Refused,
                   fmt::format("表格超过 {} 行，请拆成几个文件。", limits_.rows)};
    area_ += columns_.size();
    if (area_ > limits_.area)
      return Error{ErrorKind::Refused, "表格太大，请拆成几个文件。"};
    row.resize(columns_.size());
    cells_ += row.size() - static_cast<size_t>(std::ranges::count(row, std::string()));
    if (cells_ > limits_.cells)
      return Error{ErrorKind::Refused,
                   fmt::format("表格超过 {} 格，请拆成几个文件。", limits_.cells)};
    sheet_.rows.push_back(std::move(row));
    sheet_.row_numbers.push_back(static_cast<int>(sheet_.rows.size()));
    return {};
  }

  Result<void> add_lone(std::string text) {
    const auto row = static_cast<int>(sheet_.rows.size());
    if (columns_.size() > 1)
      sheet_.merges.push_back({row, 0, row + 1, static_cast<int>(columns_.size())});
    return add({std::move(text)});
  }

  Result<void> add_lone_lines(const char* key) {
    for (std::string& line : lines_of(table_, key))
      if (Result<void> added = add_lone(std::move(line)); !added)
        return added;
    return {};
  }

  Result<void> add_row(Json& row) {
    if (row.is_array())
      return add_list(row);
    if (!row.is_object())
      return malformed(fmt::format("第 {} 行既不是列表，也不是对象。", place()));
    if (row.contains("section"))
      return add_lone(text_of(row["section"]));
    std::vector<std::string> cells(columns_.size());
    for (const auto& [key, value] : row.items()) {
      const auto column = std::find(columns_.begin(), columns_.end(), key);
      if (column == columns_.end())
        return malformed(fmt::format("第 {} 行有 columns 里没有的列“{}”。", place(), key));
      cells[static_cast<size_t>(column - columns_.begin())] = text_of(value);
    }
    return add(std::move(cells));
  }

  Result<void> add_list(Json& row) {
    if (row.size() > columns_.size())
      return malformed(
          fmt::format("第 {} 行有 {} 格，多于 {} 个列名。", place(), row.size(), columns_.size()));
    std::vector<std::string> cells;
    for (Json& value : row)
      cells.push_back(text_of(value));
    return add(std::move(cells));
  }

  size_t place() const { return sheet_.rows.size() + 1; }

  Json& table_;
  const GridLimits& limits_;
  size_t& area_;
  size_t& cells_; // that are not empty
  std::vector<std::string> columns_;
  Sheet sheet_;
};

// How deep and how much is measured before parsing, so that no bomb is ever built.
Result<Json> parse_capped(std::string_view utf8, const GridLimits& limits) {
  const JsonSize size = measure_json(utf8);
  if (size.depth > kDeepest)
    return malformed(fmt::format("括号套得太深，最多 {} 层。", kDeepest));
  if (size.values > limits.area)
    return Error{ErrorKind::Refused, "表格太大，请拆成几个文件。"};
  if (size.longest > limits.cell)
    return Error{ErrorKind::Refused, "有一格的文字太长，请把它移到表外。"};
  Json value = Json::parse(utf8.begin(), utf8.end(), nullptr, false);
  if (value.is_discarded())
    return malformed("不是完整的 JSON。");
  return value;
}

} // namespace

Result<Workbook> read_json_grid(std::string_view utf8, const GridLimits& limits) {
  constexpr size_t kMostTables = 64;
  Result<Json> document = parse_capped(utf8, limits);
  if (!document)
    return document.error();
  if (document->is_object())
    *document = Json::array({std::move(*document)});
  if (!document->is_array() || document->empty())
    return malformed("里面没有表。");
  if (document->size() > kMostTables)
    return Error{ErrorKind::Refused,
                 fmt::format("文件里的表超过 {} 张，请拆成几个文件。", kMostTables)};
  Workbook book;
  size_t area = 0, cells = 0;
  for (Json& table : *document) {
    Result<Sheet> sheet = TableReader(table, limits, area, cells).read();
    if (!sheet)
      return sheet.error();
    book.sheets.push_back(std::move(*sheet));
  }
  return book;
}

} // namespace heiban
