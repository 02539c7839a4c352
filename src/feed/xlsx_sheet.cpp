#include "feed/xlsx_sheet.h"

#include "base/utf8.h"
#include "feed/format_date.h"
#include "feed/number_format.h"
#include "feed/xlsx_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace heiban {
namespace {

constexpr const char* kTooMuchText = "表格文字过多，请拆成几个文件。";

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

// Nothing of a row or column is to be seen at a height or width of nothing.
bool is_nothing(std::span<const Attribute> attributes, std::string_view size) {
  const std::string_view text = find_attribute(attributes, size);
  return !text.empty() && text.find_first_not_of("0.") == std::string_view::npos;
}

// What one worksheet's events add up to: a sparse grid, and what is hidden.
class SheetEvents : public XmlEvents {
public:
  SheetEvents(const WorkbookParts& parts, const GridLimits& limits, Spent& spent)
      : parts_(parts), limits_(limits), spent_(spent) {}

  std::map<int, std::map<int, std::string>> grid; // by row, by column, from 1; written cells only
  std::set<int> hidden_rows;
  std::vector<std::pair<int, int>> hidden_columns;   // closed ranges
  std::vector<std::pair<CellName, CellName>> merges; // both corners belong
  std::string refusal;
  int formulas = 0, lost_texts = 0, struck = 0;

  bool start(std::string_view name, std::span<const Attribute> attributes) override {
    if (name == "row")
      start_row(attributes);
    else if (name == "c")
      start_cell(attributes);
    else if (name == "col")
      start_column(attributes);
    else if (name == "mergeCell")
      add_merge(find_attribute(attributes, "ref"));
    in_value_ = in_cell_ && name == "v";
    has_value_ = has_value_ || in_value_;
    has_formula_ = has_formula_ || (in_cell_ && name == "f");
    if (in_cell_)
      inline_.start(name, attributes);
    return refusal.empty();
  }

  bool text(std::string_view text) override {
    if (!in_value_ && !inline_.gathers())
      return true;
    bytes_ += text.size();
    if (in_value_)
      value_ += text;
    else
      inline_.text(text);
    if (bytes_ > limits_.text)
      refusal = kTooMuchText;
    return refusal.empty();
  }

  bool end(std::string_view name) override {
    in_value_ = false;
    if (in_cell_)
      inline_.end(name);
    if (name == "c")
      end_cell();
    return refusal.empty();
  }

private:
  void start_row(std::span<const Attribute> attributes) {
    at_.row = read_int(find_attribute(attributes, "r"), at_.row + 1);
    at_.column = 0;
    if (is_true(find_attribute(attributes, "hidden")) || is_nothing(attributes, "ht"))
      hidden_rows.insert(at_.row);
  }

  void start_column(std::span<const Attribute> attributes) {
    constexpr size_t kMostRanges = 20'000; // a sheet has 16,384 columns
    const bool hides =
        is_true(find_attribute(attributes, "hidden")) || is_nothing(attributes, "width");
    if (hides && hidden_columns.size() < kMostRanges)
      hidden_columns.emplace_back(read_int(find_attribute(attributes, "min"), 1),
                                  read_int(find_attribute(attributes, "max"), 1));
  }

  void start_cell(std::span<const Attribute> attributes) {
    const CellName name = read_name(find_attribute(attributes, "r"));
    at_.column = name.column > 0 ? name.column : at_.column + 1;
    if (name.row > 0)
      at_.row = name.row;
    type_ = find_attribute(attributes, "t");
    style_ = read_int(find_attribute(attributes, "s"), 0);
    value_.clear();
    inline_.clear();
    in_cell_ = true;
    has_value_ = has_formula_ = false;
  }

  void end_cell() {
    in_cell_ = false;
    std::string shown = parts_.struck_styles.contains(style_) ? unstruck() : shown_value();
    if (has_formula_ && trim(value_).empty() && type_ != "str") // "" is a text a formula may give
      ++formulas;
    // Shown or hidden by its format: taking it to pieces has cost the same.
    if ((!value_.empty() || !shown.empty()) && ++spent_.cells > limits_.cells) {
      refusal = fmt::format("表格超过 {} 格，请拆成几个文件。", limits_.cells);
      return;
    }
    if (trim(shown).empty())
      return; // formatted but empty: nothing is written there
    if (at_.row > limits_.rows || at_.column > limits_.columns || at_.row < 1) {
      refusal = fmt::format(
          "第 {} 行 {} 列有内容，超出了 {} 行、{} 列的上限；请删去远处的单元格，或拆成几个文件。",
          at_.row, column_letters(at_.column), limits_.rows, limits_.columns);
      return;
    }
    if (shown.size() > limits_.cell) {
      refusal = fmt::format("第 {} 行 {} 列的文字太长；请把它移到表外。", at_.row,
                            column_letters(at_.column));
      return;
    }
    // One shared text may stand in many cells.
    spent_.text += shown.size();
    if (spent_.text > limits_.text) {
      refusal = kTooMuchText;
      return;
    }
    grid[at_.row][at_.column] = std::move(shown);
  }

