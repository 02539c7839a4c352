// What other people's suites expect of Chinese line setting (tests/cases/README.md).
#include "text/fonts_helper.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

using test::fonts;
using test::lines_of;
using test::plain;
using test::rows;

std::string joined(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines)
    all += (all.empty() ? "" : "|") + line;
  return all;
}

TEST(Conformance, WptLineBreakingStrict) {
  int cases = 0;
  for (const auto& row : rows("wpt-zh-linebreak.tsv")) {
    if (row[2] != "strict")
      continue;
    EXPECT_EQ(joined(lines_of(row[3], plain(TextProfile::Strict), 6)), row[8]) << row[0];
    ++cases;
  }
  EXPECT_EQ(cases, 36);
}

bool allowed(const std::string& text, TextProfile profile, size_t at) {
  const std::vector<size_t> places = break_opportunities(text, profile);
  return std::find(places.begin(), places.end(), at) != places.end();
}

TEST(Conformance, ClreqProhibitions) {
  int strict = 0, gb = 0;
  for (const auto& row : rows("clreq-prohibition.tsv")) {
    const bool expected = row[5] == "allowed";
    const size_t at = std::stoul(row[4]);
    if (row[1] != "gb") {
      EXPECT_EQ(allowed(row[3], TextProfile::Strict, at), expected) << row[0] << " strict";
      ++strict;
    }
    if (row[1] != "strict") {
      EXPECT_EQ(allowed(row[3], TextProfile::Gb, at), expected) << row[0] << " gb";
      ++gb;
    }
  }
  EXPECT_EQ(strict, 98);
  EXPECT_EQ(gb, 96);
}

// Each character's advance in half em, as F and H.
std::string widths(const TextLine& line, int size_px) {
  std::string letters;
  for (const Px64 advance : line.advances)
    letters += advance.raw == size_px * 64 ? 'F' : advance.raw == size_px * 32 ? 'H' : '?';
  return letters;
}

TEST(Conformance, AdjacentMarksTrimmed) {
  int pairs = 0, refs = 0;
  const ParagraphStyle style = plain(TextProfile::Css);
  for (const auto& row : rows("wpt-text-spacing-trim-pairs.tsv")) {
    if (row[1] != "zh-Hans")
      continue;
    const SetParagraph set =
        set_paragraph(fonts(), "国" + row[3] + "国", style, Px64::from_px(800));
    EXPECT_EQ(widths(set.lines[0], style.size_px), "F" + row[4] + "F") << row[0] << row[3];
    ++pairs;
  }
  for (const auto& row : rows("wpt-text-spacing-trim-refs.tsv")) {
    const SetParagraph set = set_paragraph(fonts(), row[2], style, Px64::from_px(800));
    EXPECT_EQ(widths(set.lines[0], style.size_px), row[3]) << row[0] << row[2];
    ++refs;
  }
  EXPECT_EQ(pairs, 744);
  EXPECT_EQ(refs, 36);
}

TEST(Conformance, OpeningMarksTrimmedAtLineStart) {
  int cases = 0;
  const ParagraphStyle style = plain(TextProfile::Css);
  for (const auto& row : rows("wpt-text-spacing-trim-linestart.tsv")) {
    const SetParagraph set =
        set_paragraph(fonts(), row[2], style, Px64::from_px(4 * style.size_px));
    EXPECT_EQ(joined(test::slices(row[2], set)), row[4]) << row[0];
    for (size_t i = 0; i < set.lines.size(); ++i) {
      const char expected = row[6][2 * i];
      if (expected != '-') {
        EXPECT_EQ(widths(set.lines[i], style.size_px)[0], expected) << row[0] << " line " << i;
      }
    }
    ++cases;
  }
  EXPECT_EQ(cases, 4);
}

// The text with `mark` at every Han–Latin gap; spaces the author typed are left out.
std::string with_gaps(const std::string& text, const SetParagraph& set, const std::string& mark,
                      const std::string& line_break) {
  const std::u32string points = to_utf32(text);
  std::string out;
  for (const TextLine& line : set.lines) {
    if (line.start > 0)
      out += line_break;
    auto gap = line.gaps.begin();
    for (size_t i = line.start; i < line.end; ++i) {
      if (gap != line.gaps.end() && gap->at == i) {
        out += mark;
        ++gap;
      }
      append_utf8(out, points[i]);
    }
  }
  return out;
}

TEST(Conformance, GapsBetweenHanAndLatin) {
  int cases = 0;
  const ParagraphStyle style = plain(TextProfile::Gb);
  for (const auto& row : rows("pangu-autospace.tsv")) {
    const SetParagraph set = set_paragraph(fonts(), row[1], style, Px64::from_px(9000));
    EXPECT_EQ(with_gaps(row[1], set, " ", "|"), row[2]) << row[0];
    ++cases;
  }
  for (const auto& row : rows("wpt-text-autospace.tsv")) {
    std::string one_line = row[3]; // the suite's breaks need its own Latin, one em wide
    std::replace(one_line.begin(), one_line.end(), '|', '\1');
    for (size_t at; (at = one_line.find('\1')) != std::string::npos;)
      one_line.replace(at, 1, "·");
    const SetParagraph set = set_paragraph(fonts(), row[2], style, Px64::from_px(9000));
    EXPECT_EQ(with_gaps(row[2], set, "·", "|"), one_line) << row[0];
    ++cases;
  }
  EXPECT_EQ(cases, 84);
}

} // namespace
} // namespace heiban
