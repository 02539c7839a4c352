// What reads as one and is parted only where it must: short names before a 文号, units in letters,
// words in the cells of a table; and where a line may be left ragged.
#include "base/utf8.h"

#include "text/fonts_helper.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace heiban {
namespace {

using Lines = std::vector<std::string>;

ParagraphStyle ragged() {
  ParagraphStyle style = test::plain(TextProfile::Gb);
  style.align = TextAlign::Start;
  return style;
}

ParagraphStyle cell() {
  ParagraphStyle style = ragged();
  style.by_words = true;
  return style;
}

// The lines of a body paragraph on a page.
Lines on_page(const std::string& text, double em) {
  ParagraphStyle style = test::plain(TextProfile::Gb);
  style.first_indent_em = 2;
  style.loosest_em = 0.18;
  style.figures_end = true;
  return test::lines_of(text, style, em);
}

bool has_line_with(const Lines& lines, const std::string& whole) {
  return std::ranges::any_of(
      lines, [&](const std::string& line) { return line.find(whole) != line.npos; });
}

TEST(Whole, AnOrganStaysWithItsNumber) {
  const std::string organs = "省发展改革委、省教育厅、省财政厅 ";
  for (double em = 14; em < 26; em += 0.5)
    EXPECT_TRUE(has_line_with(test::lines_of(organs + "省发改价格〔2021〕316号", ragged(), em),
                              "省发改价格〔2021〕"))
        << em;
  EXPECT_EQ(test::lines_of(organs + "省发改价格〔2021〕316号", ragged(), 20),
            (Lines{organs, "省发改价格〔2021〕316号"}));
  EXPECT_EQ(test::lines_of("县发展和改革局 云发改价格〔2023〕18号", ragged(), 12),
            (Lines{"县发展和改革局 ", "云发改价格〔2023〕18号"}));
  // Still legal, for a cell narrower than the name.
  EXPECT_EQ(break_opportunities("省发改价格〔2021〕316号", TextProfile::Gb),
            (std::vector<size_t>{1, 2, 3, 4, 5}));
}

TEST(Whole, ALoneCharacterStaysWithTheWordItOpens) {
  const std::string organs = "收费依据：省发展改革委、省教育厅、县财政局、各学校";
  for (double em = 11; em < 26; em += 0.5)
    for (const std::string& line : test::lines_of(organs, cell(), em))
      for (const char* lone : {"省", "县", "各"})
        EXPECT_FALSE(line.ends_with(lone)) << em << " " << line;
}

TEST(Whole, APhoneNumberStaysWithItsExtension) {
  for (double em = 12; em < 24; em += 0.5)
    EXPECT_TRUE(has_line_with(
        test::lines_of("咨询请拨打县教育局办公室电话010-12345678转801，或者到窗口。", ragged(), em),
        "010-12345678转801"))
        << em;
}

TEST(Whole, AUnitInLettersStaysWithItsNumber) {
  EXPECT_EQ(test::lines_of("1100 mm×700 mm×1000 mm", ragged(), 11),
            (Lines{"1100 mm×700 mm×", "1000 mm"}));
  EXPECT_TRUE(has_line_with(test::lines_of("桌面的宽度为1000 mm", ragged(), 9.5), "1000 mm"));
  EXPECT_EQ(test::lines_of("质量要求：符合GB/T 3976—2014", ragged(), 10.5)[1],
            "符合GB/T 3976—2014");
  EXPECT_EQ(test::lines_of("学校定于12月3日（星期四）举办", ragged(), 9.5)[1], "（星期四）举办");
  EXPECT_EQ(test::lines_of("中标金额（大写：壹佰壹拾陆万叁仟贰佰元整）", ragged(), 13)[1],
            "壹佰壹拾陆万叁仟贰佰元整）");
}

TEST(Cells, BeginTheirLinesBetweenWords) {
  EXPECT_EQ(test::lines_of("普通高中学业水平考试费", cell(), 9),
            (Lines{"普通高中学业水平", "考试费"}));
  EXPECT_EQ(test::lines_of("中小学教师资格考试笔试费", cell(), 10),
            (Lines{"中小学教师资格考试", "笔试费"}));
  EXPECT_EQ(test::lines_of("石桥乡、白鹭乡", cell(), 5), (Lines{"石桥乡、", "白鹭乡"}));
  EXPECT_EQ(test::lines_of("村小学附设幼儿班", cell(), 6), (Lines{"村小学附设", "幼儿班"}));
  EXPECT_EQ(test::lines_of("报名地点松坪镇", cell(), 6), (Lines{"报名地点", "松坪镇"}));
  EXPECT_EQ(test::lines_of("幼儿园保教费", cell(), 5), (Lines{"幼儿园", "保教费"}));
  EXPECT_EQ(test::lines_of("分别由县和乡承担", cell(), 4), (Lines{"分别由县", "和乡承担"}));
}

TEST(Cells, HaveNoMoreLinesForTheirWords) {
  const std::string texts[] = {"全县寄宿制初中扣除膳食补助后", "教育系统工作人员违纪违法",
                               "普通高中住宿费八人间有独立卫生间", "县纪委监委派驻纪检监察组"};
  for (const std::string& text : texts)
    for (double em = 2; em < 12; em += 0.5)
      EXPECT_EQ(test::lines_of(text, cell(), em).size(), test::lines_of(text, ragged(), em).size())
          << text << " at " << em;
}

// A line of a page is left short only where what comes next does not fit it.
TEST(Ragged, OnlyBeforeWhatTheLineCannotHold) {
  EXPECT_EQ(on_page("成绩查询和复核：凭准考证到县教育考试中心办理，复核结果以书面形式答复。电话："
                    "0000-5550160。",
                    20)[0],
            "成绩查询和复核：凭准考证到县教育考试");
}

TEST(LastLine, OfATelephoneNumberIsLongEnough) {
  const std::string text = "投诉举报电话：12315；云岭县教育局财务股0000-5550152。";
  EXPECT_EQ(on_page(text, 22.5).back(), "0000-5550152。");
  ParagraphStyle style = test::plain(TextProfile::Gb);
  style.first_indent_em = 2;
  style.loosest_em = 0.18;
  EXPECT_NE(test::lines_of(text, style, 22.5).back(), "0000-5550152。");
}

} // namespace
} // namespace heiban
