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
