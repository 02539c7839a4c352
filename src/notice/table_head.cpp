#include "notice/table_head.h"

#include "base/utf8.h"
#include "notice/characters.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

using Row = std::vector<TableCell>;

constexpr size_t kLongestHead = 24; // code points
constexpr size_t kMostHeadRows = 4;

// Words that end the heads of public tables' columns.
constexpr std::array<std::u32string_view, 87> kHeadWords{
    U"节次", U"序号",     U"编号", U"代码", U"姓名", U"性别", U"民族",   U"名称", U"项目",
    U"标准", U"单位",     U"依据", U"范围", U"备注", U"学校", U"数量",   U"价格", U"单价",
    U"金额", U"类别",     U"类型", U"日期", U"时间", U"地点", U"地址",   U"电话", U"专业",
    U"学科", U"学段",     U"班级", U"年级", U"科目", U"分数", U"成绩",   U"总分", U"得分",
    U"名次", U"排名",     U"位次", U"岗位", U"人数", U"名额", U"学历",   U"学位", U"准考证号",
    U"考号", U"合计",     U"小计", U"说明", U"内容", U"部门", U"职务",   U"职称", U"区域",
    U"计划", U"供应商",   U"规格", U"型号", U"结果", U"事项", U"联系人", U"批次", U"年度",
    U"等级", U"等次",     U"奖项", U"作品", U"教师", U"考生", U"考点",   U"考场", U"座位号",
    U"乡镇", U"出生年月", U"籍贯", U"服务", U"条件", U"要求", U"材料",   U"期限", U"责任人",
    U"科室", U"股室",     U"场次", U"对象", U"方式", U"渠道"};

bool is_number(std::u32string_view s) {
  size_t digits = 0;
  for (const char32_t c : s)
    digits += is_digit(c);
  return digits > 0 && digits * 2 >= s.size();
}

bool is_head_word(std::u32string_view s) {
  if (s.starts_with(U"星期") || s.starts_with(U"周一"))
    return true;
  const size_t bracket = s.find_first_of(U"（(/／");
  const std::u32string_view word = s.substr(0, bracket == 0 ? s.npos : bracket);
  return std::any_of(kHeadWords.begin(), kHeadWords.end(),
                     [&](std::u32string_view known) { return word.ends_with(known); });
}

struct RowTexts {
  size_t texts = 0, words = 0, numbers = 0, widest = 0; // cells; code points
};

RowTexts look_at(const Row& row) {
  RowTexts out;
  for (const TableCell& cell : row) {
    const std::u32string text = without_blanks(to_utf32(cell.text));
    if (text.empty())
      continue;
    ++out.texts;
    out.words += is_head_word(text);
    out.numbers += is_number(text);
    out.widest = std::max(out.widest, text.size());
  }
  return out;
}

bool is_title(const Row& row, size_t columns) {
  return columns > 1 && row.size() == 1 && row[0].colspan == static_cast<int>(columns);
}

// 学段 over two rows beside 学费 over two columns: only heads are built so.
bool is_two_storeyed(const Row& row) {
  bool high = false, wide = false, all = true;
  for (const TableCell& cell : row) {
    const bool one_wide = cell.colspan == 1 && cell.rowspan > 1;
    const bool one_high = cell.colspan > 1 && cell.rowspan == 1;
    high = high || one_wide;
    wide = wide || one_high;
    all = all && (one_wide || one_high) && !cell.text.empty();
  }
  return high && wide && all;
}

// All short, none a number, and named like columns or set apart in bold. Half is not enough: a form
// has a label and its value in turn.
bool is_head(const Row& row, bool bold, bool next_bold) {
  const RowTexts texts = look_at(row);
  if (is_two_storeyed(row) && texts.numbers == 0 && texts.widest <= kLongestHead)
    return true;
  if (texts.texts == 0 || texts.numbers > 0 || texts.widest > kLongestHead || row.size() < 2)
    return false;
  return texts.words * 2 > texts.texts || (bold && !next_bold);
}

// Short words above a column that holds numbers in every other row.
bool heads_numbers(const std::vector<Row>& rows, size_t first) {
  const RowTexts texts = look_at(rows[first]);
  if (rows.size() < first + 3 || texts.texts != rows[first].size() || texts.texts < 2 ||
      texts.numbers > 0 || texts.widest > kLongestHead)
    return false;
  for (size_t column = 0; column < rows[first].size(); ++column) {
    bool all = true;
    for (size_t r = first + 1; r < rows.size() && all; ++r)
      all = column < rows[r].size() && is_number(to_utf32(rows[r][column].text));
    if (all)
      return true;
  }
  return false;
}

size_t columns_of(const Row& row) {
  size_t columns = 0;
  for (const TableCell& cell : row)
    columns += static_cast<size_t>(cell.colspan);
  return columns;
}

// Heads of several storeys: rows that a head's cell reaches down into.
size_t reach(const std::vector<Row>& rows, size_t heads) {
  for (size_t r = 0; r < heads && r < rows.size(); ++r)
    for (const TableCell& cell : rows[r])
      if (!cell.text.empty() && static_cast<size_t>(cell.rowspan) < rows.size())
        heads = std::max(heads, r + static_cast<size_t>(cell.rowspan));
  return heads;
}

size_t count_head(const std::vector<Row>& rows, const std::vector<bool>& bold) {
  const size_t first = rows.size() > 2 && is_title(rows[0], columns_of(rows[0])) ? 1 : 0;
  if (rows.size() < first + 2)
    return 0;
  if (!is_head(rows[first], bold[first], bold[first + 1]) && !heads_numbers(rows, first))
    return 0;
  const size_t heads = reach(rows, first + 1);
  return heads < rows.size() && heads <= kMostHeadRows ? heads : 0;
}

} // namespace

void mark_head(std::vector<Row>& rows, const std::vector<bool>& bold) {
  for (const Row& row : rows)
    for (const TableCell& cell : row)
      if (cell.head)
        return;
  const size_t heads = count_head(rows, bold);
  for (size_t r = 0; r < heads; ++r)
    for (TableCell& cell : rows[r])
      cell.head = true;
}

} // namespace heiban
