#include "config/diagnostic.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

TEST(FormatDiagnostics, TheCaretStandsUnderTheCharacter) {
  EXPECT_EQ(format_diagnostics({{true, "heiban.toml", 12, 5, "key = 1", "不对"}}),
            "heiban.toml:12:5: 错误：不对\n  key = 1\n      ^\n");
}

// A Chinese character takes two columns of a terminal, so a wide space answers it.
TEST(FormatDiagnostics, WideCharactersAreAnsweredByWideSpaces) {
  EXPECT_EQ(format_diagnostics({{true, "h", 1, 4, "云岭=x", "不对"}}),
            "h:1:4: 错误：不对\n  云岭=x\n  　　 ^\n");
}

TEST(FormatDiagnostics, TabsStay) {
  EXPECT_EQ(format_diagnostics({{true, "h", 1, 3, "\tax", "不对"}}),
            "h:1:3: 错误：不对\n  \tax\n  \t ^\n");
}

TEST(FormatDiagnostics, AWholeFileHasNoLine) {
  EXPECT_EQ(format_diagnostics({{true, "h", 0, 0, "", "不对"}}), "h: 错误：不对\n");
}

TEST(FormatDiagnostics, RemarksAndParagraphs) {
  EXPECT_EQ(format_diagnostics({{false, "h", 1, 1, "a", "甲"}, {true, "h", 2, 1, "b", "乙"}}),
            "h:1:1: 提醒：甲\n  a\n  ^\n\nh:2:1: 错误：乙\n  b\n  ^\n");
}

TEST(FormatDiagnostics, ALongLineIsShownRoundItsCaret) {
  const std::string line = std::string(300, 'a') + "X" + std::string(300, 'b');
  const std::string out = format_diagnostics({{true, "h", 1, 301, line, "不对"}});
  const std::string second = out.substr(out.find('\n') + 1);
  const std::string shown = second.substr(0, second.find('\n'));
  EXPECT_LT(shown.size(), 130u);
  EXPECT_EQ(shown.substr(0, 6), "  …a");
  const std::string caret = second.substr(second.find('\n') + 1);
  // "…" is three bytes and one column.
  EXPECT_EQ(caret.find('^') + 2, shown.find('X'));
}

TEST(FormatDiagnostics, ControlCharactersDoNotReachTheTerminal) {
  const std::string out = format_diagnostics({{true, "h", 1, 1, "a\x1B[31mb", "不对"}});
  EXPECT_EQ(out.find('\x1B'), std::string::npos);
}

TEST(SplitLines, EveryKindOfLineEnd) {
  using Lines = std::vector<std::string_view>;
  EXPECT_EQ(split_lines("a\nb\r\nc\rd"), (Lines{"a", "b", "c", "d"}));
  EXPECT_EQ(split_lines("a\n\nb\n"), (Lines{"a", "", "b"}));
  EXPECT_EQ(split_lines(""), Lines{});
}

TEST(DiagnosticSink, SortsByPlaceAndCountsErrors) {
  const std::vector<std::string_view> lines = {"a", "b"};
  DiagnosticSink sink("h", lines);
  sink.error({2, 1}, "乙");
  sink.remark({1, 3}, "甲");
  sink.error({1, 1}, "丙");
  EXPECT_EQ(sink.error_count(), 2u);
  const auto all = sink.take();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].message + all[1].message + all[2].message, "丙甲乙");
  EXPECT_EQ(all[2].source_line, "b");
}

} // namespace
} // namespace heiban
