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
  const auto kind = static_cast<TextMaker::Kind>(maker.roll(TextMaker::kKinds));
  setting.text = maker.paragraph(kind, 5 + maker.roll(maker.roll(4) == 0 ? 400 : 90));
  setting.style = test::plain(kProfiles[maker.roll(4)]);
  constexpr int kSizes[] = {40, 33, 28, 55};
  setting.style.size_px = kSizes[maker.roll(4)];
  setting.style.first_indent_em = maker.roll(2) == 0 ? 2 : 0;
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
