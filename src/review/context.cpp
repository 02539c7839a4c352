#include "review/context.h"

#include "base/utf8.h"
#include "review/place.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>

namespace heiban {
namespace {

constexpr size_t kReach = 16;      // code points before a number in which a word explains it
constexpr size_t kHeadRows = 3;    // a title row, the head, a second head row
constexpr size_t kHeadLength = 24; // code points; longer cells are no heads

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at;
    const char32_t c = next_code_point(text, at);
    if (c > 0x20 && c != 0xA0 && c != 0x3000 && !(c >= 0x2000 && c <= 0x200F) && c != 0xFEFF)
      out += text.substr(start, at - start);
  }
  return out;
}

} // namespace

bool names_id(std::string_view text) {
  return has_any(text, {"身份证", "证件号", "身份号码", "公民身份", "证件编号"});
}

bool names_card(std::string_view text) {
  return has_any(text, {"银行卡", "卡号", "银行账", "银行帐", "社保卡", "一卡通", "储蓄卡", "存折",
                        "账号", "帐号", "账户", "帐户"});
}

bool names_office(std::string_view text) {
  return has_any(text, {"咨询", "举报", "监督", "热线", "值班", "服务", "投诉", "办公", "传真",
                        "联系人", "联系方式", "受理", "窗口", "客服", "公示电话", "招生电话",
                        "报名电话", "招聘电话"});
}

bool names_other_number(std::string_view text) {
  return has_any(text, {"准考证", "考号", "考籍", "学号", "报名号", "报名序号", "序号", "编号",
                        "账号", "帐号", "卡号", "电话", "手机", "证书"});
}

TitleContext context_of_title(std::string_view title) {
  return {has_any(title, {"名单", "花名册", "拟聘", "拟录", "录取", "录用", "获奖", "入围", "资助",
                          "补助发放", "成绩"}),
          has_any(title, {"电话", "联系方式", "通讯录", "热线"})};
}

TableContext table_context(const Block& table) {
  TableContext context;
  const auto grid = grid_columns(table);
  std::string all;
  for (size_t r = 0; r < std::min(kHeadRows, table.rows.size()); ++r)
    for (size_t c = 0; c < table.rows[r].size(); ++c) {
      const TableCell& cell = table.rows[r][c];
      if (count_code_points(cell.text) > kHeadLength)
        continue;
      const std::string head = without_spaces(cell.text);
      const size_t column = static_cast<size_t>(grid[r][c]);
      const size_t end = column + static_cast<size_t>(std::clamp(cell.colspan, 1, 100));
      if (context.columns.size() < end)
        context.columns.resize(end);
      for (size_t at = column; at < end; ++at)
        context.columns[at] += head + " ";
      all += head + " ";
    }
  context.persons = has_any(all, {"姓名", "考生", "申请人", "监护人", "家长", "户主", "受助",
                                  "学生名", "幼儿名", "获奖人", "身份证", "拟聘人", "拟录"});
  context.contacts =
      !context.persons && has_any(all, {"联系人", "学校", "单位", "科室", "部门", "窗口", "网点",
                                        "乡镇", "机构", "咨询", "监督"});
  return context;
}

std::string_view text_before(std::string_view text, size_t at) {
  size_t start = at;
  for (size_t left = kReach; left > 0 && start > 0; --left)
    do
      --start;
    while (start > 0 && (static_cast<uint8_t>(text[start]) & 0xC0) == 0x80);
  return text.substr(start, at - start);
}

} // namespace heiban
