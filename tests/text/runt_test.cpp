// No last line of fewer than two Han where some legal breaks avoid it (TYPESETTING 21): a search
// through all legal breaks of short texts says where that is.
#include "text/invariants.h"

#include "text/fonts_helper.h"
#include "text/text_maker_helper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace heiban {
namespace {

using test::fonts;
using test::Setting;
using test::TextMaker;

size_t han_in(std::u32string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), test::is_han));
}

// Whether a line of `text` reaches the measure with half an em at each of its places (rule 20);
// `places` are the breaks inside it. Where every line is filled, it is spread as far as it takes;
// columns under 12 em are not filled.
bool can_fill(const Setting& setting, std::u32string_view line, const std::vector<size_t>& places,
              int32_t measure) {
  const int32_t em = setting.style.size_px * 64;
  if (setting.measure.raw < 12 * em || setting.style.loosest_em == 0)
    return true;
  ParagraphStyle style = setting.style;
  style.first_indent_em = 0;
  const SetParagraph set = set_paragraph(fonts(), to_utf8(line), style, Px64{1 << 30});
  constexpr std::u32string_view kTight = U"～–－-‐—⸺/／·・‧";
  size_t count = set.lines[0].gaps.size();
  for (const size_t at : places) {
    const bool gap = std::any_of(set.lines[0].gaps.begin(), set.lines[0].gaps.end(),
                                 [&](const LineGap& g) { return g.at == at; });
    count += !gap && !test::is_one_of(kTight, line[at - 1]) && !test::is_one_of(kTight, line[at]);
  }
  return measure - set.lines[0].width.raw <= em / 2 * static_cast<int32_t>(count);
}

std::vector<size_t> inside(const std::vector<size_t>& places, size_t from, size_t to) {
  std::vector<size_t> within;
  for (size_t i = from + 1; i < to; ++i)
    within.push_back(places[i] - places[from]);
  return within;
}

// Whether every line of some legal way to break the text can be squeezed into the measure or
// spread to it, with at least two Han in the last.
bool can_avoid_runt(const Setting& setting) {
  const std::u32string text = test::shown_text(setting);
  std::vector<size_t> places = break_opportunities(setting.text, TextProfile::Gb);
  places.insert(places.begin(), 0);
  places.push_back(text.size());
  const int32_t first_indent =
      static_cast<int32_t>(setting.style.first_indent_em * setting.style.size_px * 64);
  std::vector<bool> reached(places.size(), false);
  reached[0] = true;
  for (size_t from = 0; from + 1 < places.size(); ++from) {
    if (!reached[from])
      continue;
    const int32_t measure = setting.measure.raw - (from == 0 ? first_indent : 0);
    for (size_t to = from + 1; to < places.size(); ++to) {
      const std::u32string_view line =
          std::u32string_view(text).substr(places[from], places[to] - places[from]);
      if (test::least_width(fonts(), text, places[from], places[to], setting.style) > measure)
        break;
      const bool last = to + 1 == places.size();
      if (!last)
        reached[to] = reached[to] || can_fill(setting, line, inside(places, from, to), measure);
      else if (han_in(line) >= 2)
        return true;
    }
  }
  return false;
}

TEST(Runts, NoneRemainsThatCouldBeAvoided) {
  const char* wanted = std::getenv("HEIBAN_PARAGRAPHS");
  const size_t count = wanted ? std::strtoul(wanted, nullptr, 10) : 3000;
  TextMaker maker(4711);
  size_t runts = 0, wrong = 0;
  for (size_t i = 0; i < count && wrong < 5; ++i) {
    Setting setting;
    constexpr TextMaker::Kind kKinds[] = {TextMaker::Kind::Prose, TextMaker::Kind::Official,
                                          TextMaker::Kind::Latin, TextMaker::Kind::Dense};
    setting.text = maker.paragraph(kKinds[maker.roll(4)], 8 + maker.roll(50));
    setting.style = test::plain(TextProfile::Gb);
    setting.style.first_indent_em = maker.roll(2) == 0 ? 2 : 0;
    setting.style.loosest_em = maker.roll(2) == 0 ? 0.25 : 0;
    setting.measure = Px64::from_px(setting.style.size_px * (6 + static_cast<int>(maker.roll(20))));
    const SetParagraph set = set_paragraph(fonts(), setting.text, setting.style, setting.measure);
    const std::u32string text = to_utf32(setting.text);
    const size_t last = set.lines.back().start;
    if (set.lines.size() < 2 || han_in(text.substr(last)) >= 2)
      continue;
    ++runts;
    const bool avoidable = can_avoid_runt(setting);
    wrong += avoidable;
    EXPECT_FALSE(avoidable) << setting.measure.raw / 64 / 40 << " em, indent "
                            << setting.style.first_indent_em << "\n"
                            << setting.text << "\nlast: " << to_utf8(text.substr(last));
  }
  RecordProperty("unavoidable", static_cast<int>(runts));
}

} // namespace
} // namespace heiban
