#include "notice/fee_lines.h"

#include "base/utf8.h"
#include "notice/spans.h"

#include <algorithm>
#include <initializer_list>

namespace heiban {
namespace {

using Words = std::initializer_list<std::string_view>;

bool has_one_of(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != text.npos; });
}

bool starts_with_one_of(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

bool ends_with_one_of(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.ends_with(word); });
}

bool is_merged_across(const Sheet& sheet, size_t row) {
  return std::any_of(sheet.merges.begin(), sheet.merges.end(), [&](const GridMerge& m) {
    return m.row_from <= static_cast<int>(row) && static_cast<int>(row) < m.row_to &&
           (m.column_to - m.column_from) * 2 >= static_cast<int>(sheet.rows[row].size());
  });
}

// What stands before a value: a head's word, or who, when and where to call; no number in it.
bool is_label(std::string_view text, const FeeHeads& heads) {
  constexpr size_t kLongest = 12; // characters
  return count_code_points(text) <= kLongest && text.find_first_of("0123456789") == text.npos &&
         (column_of(text, heads) != FeeColumn::Other ||
          ends_with_one_of(text, {"电话", "热线", "单位", "时间", "日期", "人", "部门"}));
}

} // namespace

bool is_blank_line(const FeeLine& row) {
  return std::ranges::all_of(row, [](const std::string& s) { return s.empty(); });
}

std::string lone_text(const FeeLine& row) {
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

bool is_section_line(const Sheet& sheet, size_t row, std::string_view text) {
  return is_merged_across(sheet, row) ||
         starts_with_one_of(text, {"一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、",
                                   "九、", "十", "（", "(", "第", "Ⅰ", "Ⅱ", "Ⅲ", "【"});
}

bool is_note_line(const Sheet& sheet, size_t row, std::string_view text) {
  constexpr size_t kLongerThanAName = 16; // characters
  const std::u32string characters = to_utf32(text);
  return is_organ(characters) || is_date_line(characters) || is_merged_across(sheet, row) ||
         count_code_points(text) > kLongerThanAName ||
         has_one_of(text, {"：", ":", "。", "执行", "请", "规定", "原则", "自愿", "收取", "为准",
                           "解释", "公示", "如有", "12315", "12345"}) ||
         starts_with_one_of(
             text, {"注", "备注", "说明", "投诉", "监督", "举报", "减免", "批准", "咨询", "以上"});
}

bool is_foot_line(const FeeLine& row, const FeeHeads& heads) {
  const auto first =
      std::ranges::find_if(row, [](const std::string& cell) { return !cell.empty(); });
  if (first == row.end())
    return false;
  const FeeColumn column = column_of(*first, heads);
  const bool told = lone_text(row).empty() && !has_one_of(*first, {"费"}) &&
                    (column == FeeColumn::Phone || column == FeeColumn::Relief ||
                     ends_with_one_of(*first, {"电话", "热线", "电话：", "热线："}));
  return told ||
         starts_with_one_of(*first, {"投诉",      "监督电话", "监督举报", "举报",     "咨询",
                                     "注：",      "注:",      "备注",     "说明",     "减免政策",
                                     "填表",      "制表",     "填报",     "审核",     "单位负责人",
                                     "负责人",    "公示单位", "公示时间", "执行时间", "执行期限",
                                     "批准机关："});
}

size_t end_of_fees(const FeeGrid& grid, size_t from, const FeeHeads& heads) {
  size_t end = from;
  for (size_t i = from; i < grid.size(); ++i)
    if (!is_blank_line(grid[i]) && lone_text(grid[i]).empty() && !is_foot_line(grid[i], heads))
      end = i + 1;
  return end;
}

std::string foot_text(const FeeLine& row, const FeeHeads& heads) {
  std::string out;
  bool after_label = false;
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i].empty() || (i > 0 && row[i] == row[i - 1])) // a merged cell, carried
      continue;
    const bool led = out.empty() || out.ends_with("：") || out.ends_with(":");
    const bool label = is_label(row[i], heads);
    out += led ? "" : after_label && !label ? "：" : "　";
    out += row[i];
    after_label = label;
  }
  return out;
}

} // namespace heiban
