#include "screen/drift.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace heiban {
namespace {

const Instant kNow = from_beijing({{2026, 11, 24}, 8, 30, 0});

TEST(Drift, GoesAllTheWayRoundInHalfAnHourAndStaysWithinReach) {
  for (const int reach : {1, 9, 18, 45}) {
    int left = 0, right = 0, up = 0, down = 0;
    for (int minute = 0; minute < 30; ++minute) {
      const Shift at = drift_at(kNow + minute * kMinute, reach);
      left = std::min(left, at.x), right = std::max(right, at.x);
      up = std::min(up, at.y), down = std::max(down, at.y);
    }
    EXPECT_GE(left, -2 * reach);
    EXPECT_LE(left, -reach);
    EXPECT_EQ(right, 2 * reach);
    EXPECT_GE(up, -reach);
    EXPECT_LE(up, -reach * 7 / 10);
    EXPECT_LE(down, reach);
    EXPECT_GE(down, reach * 7 / 10);
  }
}

TEST(Drift, MovesSlowlyAndWithinAMinuteNotAtAll) {
  for (int minute = 0; minute < 100; ++minute) {
    const Instant at = kNow + minute * kMinute;
    const Shift before = drift_at(at, 9), after = drift_at(at + kMinute, 9);
    EXPECT_EQ(before, drift_at(at + 59, 9));
    EXPECT_LE(std::abs(after.x - before.x), 5);
    EXPECT_LE(std::abs(after.y - before.y), 3);
  }
}

TEST(Drift, BeforeTheEpochTooAndNotAtAllWithoutReach) {
  EXPECT_EQ(drift_at({-61}, 9), drift_at({-61 + kDriftMinutes * kMinute}, 9));
  EXPECT_EQ(drift_at(kNow, 0), Shift{});
}

TEST(Drift, ReachGrowsWithTheScreenAndIsNothingOnTheSmallest) {
  const auto reach = [](int width, int height) {
    Page page;
    page.width = width;
    page.height = height;
    return drift_reach(page);
  };
  EXPECT_EQ(reach(64, 64), 0);
  EXPECT_EQ(reach(1920, 1080), 10);
  EXPECT_EQ(reach(1080, 1920), 10);
  EXPECT_EQ(reach(3840, 2160), 20);
}

} // namespace
} // namespace heiban