  std::string shown_value() {
    if (type_ == "s")
      return formatted(shared_text());
    if (type_ == "b")
      return is_true(trim(value_)) ? "TRUE" : trim(value_).empty() ? "" : "FALSE";
    if (type_ == "inlineStr") {
      struck += inline_.has_struck();
      return formatted(inline_.take());
    }
    if (type_ == "str")
      return formatted(decode_escapes(value_));
    if (type_ == "e")
      return value_;
    if (type_ == "d")
      return shown_date();
    return shown_number();
  }

  // Of a cell whose font is struck through: what runs with fonts of their own say.
  std::string unstruck() {
    std::string own = type_ == "inlineStr" ? inline_.own() : "";
    if (type_ == "s")
      if (const auto found = parts_.own_shared.find(read_int(trim(value_), -1));
          found != parts_.own_shared.end())
        own = found->second;
    const int before = struck;
    const std::string all = shown_value();
    struck = before + (all != own || struck > before);
    return own;
  }

  std::string shared_text() {
    const int index = read_int(trim(value_), -1);
    struck += parts_.struck_shared.contains(index);
    if (index >= 0 && index < static_cast<int>(parts_.shared.size()))
      return parts_.shared[static_cast<size_t>(index)];
    if (has_value_)
      ++lost_texts;
    return {};
  }

  const std::string& format() const {
    static const std::string kGeneral;
    const bool known = style_ >= 0 && style_ < static_cast<int>(parts_.cell_formats.size());
    return known ? parts_.cell_formats[static_cast<size_t>(style_)] : kGeneral;
  }

  std::string formatted(std::string text) {
    return format().empty() ? std::move(text) : format_text(text, sections());
  }

  std::string shown_date() const {
    const std::optional<double> serial = serial_of_iso(trim(value_), parts_.base_1904);
    if (!serial)
      return value_;
    const bool has_time = *serial != std::floor(*serial);
    constexpr const char *kDay = "yyyy/m/d", *kMinute = "yyyy/m/d h:mm";
    return format_number(*serial, format().empty() ? has_time ? kMinute : kDay : format(),
                         parts_.base_1904);
  }

  const std::vector<Section>& sections() {
    const auto [known, fresh] = formats_.try_emplace(style_);
    if (fresh)
      known->second = read_number_format(format());
    return known->second;
  }

