#include "feed/xlsx_sheet.h"

#include "base/utf8.h"
#include "feed/number_format.h"
#include "markup/xml_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace heiban {
namespace {

struct CellName {
  int row = 0, column = 0; // from 1; 0 where the name does not say
};

CellName read_name(std::string_view text) {
  CellName name;
  size_t i = 0;
  for (; i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) && i < 4; ++i)
    name.column = name.column * 26 + (std::toupper(text[i]) - 'A' + 1);
  std::from_chars(text.data() + i, text.data() + text.size(), name.row);
  return name;
}

bool is_true(std::string_view text) {
  return text == "1" || text == "true";
}

// What one worksheet's events add up to: a sparse grid, and what is hidden.
class SheetEvents : public XmlEvents {
public:
  SheetEvents(const WorkbookParts& parts, const GridLimits& limits, size_t& cells)
      : parts_(parts), limits_(limits), cells_(cells) {}

  std::map<int, std::map<int, std::string>> grid; // by row, by column, from 1; written cells only
  std::set<int> hidden_rows;
  std::vector<std::pair<int, int>> hidden_columns;   // closed ranges
  std::vector<std::pair<CellName, CellName>> merges; // both corners belong
  std::string refusal;

  bool start(std::string_view name, std::span<const Attribute> attributes) override {
    if (name == "row")
      start_row(attributes);
    else if (name == "c")
      start_cell(attributes);
    else if (name == "rPh")
      ++phonetic_;
    else if (name == "col" && is_true(find_attribute(attributes, "hidden")))
      hidden_columns.emplace_back(read_int(find_attribute(attributes, "min"), 1),
                                  read_int(find_attribute(attributes, "max"), 1));
    else if (name == "mergeCell")
      add_merge(find_attribute(attributes, "ref"));
    in_value_ = name == "v" || (name == "t" && phonetic_ == 0);
    return refusal.empty();
  }

  bool text(std::string_view text) override {
    if (!in_value_ || !in_cell_)
      return true;
    value_ += text;
    bytes_ += text.size();
    if (bytes_ > limits_.text)
      refusal = "表格文字过多，请拆成几个文件。";
    return refusal.empty();
  }

  bool end(std::string_view name) override {
    in_value_ = false;
    if (name == "rPh")
      --phonetic_;
    if (name == "c")
      end_cell();
    return refusal.empty();
  }

private:
  void start_row(std::span<const Attribute> attributes) {
    at_.row = read_int(find_attribute(attributes, "r"), at_.row + 1);
    at_.column = 0;
    if (is_true(find_attribute(attributes, "hidden")))
      hidden_rows.insert(at_.row);
  }

  void start_cell(std::span<const Attribute> attributes) {
    const CellName name = read_name(find_attribute(attributes, "r"));
    at_.column = name.column > 0 ? name.column : at_.column + 1;
    if (name.row > 0)
      at_.row = name.row;
    type_ = find_attribute(attributes, "t");
    style_ = read_int(find_attribute(attributes, "s"), 0);
    value_.clear();
    in_cell_ = true;
  }

  void end_cell() {
    in_cell_ = false;
    std::string shown(trim(shown_value()));
    if (shown.empty())
      return; // formatted but empty: nothing is written there
    if (at_.row > limits_.rows || at_.column > limits_.columns || at_.row < 1) {
      refusal = fmt::format(
          "第 {} 行 {} 列有内容，超出了 {} 行、{} 列的上限；请删去远处的单元格，或拆成几个文件。",
          at_.row, column_letters(at_.column), limits_.rows, limits_.columns);
      return;
    }
    if (++cells_ > limits_.cells) {
      refusal = fmt::format("表格超过 {} 格，请拆成几个文件。", limits_.cells);
      return;
    }
    grid[at_.row][at_.column] = std::move(shown);
  }

  std::string shown_value() const {
    if (type_ == "s") {
      const int index = read_int(value_, -1);
      const bool known = index >= 0 && index < static_cast<int>(parts_.shared.size());
      return known ? parts_.shared[static_cast<size_t>(index)] : std::string();
    }
    if (type_ == "b")
      return value_ == "1" || value_ == "true" ? "TRUE" : "FALSE";
    if (type_ == "inlineStr" || type_ == "str" || type_ == "e" || type_ == "d")
      return value_;
    return shown_number();
  }

  std::string shown_number() const {
    const std::string_view text = trim(value_);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
      return value_;
    const bool known = style_ >= 0 && style_ < static_cast<int>(parts_.cell_formats.size());
    return format_number(value, known ? parts_.cell_formats[static_cast<size_t>(style_)] : "",
                         parts_.base_1904);
  }

