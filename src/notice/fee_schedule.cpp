#include "notice/fee_schedule.h"

#include "base/utf8.h"
#include "notice/fee_head.h"
#include "notice/spans.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace heiban {
namespace {

constexpr std::pair<std::string_view, FeeColumn> kColumnNames[] = {
    {"number", FeeColumn::Number},
    {"project", FeeColumn::Project},
    {"standard", FeeColumn::Standard},
    {"unit", FeeColumn::Unit},
    {"basis", FeeColumn::Basis},
    {"organ", FeeColumn::Organ},
    {"document", FeeColumn::Document},
    {"scope", FeeColumn::Scope},
    {"relief", FeeColumn::Relief},
    {"phone", FeeColumn::Phone},
    {"class", FeeColumn::Class},
    {"from", FeeColumn::From},
    {"to", FeeColumn::To},
    {"note", FeeColumn::Note}};

// A head without spaces, line ends and what stands in brackets: 金额（元） → 金额.
std::string normal_head(std::string_view head) {
  std::string out;
  int depth = 0;
  for (char32_t c : to_utf32(head)) {
    if (c == U'（' || c == U'(' || c == U'【' || c == U'[')
      ++depth;
    else if (c == U'）' || c == U')' || c == U'】' || c == U']')
      depth = std::max(0, depth - 1);
    else if (depth == 0 && c > 0x20 && c != 0x3000 && c != 0xA0 && c != U'：' && c != U':' &&
             c != U'、' && c != U'/')
      append_utf8(out, c);
  }
  return out;
}

// Every cell of a merged area says what its first cell says; spaces round a text say nothing.
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

// The row's only text, when it has just one (in one cell, or merged over several).
std::string lone_text(const std::vector<std::string>& row) {
  std::string text;
  for (const std::string& cell : row) {
    if (cell.empty())
      continue;
    if (!text.empty() && text != cell)
      return {};
    text = cell;
  }
  return text;
}

// 2026-09-01, 2026年9月1日, 2026.9.1 at the text's first digit.
std::optional<CivilDate> date_in(std::string_view text, size_t& at) {
  for (; at < text.size(); ++at) {
    if (text.substr(at, 2) != "20")
      continue;
    std::array<int, 3> parts{};
    size_t i = at, part = 0;
    for (; part < 3 && i < text.size(); ++part) {
      const auto [end, error] =
          std::from_chars(text.data() + i, text.data() + text.size(), parts[part]);
      if (error != std::errc())
        break;
      i = static_cast<size_t>(end - text.data());
      if (part == 2)
        continue;
      for (std::string_view mark : {"年", "月", "-", ".", "/"})
        if (text.substr(i, mark.size()) == mark) {
          i += mark.size();
          break;
        }
    }
    const CivilDate date{parts[0], parts[1], parts[2]};
    if (part == 3 && is_valid(date))
      return at = i, std::optional(date);
  }
  return {};
}

std::string ascii_digits(std::string_view text) {
  std::string out;
  for (char32_t c : to_utf32(text))
    append_utf8(out, c >= U'０' && c <= U'９' ? c - U'０' + U'0' : c);
  return out;
}

// "自2027年2月15日起执行", "执行期限：2026年9月1日至2027年8月31日".
void read_effect(FeeSchedule& schedule) {
  const std::string around = ascii_digits(schedule.around());
  for (std::string_view mark : {"执行期限", "执行时间", "执行日期", "有效期", "自20", "从20"}) {
    size_t at = around.find(mark);
    if (at == std::string::npos || schedule.effective_from)
      continue;
    const size_t line_end = std::min(around.find('\n', at), around.size());
    const std::string_view line = std::string_view(around).substr(0, line_end);
    const size_t begin = at;
    schedule.effective_from = date_in(line, at);
    // A second date is the last day when it follows closely: 至, 到, — stand between.
    if (schedule.effective_from && line.substr(begin).size() > at - begin) {
      size_t next = at;
      const std::optional<CivilDate> second = date_in(line, next);
      if (second && next - at < 32)
        schedule.effective_to = second;
    }
  }
}

// The row's own days: a column each, or both in one ("2026-09-01至2027-08-31").
void read_days(const FeeSchedule& schedule, FeeRow& row) {
  size_t at = 0;
  const std::string from = ascii_digits(schedule.cell(row, FeeColumn::From));
  row.from = date_in(from, at);
  if (row.from)
    row.to = date_in(from, at);
  at = 0;
  const std::string to = ascii_digits(schedule.cell(row, FeeColumn::To));
  if (const std::optional<CivilDate> last = date_in(to, at))
    row.to = last;
}

// Days that all rows share are the table's.
void share_days(FeeSchedule& schedule) {
  const FeeRow* first = nullptr;
  for (const FeeRow& row : schedule.rows) {
    if (row.section)
      continue;
    if (first && (row.from != first->from || row.to != first->to))
      return;
    first = &row;
  }
  if (first && first->from && !schedule.effective_from)
    schedule.effective_from = first->from;
  if (first && first->to && !schedule.effective_to)
    schedule.effective_to = first->to;
}

bool is_blank(const std::vector<std::string>& row) {
  return std::all_of(row.begin(), row.end(), [](const std::string& s) { return s.empty(); });
}

bool is_merged_across(const Sheet& sheet, size_t row) {
  return std::any_of(sheet.merges.begin(), sheet.merges.end(), [&](const GridMerge& m) {
    return m.row_from <= static_cast<int>(row) && static_cast<int>(row) < m.row_to &&
           (m.column_to - m.column_from) * 2 >= static_cast<int>(sheet.rows[row].size());
  });
}

bool starts_with_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.substr(0, word.size()) == word; });
}

