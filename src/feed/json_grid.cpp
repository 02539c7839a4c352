// A table written as JSON (FEES_JSON.md) → the grid a spreadsheet of it would give.
#include "feed/grid.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace heiban {
namespace {

using Json = nlohmann::json;
constexpr int kDeepest = 8;

Error malformed(std::string message) {
  return {ErrorKind::Malformed, "JSON 表格：" + std::move(message)};
}

std::string text_of(const Json& value) {
  if (value.is_string())
    return value.get<std::string>();
  if (value.is_boolean())
    return value.get<bool>() ? "是" : "否";
  if (value.is_number_float())
    return fmt::format("{:.15g}", value.get<double>());
  if (value.is_number())
    return value.dump();
  return {};
}

std::vector<std::string> lines_of(const Json& table, const char* key) {
  std::vector<std::string> out;
  if (!table.contains(key))
    return out;
  const Json& value = table[key];
  if (!value.is_array())
    return {text_of(value)};
  for (const Json& line : value)
    out.push_back(text_of(line));
  return out;
}

class TableReader {
public:
  TableReader(const Json& table, const GridLimits& limits) : table_(table), limits_(limits) {}

  Result<Sheet> read() {
    if (!table_.is_object() || !table_.contains("columns") || !table_.contains("rows"))
      return malformed("每张表要有 columns（列名）和 rows（各行）。");
    columns_ = lines_of(table_, "columns");
    if (columns_.empty() || static_cast<int>(columns_.size()) > limits_.columns)
      return malformed(fmt::format("columns 要有 1 至 {} 个列名。", limits_.columns));
    if (table_.contains("name"))
      sheet_.name = text_of(table_["name"]);
    for (const std::string& line : lines_of(table_, "title"))
      add_lone(line);
    add(columns_);
    for (const Json& row : table_["rows"])
      if (Result<void> added = add_row(row); !added)
        return added.error();
    for (const std::string& line : lines_of(table_, "notes"))
      add_lone(line);
    for (size_t i = 0; i < columns_.size(); ++i)
      sheet_.column_numbers.push_back(static_cast<int>(i) + 1);
    return std::move(sheet_);
  }

private:
  void add(std::vector<std::string> row) {
    row.resize(columns_.size());
    sheet_.rows.push_back(std::move(row));
    sheet_.row_numbers.push_back(static_cast<int>(sheet_.rows.size()));
  }
  void add_lone(const std::string& text) {
    const auto row = static_cast<int>(sheet_.rows.size());
    if (columns_.size() > 1)
      sheet_.merges.push_back({row, 0, row + 1, static_cast<int>(columns_.size())});
    add({text});
  }

  Result<void> add_row(const Json& row) {
    if (static_cast<int>(sheet_.rows.size()) >= limits_.rows)
      return Error{ErrorKind::Refused,
                   fmt::format("表格超过 {} 行，请拆成几个文件。", limits_.rows)};
    if (row.is_array())
      return add_list(row);
    if (!row.is_object())
      return malformed(fmt::format("第 {} 行既不是列表，也不是对象。", place()));
    if (row.contains("section"))
      return add_lone(text_of(row["section"])), Result<void>();
    std::vector<std::string> cells(columns_.size());
    for (const auto& [key, value] : row.items()) {
      const auto column = std::find(columns_.begin(), columns_.end(), key);
      if (column == columns_.end())
        return malformed(fmt::format("第 {} 行有 columns 里没有的列“{}”。", place(), key));
      cells[static_cast<size_t>(column - columns_.begin())] = text_of(value);
    }
    add(std::move(cells));
    return {};
  }

  Result<void> add_list(const Json& row) {
    if (row.size() > columns_.size())
      return malformed(
          fmt::format("第 {} 行有 {} 格，多于 {} 个列名。", place(), row.size(), columns_.size()));
    std::vector<std::string> cells;
    for (const Json& value : row)
      cells.push_back(text_of(value));
    add(std::move(cells));
    return {};
  }

  size_t place() const { return sheet_.rows.size() + 1; }

  const Json& table_;
  const GridLimits& limits_;
  std::vector<std::string> columns_;
  Sheet sheet_;
};

// Depth is checked while parsing, so that no bracket bomb is ever built.
Json parse_capped(std::string_view utf8) {
  bool too_deep = false;
  const auto guard = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > kDeepest;
    return !too_deep;
  };
  Json value = Json::parse(utf8.begin(), utf8.end(), guard, false);
  return too_deep ? Json(Json::value_t::discarded) : value;
}

} // namespace

Result<Workbook> read_json_grid(std::string_view utf8, const GridLimits& limits) {
  const Json document = parse_capped(utf8);
  if (document.is_discarded())
    return malformed("不是完整的 JSON。");
  Workbook book;
  const Json tables = document.is_array() ? document : Json::array({document});
  for (const Json& table : tables) {
    Result<Sheet> sheet = TableReader(table, limits).read();
    if (!sheet)
      return sheet.error();
    book.sheets.push_back(std::move(*sheet));
  }
  if (book.sheets.empty())
    return malformed("里面没有表。");
  return book;
}

} // namespace heiban
