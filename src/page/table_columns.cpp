#include "page/table_columns.h"

#include "base/utf8.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kWeighed = 4 * kMilliEm; // cells narrower than this are not searched for long words
constexpr size_t kSearched = 600;      // bytes: longer cells are prose, a unit too wide may part
constexpr size_t kUnitLength = 8;      // characters after a number
constexpr size_t kLongestAmount = 7;   // figures before the point: a longer number is a code
constexpr size_t kSampledRows = 48;

struct Counts {
  int filled = 0, numbers = 0, amounts = 0, units = 0, words = 0;
};

bool has_han(std::string_view text) { // or what is written like it: no letters, no digits
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

// Of 收费标准 each cell may be in words: 按实际消费结算.
bool names_amounts(std::string_view head) {
  return head.find("收费标准") != head.npos || head.find("金额") != head.npos;
}

void weigh_number(std::string_view text, size_t whole, const Ruler& ruler, ColumnFacts& column) {
  const std::string_view rest = text.substr(whole);
  const int gap = rest.empty() || rest[0] == '.' ? 0 : kMilliEm / 4; // before a Han unit
  column.whole = std::max(column.whole, ruler.width(text.substr(0, whole)));
  column.rest = std::max(column.rest, ruler.width(rest) + gap);
}

void weigh_row(const TableGrid& grid, size_t row, const Ruler& ruler,
               std::vector<ColumnFacts>& facts, std::vector<Counts>& counts) {
  const size_t every = std::max<size_t>(1, (grid.rows() - grid.head_rows()) / kSampledRows);
  const size_t sample = (row - grid.head_rows()) / every;
  const bool sampled = (row - grid.head_rows()) % every == 0 && sample < kSampledRows;
  for (const GridCell& cell : grid.cells(row)) {
    if (cell.colspan > 1 || cell.length == 0)
      continue;
    ColumnFacts& column = facts[cell.column];
    const std::string_view text = grid.text(cell);
    const int width = ruler.width(text);
    column.natural = std::max(column.natural, width);
    if (width > kWeighed)
      column.word = std::max(column.word, ruler.longest_word(text));
    if (sampled && width > kWeighed && text.size() <= kSearched)
      column.word = std::max(column.word, ruler.longest_unit(text));
    if (sampled) {
      column.sample.resize(sample + 1, 0);
      column.sample[sample] = width;
    }
    ++counts[cell.column].filled;
    counts[cell.column].units += text.starts_with("元/") || text.starts_with("元／");
    counts[cell.column].words += has_han(text);
    if (const size_t whole = whole_part(text); whole > 0) {
      ++counts[cell.column].numbers;
      counts[cell.column].amounts += whole <= kLongestAmount || text.find(',') < whole;
      weigh_number(text, whole, ruler, column);
    }
  }
}

} // namespace

size_t whole_part(std::string_view text) {
  size_t at = 0;
  for (const std::string_view sign : {"-", "+", "−", "±", "¥", "￥"})
    if (text.substr(at).starts_with(sign))
      at += sign.size();
  const size_t first = at;
  const auto is_digit = [&](size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  while (is_digit(at) || (at > first && at < text.size() && text[at] == ','))
    ++at;
  const size_t whole = at;
  if (whole == first)
    return 0;
  if (at < text.size() && text[at] == '.')
    for (++at; is_digit(at);)
      ++at;
  const std::string_view unit = text.substr(at);
  for (const std::string_view name : {"号", "室", "楼", "层", "栋", "幢"}) // 203室 counts nothing
    if (unit.starts_with(name) || unit.starts_with(" " + std::string(name)))
      return 0;
  const bool plain = unit.find_first_of(".0123456789:-") == std::string_view::npos;
  return plain && count_code_points(unit) <= kUnitLength ? whole : 0;
}

std::vector<ColumnFacts> column_facts(const TableGrid& grid, const Ruler& ruler) {
  std::vector<ColumnFacts> facts(grid.columns());
  std::vector<Counts> counts(grid.columns());
  for (size_t row = grid.head_rows(); row < grid.rows(); ++row)
    weigh_row(grid, row, ruler, facts, counts);
  size_t samples = 0;
  for (const ColumnFacts& column : facts)
    samples = std::max(samples, column.sample.size());
  for (size_t i = 0; i < facts.size(); ++i) {
    ColumnFacts& column = facts[i];
    column.sample.resize(samples, 0);
    column.numeric = counts[i].numbers > 0 && counts[i].numbers * 2 >= counts[i].filled;
    column.amounts = (counts[i].amounts > 0 && counts[i].amounts * 4 >= counts[i].filled) ||
                     names_amounts(grid.head(i));
    column.units = counts[i].units * 2 > counts[i].filled;
    column.words = counts[i].words * 2 > counts[i].filled && !column.amounts && !column.units;
    if (column.numeric)
      column.natural = std::max(column.natural, column.whole + column.rest);
    column.head = ruler.width(grid.head(i));
  }
  return facts;
}

} // namespace heiban