// A row with one text is a section where it is merged across or numbered like one; else it is a
// fee that lacks everything but its name, and the rules must see it.
bool is_section(const Sheet& sheet, size_t row, std::string_view text) {
  return is_merged_across(sheet, row) ||
         starts_with_one_of(text, {"一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、",
                                   "九、", "十", "（", "(", "第", "Ⅰ", "Ⅱ", "Ⅲ", "【"});
}

bool has_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// A lone text below the table is a note where it is no mere name of a fee: who signs, and when, are
// none.
bool is_note(const Sheet& sheet, size_t row, std::string_view text) {
  constexpr size_t kLongerThanAName = 16; // characters
  const std::u32string characters = to_utf32(text);
  return is_organ(characters) || is_date_line(characters) || is_merged_across(sheet, row) ||
         count_code_points(text) > kLongerThanAName ||
         has_one_of(text, {"：", ":", "。", "执行", "请", "规定", "原则", "自愿", "收取", "为准",
                           "解释", "公示", "如有", "12315", "12345"}) ||
         starts_with_one_of(
             text, {"注", "备注", "说明", "投诉", "监督", "举报", "减免", "批准", "咨询", "以上"});
}

// A line below the table in several cells: "投诉电话：" beside "12315", "制表人：…" beside
// "审核人：…".
bool is_foot(const std::vector<std::string>& row) {
  const auto first =
      std::ranges::find_if(row, [](const std::string& cell) { return !cell.empty(); });
  return first != row.end() &&
         starts_with_one_of(*first, {"投诉",      "监督电话", "监督举报", "举报",     "咨询",
                                     "注：",      "注:",      "备注",     "说明",     "减免政策",
                                     "填表",      "制表",     "填报",     "审核",     "单位负责人",
                                     "负责人",    "公示单位", "公示时间", "执行时间", "执行期限",
                                     "批准机关："});
}

// The table ends with its last row of more than one text: lone texts and foot lines after it are
// notes.
size_t last_data_row(const FeeGrid& grid, size_t from) {
  size_t last = from;
  for (size_t i = from; i < grid.size(); ++i)
    if (!is_blank(grid[i]) && lone_text(grid[i]).empty() && !is_foot(grid[i]))
      last = i + 1;
  return last;
}

// The texts of a line's cells, one after another; what a colon ends is led on from.
std::string joined(const std::vector<std::string>& row) {
  std::string out;
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i].empty() || (i > 0 && row[i] == row[i - 1])) // a merged cell, carried
      continue;
    const bool led = out.empty() || out.ends_with("：") || out.ends_with(":");
    out += (led ? "" : "　") + row[i];
  }
  return out;
}

