#include "page/legibility.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

ScreenSettings screen(double inches, double metres) {
  ScreenSettings settings;
  settings.diagonal_inches = inches;
  settings.distance_m = metres;
  return settings;
}

struct Row {
  double inches, metres;
  int width, height, floor_px, body_px;
};

class LegibilityRows : public ::testing::TestWithParam<Row> {};

TEST_P(LegibilityRows, FollowsTheFormula) {
  const Row& row = GetParam();
  const Legibility result = legibility(screen(row.inches, row.metres), row.width, row.height);
  EXPECT_EQ(result.floor_px, row.floor_px);
  EXPECT_EQ(result.body_px, row.body_px);
  EXPECT_TRUE(result.floor_held);
  EXPECT_NEAR(result.arcmin, 30, 0.5);
}

INSTANTIATE_TEST_SUITE_P(All, LegibilityRows,
                         ::testing::Values(Row{55, 3, 1920, 1080, 33, 41},
                                           Row{55, 5, 1920, 1080, 55, 69},
                                           Row{55, 3, 3840, 2160, 66, 83},
                                           Row{55, 3, 1080, 1920, 33, 41},
                                           Row{43, 3, 1920, 1080, 42, 53}));

TEST(Legibility, AStepMakesItLargerUpToTheCap) {
  const Legibility plain = legibility(screen(55, 3), 1920, 1080);
  const Legibility larger = legibility(screen(55, 3), 1920, 1080, 1.2);
  const Legibility largest = legibility(screen(55, 3), 1920, 1080, 9);
  EXPECT_EQ(larger.body_px, 50);
  EXPECT_EQ(largest.body_px, plain.cap_px);
  EXPECT_EQ(larger.floor_px, 36) << "the smallest letters take half of it";
  EXPECT_EQ(largest.floor_px, plain.cap_px);
}

TEST(Legibility, SaysWhenTheScreenIsTooSmallForItsReader) {
  const Legibility far = legibility(screen(10, 10), 1920, 1080);
  EXPECT_FALSE(far.floor_held);
  EXPECT_LE(far.body_px * 13, 1920);
  EXPECT_LE(far.floor_px, far.body_px);
  EXPECT_LT(far.arcmin, kFloorArcmin);
}

TEST(Legibility, NoFaceIsTooSmallToDraw) {
  const Legibility tiny = legibility(screen(55, 3), 64, 64);
  EXPECT_GE(tiny.floor_px, 12);
  EXPECT_GE(tiny.body_px, tiny.floor_px);
}

TEST(Legibility, NonsenseIsReadAsTheDefault) {
  const Legibility plain = legibility(screen(55, 3), 1920, 1080);
  EXPECT_EQ(legibility(screen(0, -1), 1920, 1080).body_px, plain.body_px);
}

} // namespace
} // namespace heiban
