// Typed blanks: no run of them keeps text from its line, and what fits stands as it was typed.
#include "text/invariants.h"

#include "text/fonts_helper.h"

#include <gtest/gtest.h>

#include <numeric>

namespace heiban {
namespace {

using test::Setting;

constexpr const char* kBlanks[] = {" ", "　", "\u00A0", "\t", " \u00A0", "　\u200B", " \u0301"};

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i)
    all += text;
  return all;
}

Setting setting_of(std::string text, TextProfile profile, int em, double indent) {
  Setting setting;
  setting.text = std::move(text);
  setting.style = test::plain(profile);
  setting.style.first_indent_em = indent;
  setting.measure = Px64::from_px(em * setting.style.size_px);
  return setting;
}

SetParagraph set(const Setting& setting) {
  return set_paragraph(test::fonts(), setting.text, setting.style, setting.measure);
}

TEST(Blanks, MakeNoLineWiderThanTheMeasure) {
  const char* const kAround[][2] = {{"", "关于做好2026年秋季学期招生工作的通知"},
                                    {"", "2026年7月15日"},
                                    {"经办人（", "）签字"},
                                    {"甲", "，乙"},
                                    {"学校名称", "班级"},
                                    {"附件", ""},
                                    {"Grade", "school"},
                                    {"\u2028", "第二行"}};
  for (const TextProfile profile : {TextProfile::Gb, TextProfile::Strict})
    for (const char* blank : kBlanks)
      for (const auto& [before, after] : kAround)
        for (const int times : {3, 12, 40, 300})
          for (const int em : {12, 20, 28})
            for (const double indent : {0.0, 2.0}) {
              const Setting setting =
                  setting_of(before + repeated(blank, times) + after, profile, em, indent);
              EXPECT_EQ(test::verdict_on(test::fonts(), setting), "")
                  << em << " em: " << times << " times '" << blank << "' between " << before
                  << " and " << after;
              for (const TextLine& line : set(setting).lines)
                EXPECT_LE(line.indent.raw + line.width.raw, setting.measure.raw) << setting.text;
            }
}

TEST(Blanks, LeaveTheFirstLineFourEmOfText) {
  for (const TextProfile profile : {TextProfile::Gb, TextProfile::Strict})
    for (const std::string_view blank : {" ", "　", "\t"}) {
      const Setting setting =
          setting_of(repeated(blank, 300) + "关于做好招生工作的通知", profile, 20, 0);
      EXPECT_GE(set(setting).lines[0].end, 304u);
    }
}

TEST(Blanks, DoNotPartTheUnitBehindThem) {
  const Setting setting =
      setting_of(repeated("　", 18) + "2026年7月15日前报送。", TextProfile::Gb, 20, 0);
  EXPECT_GE(set(setting).lines[0].end, 18u + 10);
}

TEST(Blanks, StandAsTheyWereTypedWhereTheyFit) {
  const Setting setting = setting_of(repeated("　", 10) + "云岭县教育局", TextProfile::Gb, 20, 0);
  const SetParagraph lines = set(setting);
  ASSERT_EQ(lines.lines.size(), 1u);
  const std::vector<Px64>& advances = lines.lines[0].advances;
  const int32_t em = setting.style.size_px * 64;
  EXPECT_EQ(std::accumulate(advances.begin(), advances.begin() + 10, Px64{}).raw, 10 * em);
}

// A measured line has all its blanks.
TEST(Blanks, AreMeasuredWhole) {
  EXPECT_EQ(measure_line(test::fonts(), repeated("　", 30) + "国", FontRole::Body, 40).raw,
            31 * 40 * 64);
}

} // namespace
} // namespace heiban