// One line a row where it has just one text; else its cells are lines: 单位：…, 日期：….
std::vector<std::string> titles_above(const FeeGrid& grid, size_t head) {
  std::vector<std::string> titles;
  for (size_t row = 0; row < head; ++row) {
    if (const std::string title = lone_text(grid[row]); !title.empty())
      titles.push_back(title);
    else
      std::ranges::copy_if(grid[row], std::back_inserter(titles),
                           [](const std::string& cell) { return !cell.empty(); });
  }
  return titles;
}

FeeRow fee_row(const FeeSchedule& schedule, size_t grid_row, const std::vector<std::string>& cells,
               const std::string& section) {
  FeeRow row{grid_row, false, cells, {}, section};
  row.amount = read_amount(row.cells[static_cast<size_t>(schedule.find(FeeColumn::Standard))]);
  read_days(schedule, row);
  return row;
}

} // namespace

FeeHeads read_fee_heads(std::string_view tsv) {
  FeeHeads heads;
  while (!tsv.empty()) {
    const size_t line_end = std::min(tsv.find('\n'), tsv.size());
    std::string_view line = tsv.substr(0, line_end);
    tsv.remove_prefix(std::min(line_end + 1, tsv.size()));
    if (line.empty() || line[0] == '#')
      continue;
    const std::string_view name = line.substr(0, line.find('\t'));
    const auto* known = std::find_if(std::begin(kColumnNames), std::end(kColumnNames),
                                     [&](const auto& pair) { return pair.first == name; });
    while (known != std::end(kColumnNames) && line.find('\t') != std::string_view::npos) {
      line.remove_prefix(line.find('\t') + 1);
      heads.emplace(normal_head(line.substr(0, line.find('\t'))), known->second);
    }
  }
  return heads;
}

FeeColumn column_of(std::string_view head, const FeeHeads& heads) {
  const auto found = heads.find(normal_head(head));
  return found == heads.end() ? FeeColumn::Other : found->second;
}

int FeeSchedule::find(FeeColumn column) const {
  const auto found = std::find(columns.begin(), columns.end(), column);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::string FeeSchedule::cell(const FeeRow& row, FeeColumn column) const {
  const int index = find(column);
  return index < 0 ? std::string() : row.cells[static_cast<size_t>(index)];
}

std::string FeeSchedule::around() const {
  std::string out;
  for (const std::string& line : titles)
    out += line + "\n";
  for (const std::string& line : notes)
    out += line + "\n";
  return out;
}

std::optional<FeeSchedule> read_fee_schedule(const Sheet& sheet, const FeeHeads& heads) {
  const FeeGrid grid = carried(sheet);
  std::optional<FeeHead> head = find_fee_head(sheet, grid, heads);
  if (!head)
    return {};
  FeeSchedule schedule;
  schedule.sheet = sheet.name;
  schedule.titles = titles_above(grid, head->first);
  schedule.head_row = head->end - 1;
  schedule.heads = std::move(head->texts);
  schedule.columns = std::move(head->columns);
  const auto repeats_head = [&](const std::vector<std::string>& row) { // on printed pages
    return std::find(grid.begin() + static_cast<std::ptrdiff_t>(head->first),
                     grid.begin() + static_cast<std::ptrdiff_t>(head->end),
                     row) != grid.begin() + static_cast<std::ptrdiff_t>(head->end);
  };

  const size_t end = last_data_row(grid, head->end);
  std::string section;
  for (size_t i = head->end; i < grid.size(); ++i) {
    const std::string lone = lone_text(grid[i]);
    if (is_blank(grid[i]) || repeats_head(grid[i]))
      continue;
    // A second table below has a foot line of the first above it.
    const bool foot = is_foot(grid[i]) && (i >= end || lone.find("：") != std::string::npos);
    if (foot || (i >= end && is_note(sheet, i, lone))) {
      schedule.notes.push_back(lone.empty() ? joined(grid[i]) : lone);
    } else if (!lone.empty() && is_section(sheet, i, lone)) {
      section = lone;
      schedule.rows.push_back({i, true, grid[i], {}, {}});
      schedule.rows.back().cells[0] = lone;
    } else {
      schedule.rows.push_back(fee_row(schedule, i, grid[i], section));
    }
  }
  read_effect(schedule);
  share_days(schedule);
  return schedule;
}

} // namespace heiban