  void add_merge(std::string_view ref) {
    const size_t colon = ref.find(':');
    if (colon == std::string_view::npos)
      return;
    const CellName a = read_name(ref.substr(0, colon)), b = read_name(ref.substr(colon + 1));
    constexpr size_t kMostMerges = 100'000;
    if (a.row > 0 && a.column > 0 && b.row >= a.row && b.column >= a.column &&
        merges.size() < kMostMerges)
      merges.emplace_back(a, b);
  }

  const WorkbookParts& parts_;
  const GridLimits& limits_;
  size_t& cells_;
  CellName at_;
  std::string type_, value_;
  int style_ = 0, phonetic_ = 0;
  size_t bytes_ = 0;
  bool in_cell_ = false, in_value_ = false;
};

// Row or column numbers that are shown, in order, from the first that has something written to the
// last, with the place each takes in the grid.
struct Axis {
  std::vector<int> numbers;
  // Half-open places of the closed range [first, last].
  std::pair<int, int> places(int first, int last) const {
    const auto begin = std::lower_bound(numbers.begin(), numbers.end(), first);
    const auto end = std::upper_bound(numbers.begin(), numbers.end(), last);
    return {static_cast<int>(begin - numbers.begin()), static_cast<int>(end - numbers.begin())};
  }
};

Axis shown_rows(const SheetEvents& events, HiddenParts& hidden) {
  Axis axis;
  if (events.grid.empty())
    return axis;
  const int last = events.grid.rbegin()->first;
  for (int row = events.grid.begin()->first; row <= last; ++row) {
    if (!events.hidden_rows.contains(row))
      axis.numbers.push_back(row);
    else if (events.grid.contains(row))
      ++hidden.rows;
  }
  return axis;
}

Axis shown_columns(const SheetEvents& events, HiddenParts& hidden) {
  std::set<int> written;
  for (const auto& [row, cells] : events.grid)
    for (const auto& cell : cells)
      written.insert(cell.first);
  Axis axis;
  if (written.empty())
    return axis;
  for (int column = *written.begin(); column <= *written.rbegin(); ++column) {
    const bool is_hidden =
        std::any_of(events.hidden_columns.begin(), events.hidden_columns.end(),
                    [&](auto r) { return r.first <= column && column <= r.second; });
    if (!is_hidden)
      axis.numbers.push_back(column);
    else if (written.contains(column))
      ++hidden.columns;
  }
  return axis;
}

void fill_rows(Sheet& sheet, const SheetEvents& events, const Axis& columns) {
  for (int number : sheet.row_numbers) {
    auto& row = sheet.rows.emplace_back(columns.numbers.size());
    const auto found = events.grid.find(number);
    if (found == events.grid.end())
      continue;
    for (size_t i = 0; i < columns.numbers.size(); ++i)
      if (const auto cell = found->second.find(columns.numbers[i]); cell != found->second.end())
        row[i] = cell->second;
  }
}

// A merged area keeps the text of its first cell; where that cell is hidden, the first shown one
// carries it.
void fill_merges(Sheet& sheet, const SheetEvents& events, const Axis& rows, const Axis& columns) {
  for (const auto& [a, b] : events.merges) {
    const auto [r0, r1] = rows.places(a.row, b.row);
    const auto [c0, c1] = columns.places(a.column, b.column);
    if (r0 >= r1 || c0 >= c1)
      continue;
    const auto row = events.grid.find(a.row);
    if (row != events.grid.end())
      if (const auto cell = row->second.find(a.column); cell != row->second.end())
        sheet.rows[static_cast<size_t>(r0)][static_cast<size_t>(c0)] = cell->second;
    if (r1 - r0 > 1 || c1 - c0 > 1)
      sheet.merges.push_back({r0, c0, r1, c1});
  }
}

} // namespace

Result<Sheet> read_sheet(std::string_view xml, const std::string& name, const WorkbookParts& parts,
                         const GridLimits& limits, size_t& cells, HiddenParts& hidden) {
  SheetEvents events(parts, limits, cells);
  const Result<void> scanned = scan_xml(xml, events);
  if (!events.refusal.empty())
    return Error{ErrorKind::Refused, "工作表“" + name + "”：" + events.refusal};
  if (!scanned)
    return Error{ErrorKind::Malformed,
                 "工作表“" + name + "”已损坏，无法读取；请在 WPS 或 Excel 中重新另存。"};

  Sheet sheet;
  sheet.name = name;
  const Axis rows = shown_rows(events, hidden), columns = shown_columns(events, hidden);
  if (rows.numbers.size() * columns.numbers.size() > limits.area)
    return Error{ErrorKind::Refused,
                 "工作表“" + name + "”太大；请删去远处的单元格，或拆成几个文件。"};
  sheet.row_numbers = rows.numbers;
  sheet.column_numbers = columns.numbers;
  fill_rows(sheet, events, columns);
  fill_merges(sheet, events, rows, columns);
  return sheet;
}

} // namespace heiban
