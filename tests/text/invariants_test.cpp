// The invariants over generated paragraphs × widths × profiles. HEIBAN_PARAGRAPHS sets how many
// (100,000 for the full run; the usual run takes a few seconds).
#include "text/invariants.h"

#include "text/fonts_helper.h"
#include "text/text_maker_helper.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace heiban {
namespace {

using test::Setting;
using test::TextMaker;

size_t paragraphs(size_t usual) {
  const char* wanted = std::getenv("HEIBAN_PARAGRAPHS");
  return wanted ? std::strtoul(wanted, nullptr, 10) : usual;
}

uint64_t seed() {
  const char* wanted = std::getenv("HEIBAN_SEED");
  return wanted ? std::strtoull(wanted, nullptr, 10) : 20260701;
}

constexpr TextProfile kProfiles[] = {TextProfile::Gb, TextProfile::Gb, TextProfile::Strict,
                                     TextProfile::Css};

Setting roll_setting(TextMaker& maker, double narrowest, double widest) {
  Setting setting;
  setting.text = maker.paragraph(maker.any_kind(), 5 + maker.roll(maker.roll(4) == 0 ? 400 : 90));
  setting.style = test::plain(kProfiles[maker.roll(4)]);
  constexpr int kSizes[] = {40, 33, 28, 55};
  setting.style.size_px = kSizes[maker.roll(4)];
  setting.style.first_indent_em = maker.roll(2) == 0 ? 2 : 0;
  setting.style.loosest_em = maker.roll(3) == 0 ? 0.25 : 0;
  const int32_t em = setting.style.size_px * 64;
  const double wide = narrowest + maker.roll(1000) * (widest - narrowest) / 1000;
  setting.measure = {
      static_cast<int32_t>(maker.roll(3) == 0 ? wide * em : static_cast<int>(wide) * em)};
  return setting;
}

std::string described(const Setting& setting) {
  return fmt::format(", profile {}, measure {} em, size {}, indent {}\n{}",
                     static_cast<int>(setting.style.profile),
                     setting.measure.raw / 64.0 / setting.style.size_px, setting.style.size_px,
                     setting.style.first_indent_em, setting.text);
}

// Where a line begins inside `unit`, which stands at `at`, though a line could hold it with the
// marks that must stay beside it. The engine's own opinion of units is not asked.
bool is_parted(const Setting& setting, const SetParagraph& set, std::u32string_view text, size_t at,
               size_t length) {
  size_t from = at, to = at + length;
  while (from > 0 && test::is_one_of(test::kNoLineEnd, text[from - 1]))
    --from;
  while (to < text.size() &&
         (test::is_one_of(test::kNoLineStart, text[to]) || test::is_one_of(U"—…", text[to])))
    ++to;
  if (test::is_one_of(test::kNoLineEnd, text[to - 1]))
    return false; // a solidus keeps what follows with it
  constexpr std::u32string_view kCounters = U"年月日时分点元角人名个家所校户号期级科室学本园地成";
  const auto is_plain = [&](size_t i) {
    return (test::is_han(text[i]) && !test::is_one_of(kCounters, text[i])) || text[i] == U' ';
  };
  const bool alone = (from == 0 || is_plain(from - 1)) && (to == text.size() || is_plain(to));
  if (!alone)
    return false;
  for (size_t i = 1; i < set.lines.size(); ++i) {
    const size_t begins = set.lines[i].start;
    if (begins <= at || begins >= at + length)
      continue;
    const int32_t room = setting.measure.raw - set.lines[from == 0 ? 0 : i].indent.raw;
    return test::least_width(test::fonts(), text, from, to, setting.style) <= room;
  }
  return false;
}

std::string parted_unit(const Setting& setting) {
  const SetParagraph set =
      set_paragraph(test::fonts(), setting.text, setting.style, setting.measure);
  const std::u32string text = test::shown_text(setting);
  for (const std::u32string& unit : TextMaker::units())
    for (size_t at = text.find(unit); at != text.npos; at = text.find(unit, at + 1))
      if (is_parted(setting, set, text, at, unit.size()))
        return fmt::format("{} is parted at {}", to_utf8(unit), at);
  return {};
}

TEST(Invariants, PartNoUnitThatALineCouldHold) {
  TextMaker maker(seed() + 2);
  size_t wrong = 0;
  for (size_t i = 0; i < paragraphs(3000) && wrong < 10; ++i) {
    const Setting setting = roll_setting(maker, 6, 40);
    if (setting.style.profile == TextProfile::Css || maker.kind() == TextMaker::Kind::Noise)
      continue; // a browser knows no units; noise makes others of them
    const std::string verdict = parted_unit(setting);
    wrong += !verdict.empty();
    EXPECT_EQ(verdict, "") << "paragraph " << i << described(setting);
  }
}

TEST(Invariants, HoldForGeneratedParagraphs) {
  TextMaker maker(seed());
  size_t wrong = 0;
  for (size_t i = 0; i < paragraphs(6000) && wrong < 10; ++i) {
    const Setting setting = roll_setting(maker, 6, 40);
    const std::string verdict = test::verdict_on(test::fonts(), setting);
    wrong += !verdict.empty();
    EXPECT_EQ(verdict, "") << "paragraph " << i << described(setting);
  }
}

// What the fuzz target has found.
TEST(Invariants, HoldForTitlesOnTheNarrowestLines) {
  Setting setting;
  setting.text = "公示时间：2026年12月15日至2026年12月15日。";
  setting.style = test::plain(TextProfile::Gb);
  setting.style.balance = true;
  for (int em = 1; em < 30; ++em) {
    setting.measure = Px64::from_px(em * setting.style.size_px);
    EXPECT_EQ(test::verdict_on(test::fonts(), setting), "") << em;
  }
}

TEST(Invariants, TerminatesOnLinesOfOneToThreeEm) {
  TextMaker maker(seed() + 1);
  size_t wrong = 0;
  for (size_t i = 0; i < paragraphs(1500) && wrong < 10; ++i) {
    const Setting setting = roll_setting(maker, 1, 3);
    const std::string verdict = test::verdict_on(test::fonts(), setting);
    wrong += !verdict.empty();
    EXPECT_EQ(verdict, "") << "paragraph " << i << described(setting);
  }
}

} // namespace
} // namespace heiban
