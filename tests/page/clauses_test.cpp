// What is turned between whole clauses, and what is left to turn anywhere.
#include "page/clauses.h"

#include "page/page_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

constexpr int kPx = 40;

std::vector<std::string> lines_of(std::string_view text, int em) {
  ParagraphStyle style;
  style.size_px = kPx;
  style.align = TextAlign::Start;
  style.first_indent_em = 0;
  std::vector<std::string> lines;
  for (const std::string_view line : clause_lines(text, style, em * kPx, testing::shared_fonts()))
    lines.emplace_back(line);
  return lines;
}

using Lines = std::vector<std::string>;
constexpr const char* kContacts = "投诉电话：12315、12345，县教育局监督举报 0000-0000000";

TEST(Clauses, TurnBetweenContacts) {
  EXPECT_EQ(lines_of(kContacts, 40), Lines{kContacts});
  EXPECT_EQ(lines_of(kContacts, 19),
            (Lines{"投诉电话：12315、12345，", "县教育局监督举报 0000-0000000"}));
}

TEST(Clauses, TurnBetweenLabelAndNumberWhereNoLineHoldsBoth) {
  EXPECT_EQ(lines_of(kContacts, 11),
            (Lines{"投诉电话：12315、", "12345，", "县教育局监督举报 ", "0000-0000000"}));
}

TEST(Clauses, LeaveWhatNoLineHoldsToTheRulesOfAnyText) {
  const std::string prose = "新的收费标准自下一学年起在全县公办普通高级中学统一执行";
  EXPECT_EQ(lines_of(prose, 10), Lines{prose});
}

TEST(Clauses, KeepLineEndsAndLoseNothing) {
  const std::string text = std::string(kContacts) + "\n届时本表自动更换。";
  for (int em = 1; em < 40; ++em) {
    std::string all;
    for (const std::string& line : lines_of(text, em))
      all += line;
    std::string expected = kContacts;
    expected += "届时本表自动更换。";
    EXPECT_EQ(all, expected) << em;
  }
}

} // namespace
} // namespace heiban
