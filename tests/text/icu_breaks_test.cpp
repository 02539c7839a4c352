// The raw layer against Unicode's own test, and our table and piecewise asking against ICU's answer
// for whole texts.
#include "text/breaks.h"

#include "base/utf8.h"
#include "text/text_maker_helper.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace heiban {
namespace {

constexpr const char* kUnicodeTest = "/usr/share/unicode/auxiliary/LineBreakTest.txt";

struct UnicodeCase {
  std::u32string text;
  std::vector<uint8_t> flags; // as IcuBreaks::boundaries
};

// "× 0023 ÷ 0020 ÷ # comment"
bool read_case(const std::string& line, UnicodeCase& out) {
  std::istringstream fields(line.substr(0, line.find('#')));
  out = {};
  for (std::string field; fields >> field;) {
    if (field == "÷" || field == "×")
      out.flags.push_back(field == "÷");
    else
      out.text += static_cast<char32_t>(std::stoul(field, nullptr, 16));
  }
  return !out.text.empty();
}

TEST(IcuBreaks, UnicodeLineBreakTest) {
  std::ifstream in(kUnicodeTest);
  if (!in)
    GTEST_SKIP() << "needs the package unicode-data";
  IcuBreaks icu;
  int equal = 0, cases = 0;
  std::vector<uint8_t> flags;
  UnicodeCase expected;
  for (std::string line; std::getline(in, line);) {
    if (!read_case(line, expected))
      continue;
    expected.flags.front() = 1; // ICU counts the start as a boundary
    icu.boundaries(IcuBreaks::Kind::Line, expected.text, flags);
    ++cases;
    equal += flags == expected.flags;
  }
  EXPECT_EQ(cases, 7654);
  EXPECT_EQ(equal, 7632); // ICU's own differences: its numbers are a regular expression (LB25)
}

// Texts of characters that no rule of ours changes: our answer must be ICU's, although ICU is asked
// for pieces only.
TEST(BreakFinder, AgreesWithIcuWhereNoRuleSaysOtherwise) {
  constexpr std::u32string_view kNeutral = U"国文字，。、！？）】》（【《ABCxyz  あア한글éж";
  test::TextMaker maker(99);
  BreakFinder finder;
  IcuBreaks icu;
  for (int i = 0; i < 20000; ++i) {
    std::u32string text = U"国";
    for (uint32_t n = 2 + maker.roll(12); n > 0; --n)
      text += kNeutral[maker.roll(kNeutral.size())];
    std::vector<uint8_t> flags;
    icu.boundaries(IcuBreaks::Kind::Line, text, flags);
    std::vector<size_t> expected;
    for (size_t k = 1; k < text.size(); ++k)
      if (flags[k])
        expected.push_back(k);
    ASSERT_EQ(finder.opportunities(to_utf8(text), TextProfile::Strict), expected) << to_utf8(text);
  }
}

TEST(BreakFinder, AsksIcuForPiecesAsForTheWhole) {
  test::TextMaker maker(7);
  IcuBreaks icu;
  BreakFinder finder;
  const std::u32string separator = U"国国";
  for (int i = 0; i < 4000; ++i) {
    const std::u32string a =
        to_utf32(maker.paragraph(test::TextMaker::Kind::Latin, 12)) + separator;
    const std::u32string b =
        separator + to_utf32(maker.paragraph(test::TextMaker::Kind::Noise, 12));
    std::vector<size_t> apart = finder.opportunities(to_utf8(a), TextProfile::Gb);
    apart.push_back(a.size());
    for (const size_t at : finder.opportunities(to_utf8(b), TextProfile::Gb))
      apart.push_back(a.size() + at);
    ASSERT_EQ(finder.opportunities(to_utf8(a + b), TextProfile::Gb), apart) << to_utf8(a + b);
  }
}

// Measured on Chromium 156, `line-break: strict`, all pairs around the four quotes.
TEST(CssBreaks, PartAQuoteFromItsNeighboursOnlyBetweenEastAsian) {
  const std::pair<const char*, std::vector<size_t>> kRows[] = {
      {"为‘这我", {1, 3}}, {"为‘“这我", {4}}, {"一。‘以", {2}}, {"标’〈我", {2}},
      {"标’我", {2}},      {"”国国", {2}},    {"国…“国", {}},   {"国”“国", {}},
      {"A“国国", {3}},     {"国”A国", {3}},   {"国’“国", {}},   {"审，‘不区", {2, 4}},
      {"国’。国", {3}},    {"（‘国国", {3}},  {"it’s 国", {5}},
  };
  for (const auto& [text, places] : kRows)
    EXPECT_EQ(BreakFinder().opportunities(text, TextProfile::Css), places) << text;
}

} // namespace
} // namespace heiban
