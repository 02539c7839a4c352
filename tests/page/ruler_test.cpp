#include "page/ruler.h"

#include "page/page_helper.h"
#include "text/paragraph.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

constexpr int kPx = 37;

TEST(Ruler, NeverSaysATextIsNarrowerThanItIs) {
  testing::Random random(7);
  for (const FontRole role : {FontRole::Body, FontRole::Song, FontRole::Title, FontRole::Hei}) {
    const Ruler ruler(testing::shared_fonts(), role);
    for (int i = 0; i < 400; ++i) {
      const std::string text = testing::random_sentence(random, 1 + random() % 30);
      const Px64 real = measure_line(testing::shared_fonts(), text, role, kPx);
      EXPECT_GE(int64_t{ruler.width(text)} * kPx * 64, int64_t{real.raw} * kMilliEm) << text;
    }
    for (const char* text :
         {"WWWWWW", "买买提·艾力", "——……", "AV To", "①②③", "😀", "Ünïcode", "㎡℃％"}) {
      const Px64 real = measure_line(testing::shared_fonts(), text, role, kPx);
      EXPECT_GE(int64_t{ruler.width(text)} * kPx * 64, int64_t{real.raw} * kMilliEm) << text;
    }
  }
}

TEST(Ruler, HanTakeOneEm) {
  const Ruler ruler(testing::shared_fonts(), FontRole::Body);
  EXPECT_NEAR(ruler.width("云岭县教育局"), 6 * kMilliEm, 60);
}

TEST(Ruler, TheLongestWordIsWhatCannotBeBroken) {
  const Ruler ruler(testing::shared_fonts(), FontRole::Body);
  EXPECT_EQ(ruler.longest_word("教育"), ruler.width("教"));
  EXPECT_EQ(ruler.longest_word("见1234.5号"), ruler.width("1234.5"));
}

TEST(Ruler, TheLongestUnitIsWhatReadsAsOne) {
  const Ruler ruler(testing::shared_fonts(), FontRole::Body);
  EXPECT_EQ(ruler.longest_unit("县发展和改革局 云发改〔2025〕31号，自2026年9月1日起"),
            ruler.width("云发改〔2025〕31号，"));
  EXPECT_EQ(ruler.longest_unit(""), 0);
}

} // namespace
} // namespace heiban
