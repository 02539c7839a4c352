// A paragraph longer than is analysed together: set in parts, nobody sees where they meet.
#include "text/invariants.h"

#include "cpu_time.h"
#include "text/fonts_helper.h"
#include "text/text_maker_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

test::Setting long_setting(TextProfile profile) {
  test::TextMaker maker(99);
  test::Setting setting;
  while (setting.text.size() < 700000)
    setting.text += maker.paragraph(test::TextMaker::Kind::Official, 400);
  setting.style = test::plain(profile);
  setting.style.first_indent_em = 2;
  setting.measure = Px64::from_px(24 * setting.style.size_px);
  return setting;
}

TEST(LongParagraph, HoldsTheInvariantsThroughout) {
  for (const TextProfile profile : {TextProfile::Gb, TextProfile::Css}) {
    const test::Setting setting = long_setting(profile);
    EXPECT_EQ(test::verdict_on(test::fonts(), setting), "");
  }
}

TEST(LongParagraph, HasTheLinesOfItsBeginning) {
  const test::Setting setting = long_setting(TextProfile::Gb);
  const auto set = [&](size_t bytes) {
    return set_paragraph(test::fonts(), std::string_view(setting.text).substr(0, bytes),
                         setting.style, setting.measure);
  };
  const SetParagraph whole = set(setting.text.size()), beginning = set(240000);
  ASSERT_GT(whole.lines.size(), 2 * beginning.lines.size());
  for (size_t i = 0; i + 9 < beginning.lines.size(); ++i) {
    ASSERT_EQ(whole.lines[i].end, beginning.lines[i].end) << i;
    ASSERT_EQ(whole.lines[i].advances, beginning.lines[i].advances) << i;
  }
}

// Half-way, roles, runs and uncovered characters are where they are in the whole text.
TEST(LongParagraph, CountsFromItsBeginning) {
  test::Setting setting;
  for (int i = 0; i < 150000; ++i)
    setting.text += i == 120000 ? "\U000E1234" : i % 3 == 2 ? "，" : "局";
  setting.style = test::plain(TextProfile::Gb);
  setting.style.roles = {{110000, 110005, FontRole::Kai}};
  const SetParagraph set =
      set_paragraph(test::fonts(), setting.text, setting.style, Px64::from_px(20 * 40));
  EXPECT_EQ(set.uncovered_at, std::vector<size_t>{120000});
  const int kai = test::fonts().face_for(FontRole::Kai, U'局');
  ASSERT_NE(kai, test::fonts().face_for(FontRole::Body, U'局'));
  for (const TextLine& line : set.lines)
    for (const GlyphRun& run : line.runs) {
      EXPECT_TRUE(run.at >= line.start && run.at < line.end);
      const bool inside = run.at >= 110000 && run.at < 110005;
      EXPECT_EQ(run.face == static_cast<uint32_t>(kai), inside) << run.at;
    }
}

// Without glyphs and handed over part by part the lines are the same.
TEST(LongParagraph, HasTheSameLinesPartByPart) {
  test::Setting setting = long_setting(TextProfile::Gb);
  for (const size_t bytes : {size_t{300000}, size_t{900}, size_t{0}}) {
    setting.text.resize(bytes);
    const SetParagraph whole =
        set_paragraph(test::fonts(), setting.text, setting.style, setting.measure);
    size_t at = 0;
    set_lines(test::fonts(), setting.text, setting.style, setting.measure,
              [&](const SetParagraph& part) {
                for (const TextLine& line : part.lines) {
                  ASSERT_LT(at, whole.lines.size());
                  ASSERT_EQ(line.start, whole.lines[at].start);
                  ASSERT_EQ(line.end, whole.lines[at].end);
                  ASSERT_EQ(line.advances, whole.lines[at].advances);
                  EXPECT_TRUE(line.runs.empty());
                  ++at;
                }
              });
    EXPECT_EQ(at, whole.lines.size());
  }
}

// Nothing parts such a text in a line; it is parted all the same, and nothing is lost.
TEST(LongParagraph, HasLinesNoLongerThanWhatIsAnalysedTogether) {
  constexpr size_t kTogether = 1u << 18, kLength = kTogether + 100;
  constexpr std::pair<TextProfile, char> kTexts[] = {{TextProfile::Css, 'a'},
                                                     {TextProfile::Gb, ' '},
                                                     {TextProfile::Gb, '\t'},
                                                     {TextProfile::Gb, '\x80'}};
  for (const auto& [profile, byte] : kTexts) {
    const std::string text(kLength, byte);
    size_t at = 0;
    set_lines(test::fonts(), text, test::plain(profile), Px64::from_px(800),
              [&](const SetParagraph& part) {
                for (const TextLine& line : part.lines) {
                  EXPECT_EQ(line.start, at);
                  EXPECT_LE(line.end - line.start, kTogether);
                  at = line.end;
                }
              });
    EXPECT_EQ(at, kLength);
  }
}

// What looks like addresses without end is looked at a few times only.
TEST(LongParagraph, OfAddressesCostsNoMoreThanItsLength) {
  for (const std::string_view piece : {"abc.de/x?y=z&", "a.cnx", "a@b@c", "www/", "x,y;"}) {
    std::string text = piece.front() == 'a' ? "https://" : "";
    while (text.size() < 500000)
      text += piece;
    EXPECT_LT(cpu_seconds([&] { break_opportunities(text, TextProfile::Gb); }), 0.5) << piece;
  }
}

} // namespace
} // namespace heiban
