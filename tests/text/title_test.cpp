// Where titles and the heads of tables part (TYPESETTING 23): even lines, between words.
#include "text/fonts_helper.h"
#include "text/paragraph.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct TitleRow {
  const char* title;
  int width_em;
  std::vector<std::string> lines;
};

class Titles : public ::testing::TestWithParam<TitleRow> {};

TEST_P(Titles, PartBetweenWords) {
  ParagraphStyle style;
  style.size_px = 40;
  style.balance = true;
  const SetParagraph set = set_paragraph(test::fonts(), GetParam().title, style,
                                         Px64::from_px(GetParam().width_em * style.size_px));
  const std::u32string text = to_utf32(GetParam().title);
  std::vector<std::string> lines;
  for (const auto& line : set.lines)
    lines.push_back(to_utf8(text.substr(line.start, line.end - line.start)));
  EXPECT_EQ(lines, GetParam().lines);
}

INSTANTIATE_TEST_SUITE_P(
    All, Titles,
    ::testing::Values(
        // The unit in a table's head is a line of its own, though it has no Han to keep it company.
        TitleRow{"执行率（%）", 4, {"执行率", "（%）"}},
        TitleRow{"单价（元）", 4, {"单价", "（元）"}}, TitleRow{"收费标准", 3, {"收费", "标准"}},
        TitleRow{"县教育局开展学校食堂食品安全“随机查餐厅”活动",
                 14,
                 {"县教育局开展学校食堂", "食品安全“随机查餐厅”活动"}},
        TitleRow{"关于公布全县教育系统监督举报电话的公告",
                 12,
                 {"关于公布全县教育系统", "监督举报电话的公告"}},
        // Not inside a name, a place, an ordinal or a word, though that were evener.
        TitleRow{"云岭县第一中学关于买买提·艾力等3名学生学籍变动的公示",
                 20,
                 {"云岭县第一中学关于买买提·艾力", "等3名学生学籍变动的公示"}},
        TitleRow{"云岭县人民政府办公室关于印发云岭县“十五五”教育事业发展规划的通知",
                 20,
                 {"云岭县人民政府办公室关于印发云岭县", "“十五五”教育事业发展规划的通知"}},
        TitleRow{"关于开展2025—2026学年度第一学期期末教学质量监测工作的通知",
                 20,
                 {"关于开展2025—2026学年度第一学期", "期末教学质量监测工作的通知"}},
        // 县中 is a dictionary's word, 中小学 the field's.
        TitleRow{"关于11月30日全县中小学临时停课的紧急通知",
                 14,
                 {"关于11月30日全县", "中小学临时停课的紧急通知"}},
        TitleRow{"关于11月30日全县中小学临时停课的紧急通知",
                 11,
                 {"关于11月30日", "全县中小学临时", "停课的紧急通知"}},
        // Rather in a line more.
        TitleRow{"关于2026年7月1日至7月15日暂停办理教师资格证书补换发业务的公告",
                 12,
                 {"关于2026年7月1日", "至7月15日暂停", "办理教师资格证书", "补换发业务的公告"}}));

} // namespace
} // namespace heiban
