// Where units open that no line can hold, and what a justified line is not spread by.
#include "base/utf8.h"

#include "text/fonts_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

std::vector<std::string> set_in(const std::string& text, double em, TextProfile profile) {
  return test::lines_of(text, test::plain(profile), em);
}

TEST(Units, TooWideForALineOpenWhereTheirPartsMeet) {
  using Lines = std::vector<std::string>;
  for (const TextProfile profile : {TextProfile::Gb, TextProfile::Strict}) {
    EXPECT_NE(set_in("2026年7月15日）。", 6, profile).back(), "日）。");
    EXPECT_EQ(set_in("12.5万平方米）。", 6, profile)[0], "12.5");
    EXPECT_EQ(set_in("〔2026〕第12号", 5, profile), (Lines{"〔2026〕", "第12号"}));
  }
}

TEST(Units, AnAddressKeepsItsHostWhole) {
  const std::string host = "https://www.yunling.example";
  for (const std::string& line :
       set_in("网址：" + host + "/zwgk/2026/t0701_1.html。", 18, TextProfile::Gb))
    EXPECT_TRUE(line.find("https") == line.npos || line.find(host) != line.npos) << line;
}

TEST(Units, APhoneNumberPartsBeforeTheWordAfterIt) {
  EXPECT_EQ(set_in("电话138 0000 0000个", 7, TextProfile::Strict).back(), "个");
}

TEST(Units, WorkingDaysAreCountedInOneUnit) {
  for (double em = 8; em < 24; ++em)
    for (const std::string& line :
         set_in("公示期11月25日至12月4日，第2个工作日，共9个学期", em, TextProfile::Gb)) {
      EXPECT_FALSE(line.starts_with("作") || line.starts_with("日") || line.starts_with("期"))
          << em;
    }
}

TEST(Units, ALabelIsKeptWholeWhereALineHoldsIt) {
  const std::string text = "性质：行政事业性收费　收费依据：市发展和改革委员会";
  ParagraphStyle style = test::plain(TextProfile::Gb);
  style.align = TextAlign::Start;
  style.roles = {{0, 3, FontRole::Hei, true}, {11, 16, FontRole::Hei, true}};
  for (double em = 6; em < 26; em += 0.5)
    for (const std::string& line : test::lines_of(text, style, em))
      EXPECT_TRUE(line.find("依") == line.npos || line.find("收费依据：") != line.npos) << line;
  EXPECT_GT(test::lines_of(text, style, 3).size(), 8u); // and parted where none does
  style.roles[1].whole = false;
  EXPECT_EQ(test::lines_of(text, style, 13)[1].find("收费依据"), std::string::npos);
}

// Typed as most websites type it, with a space on each side of the figures.
TEST(Units, AreOneWithTheSpacesTypedInside) {
  const std::pair<const char*, std::vector<size_t>> kRows[] = {
      {"于 2026 年 7 月 1 日起", {2, 16}},
      {"共 15 个工作日内", {2, 9}},
      {"第 3 章第 2 节", {5}},
      {"〔2026〕 41 号文", {11}},
      {"面积120㎡和30㎏", {1, 2, 6, 7}},
      {"买买提•艾力", {1, 2, 5}},
      {"7月15日·主", {6}},
      {"PDF·主", {4}},
      {"5 人和 6％", {3, 5}},
  };
  for (const TextProfile profile : {TextProfile::Gb, TextProfile::Strict})
    for (const auto& [text, places] : kRows)
      EXPECT_EQ(break_opportunities(text, profile), places) << text;
}

TEST(Units, ARowOfDashesPartsBetweenPairs) {
  std::string dashes, dots;
  for (int i = 0; i < 31; ++i)
    dashes += "—", dots += "…";
  for (const TextProfile profile : {TextProfile::Gb, TextProfile::Strict})
    for (const std::string& row : {dashes, dots}) {
      const std::vector<std::string> lines = set_in(row, 9, profile);
      ASSERT_EQ(lines.size(), 4u);
      for (size_t i = 0; i < 3; ++i)
        EXPECT_EQ(count_code_points(lines[i]), 8u);
    }
}

// Of print (rule 9); between letters and figures it is of their script.
TEST(Marks, ASolidusBesideHanTakesHalfAnEm) {
  const std::u32string text = U"生/月甲／乙元/m2，A/B，7/1，A／B";
  const auto wide = [&](TextProfile profile, size_t at) {
    const ParagraphStyle style = test::plain(profile);
    const SetParagraph set =
        set_paragraph(test::fonts(), to_utf8(text), style, Px64::from_px(style.size_px * 40));
    return set.lines[0].advances[at].raw * 2 / 64.0 / style.size_px;
  };
  for (const size_t at : {1, 4, 7, 20})
    EXPECT_EQ(wide(TextProfile::Gb, at), 1) << at;
  for (const size_t at : {12, 16})
    EXPECT_LT(wide(TextProfile::Gb, at), 0.9) << at;
  EXPECT_EQ(wide(TextProfile::Css, 4), 2);
}

// A date that no line may part leaves the line before it short: where the style says so, ragged.
TEST(Holes, AreNotSpreadOverALineThatNeedsTooMuch) {
  ParagraphStyle style = test::plain(TextProfile::Gb);
  const Px64 measure = Px64::from_px(20 * style.size_px);
  const auto first = [&] {
    return set_paragraph(test::fonts(), "公示时间：2026年11月23日至2026年11月27日。", style,
                         measure)
        .lines[0];
  };
  EXPECT_EQ(first().width, measure);
  EXPECT_GT(first().advances[0].raw, style.size_px * 64 * 5 / 4);
  style.loosest_em = 0.25;
  EXPECT_LT(first().width, measure);
  EXPECT_EQ(first().advances[0].raw, style.size_px * 64);
}

} // namespace
} // namespace heiban