  std::string shown_number() {
    const std::string_view text = trim(value_);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
      return value_;
    return format_number(value, sections(), parts_.base_1904);
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
  Spent& spent_;
  CellName at_;
  std::string type_, value_;
  XlsxText inline_;
  std::map<int, std::vector<Section>> formats_; // by style, as they are met
  int style_ = 0;
  size_t bytes_ = 0;
  bool in_cell_ = false, in_value_ = false, has_value_ = false, has_formula_ = false;
};

// Row or column numbers that are shown, in order, from 1 to the last that has something written,
// with the place each takes in the grid.
struct Axis {
  std::vector<int> numbers;
  // Half-open places of the closed range [first, last].
  std::pair<int, int> places(int first, int last) const {
    const auto begin = std::lower_bound(numbers.begin(), numbers.end(), first);
    const auto end = std::upper_bound(numbers.begin(), numbers.end(), last);
    return {static_cast<int>(begin - numbers.begin()), static_cast<int>(end - numbers.begin())};
  }
};

Axis shown_rows(const SheetEvents& events, LeftOut& left_out) {
  Axis axis;
  if (events.grid.empty())
    return axis;
  const int last = events.grid.rbegin()->first;
  for (int row = 1; row <= last; ++row) {
    if (!events.hidden_rows.contains(row))
      axis.numbers.push_back(row);
    else if (events.grid.contains(row))
      ++left_out.rows;
  }
  while (!axis.numbers.empty() && !events.grid.contains(axis.numbers.back()))
    axis.numbers.pop_back(); // blank rows above a hidden last one
  return axis;
}

Axis shown_columns(const SheetEvents& events, LeftOut& left_out) {
  std::set<int> written;
  for (const auto& [row, cells] : events.grid)
    for (const auto& cell : cells)
      written.insert(cell.first);
  Axis axis;
  if (written.empty())
    return axis;
  for (int column = 1; column <= *written.rbegin(); ++column) {
    const bool is_hidden =
        std::any_of(events.hidden_columns.begin(), events.hidden_columns.end(),
                    [&](auto r) { return r.first <= column && column <= r.second; });
    if (!is_hidden)
      axis.numbers.push_back(column);
    else if (written.contains(column))
      ++left_out.columns;
  }
  while (!axis.numbers.empty() && !written.contains(axis.numbers.back()))
    axis.numbers.pop_back();
  return axis;
}

void fill_rows(Sheet& sheet, SheetEvents& events, const Axis& columns) {
  for (int number : sheet.row_numbers) {
    auto& row = sheet.rows.emplace_back(columns.numbers.size());
    const auto found = events.grid.find(number);
    if (found == events.grid.end())
      continue;
    for (size_t i = 0; i < columns.numbers.size(); ++i)
      if (const auto cell = found->second.find(columns.numbers[i]); cell != found->second.end())
        row[i] = std::move(cell->second);
    events.grid.erase(found);
  }
}

// What each merged area's first cell says, hidden or not.
std::vector<std::string> merge_texts(const SheetEvents& events) {
  std::vector<std::string> out;
  for (const auto& [a, b] : events.merges) {
    std::string& text = out.emplace_back();
    const auto row = events.grid.find(a.row);
    if (row == events.grid.end())
      continue;
    if (const auto cell = row->second.find(a.column); cell != row->second.end())
      text = cell->second;
  }
  return out;
}

// A merged area keeps the text of its first cell; where that cell is hidden, the first shown one
// carries it. What other cells of the area still hold, nobody sees. False when the areas together
// are larger than a sheet may be, or their texts, carried to each cell, longer: no program merges
// cells twice.
bool fill_merges(Sheet& sheet, const SheetEvents& events, const std::vector<std::string>& texts,
                 const Axis& rows, const Axis& columns, const GridLimits& limits) {
  size_t area = 0, carried = 0;
  for (size_t i = 0; i < events.merges.size(); ++i) {
    const auto& [a, b] = events.merges[i];
    const auto [r0, r1] = rows.places(a.row, b.row);
    const auto [c0, c1] = columns.places(a.column, b.column);
    if (r0 >= r1 || c0 >= c1)
      continue;
    const auto cells = static_cast<size_t>(r1 - r0) * static_cast<size_t>(c1 - c0);
    area += cells;
    carried += cells * texts[i].size();
    if (area > limits.area || carried > limits.text)
      return false;
    for (int r = r0; r < r1; ++r)
      for (int c = c0; c < c1; ++c)
        sheet.rows[static_cast<size_t>(r)][static_cast<size_t>(c)].clear();
    sheet.rows[static_cast<size_t>(r0)][static_cast<size_t>(c0)] = texts[i];
    if (cells > 1)
      sheet.merges.push_back({r0, c0, r1, c1});
  }
  return true;
}

} // namespace

Result<Sheet> read_sheet(std::string_view xml, const std::string& name, const WorkbookParts& parts,
                         const GridLimits& limits, Spent& spent, LeftOut& left_out) {
  SheetEvents events(parts, limits, spent);
  const size_t begin = std::min(xml.find_first_not_of(" \t\r\n"), xml.size());
  const Result<void> scanned = scan_xml(xml.substr(begin), events);
  if (!events.refusal.empty())
    return Error{ErrorKind::Refused, "工作表“" + name + "”：" + events.refusal};
  if (!scanned)
    return Error{ErrorKind::Malformed,
                 "工作表“" + name + "”已损坏，无法读取；请在 WPS 或 Excel 中重新另存。"};

  left_out.formulas = events.formulas;
  left_out.lost_texts = events.lost_texts;
  left_out.struck = events.struck;
  Sheet sheet;
  sheet.name = name;
  const Axis rows = shown_rows(events, left_out), columns = shown_columns(events, left_out);
  spent.area += rows.numbers.size() * columns.numbers.size();
  if (spent.area > limits.area)
    return Error{ErrorKind::Refused,
                 "工作表“" + name + "”太大；请删去远处的单元格，或拆成几个文件。"};
  sheet.row_numbers = rows.numbers;
  sheet.column_numbers = columns.numbers;
  const std::vector<std::string> texts = merge_texts(events);
  fill_rows(sheet, events, columns);
  if (!fill_merges(sheet, events, texts, rows, columns, limits))
    return Error{ErrorKind::Refused, "工作表“" + name +
                                         "”的合并单元格太多、太大或互相重叠；"
                                         "请取消多余的合并后重新保存。"};
  return sheet;
}

} // namespace heiban
