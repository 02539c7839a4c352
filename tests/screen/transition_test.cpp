#include "screen/glass.h"
#include "screen/transition.h"

#include <gtest/gtest.h>

#include <cmath>

namespace heiban {
namespace {

TEST(Transition, NeverTakesTheCustomersLimitOf600Ms) {
  for (const TransitionKind kind :
       {TransitionKind::None, TransitionKind::Fade, TransitionKind::Push}) {
    Transition transition(kind, {0, 0, 100, 100}, 1000);
    EXPECT_TRUE(transition.step(1599).last);
  }
}

TEST(Transition, NoneIsOneStep) {
  EXPECT_TRUE(Transition(TransitionKind::None, {}, 5).step(5).last);
}

// In place: what the weights leave of the old page must follow the clock, whatever the frame rate.
TEST(Transition, AFadeFollowsTheClockAtAnyFrameRate) {
  for (const int64_t frame : {1, 7, 16, 33, 90, 300}) {
    Transition transition(TransitionKind::Fade, {}, 0);
    double old_share = 1;
    for (int64_t at = 0; at < kTransitionMs; at += frame) {
      const TransitionStep step = transition.step(at);
      ASSERT_FALSE(step.last);
      ASSERT_GE(step.weight, 0);
      ASSERT_LE(step.weight, 256);
      old_share *= 1 - step.weight / 256.0;
      EXPECT_NEAR(1 - old_share, static_cast<double>(at) / kTransitionMs, 0.02)
          << frame << " " << at;
    }
    EXPECT_TRUE(transition.step(kTransitionMs).last);
  }
}

TEST(Transition, AFadeOfPixelsStaysNearTheIdealAndEndsExactly) {
  Image glass_image(16, 16, 0x1F3A2E), next(16, 16, 0xF2F0E6);
  Glass glass(glass_image.pixels.data(), 16, 16, 16, 0);
  Transition transition(TransitionKind::Fade, {}, 0);
  for (int64_t at = 0; at < kTransitionMs; at += kFrameMs) {
    glass.step(next, transition.step(at));
    const double share = static_cast<double>(at) / kTransitionMs;
    EXPECT_NEAR(glass_image.pixels[0] & 255, 0x2E + (0xE6 - 0x2E) * share, 8) << at;
  }
  glass.step(next, transition.step(kTransitionMs));
  EXPECT_EQ(glass_image.pixels, next.pixels);
}

TEST(Transition, APushShowsEveryColumnOnce) {
  for (const int64_t frame : {1, 16, 37, 200}) {
    const Rect area{10, 5, 321, 40};
    Transition transition(TransitionKind::Push, area, 0);
    int shown = 0;
    for (int64_t at = 0; at < kTransitionMs; at += frame) {
      const TransitionStep step = transition.step(at);
      EXPECT_EQ(step.from_px, shown);
      EXPECT_GE(step.to_px, step.from_px);
      EXPECT_LE(step.to_px, area.w);
      shown = step.to_px;
    }
    EXPECT_TRUE(transition.step(kTransitionMs).last);
  }
}

TEST(Transition, AClockThatStandsStillDoesNotRunBack) {
  Transition transition(TransitionKind::Push, {0, 0, 100, 100}, 0);
  const int reached = transition.step(200).to_px;
  EXPECT_EQ(transition.step(150).to_px, reached);
}

TEST(TransitionPace, TwoSlowOnesInARowAreLeftOutForTenMinutes) {
  TransitionPace pace;
  EXPECT_TRUE(pace.allowed(0));
  pace.record(5, 400, 1000); // 12 frames a second
  EXPECT_TRUE(pace.allowed(1000));
  pace.record(24, 400, 2000);
  pace.record(5, 400, 3000);
  EXPECT_TRUE(pace.allowed(3000)) << "a good one between two slow ones";
  pace.record(5, 400, 4000);
  EXPECT_FALSE(pace.allowed(4000));
  EXPECT_FALSE(pace.allowed(4000 + 10 * 60 * 1000 - 1));
  EXPECT_TRUE(pace.allowed(4000 + 10 * 60 * 1000));
}

TEST(TransitionPace, ThirtyFramesASecondAreEnough) {
  TransitionPace pace;
  for (int i = 0; i < 10; ++i)
    pace.record(13, 13 * kSlowFrameMs, i);
  EXPECT_TRUE(pace.allowed(100));
}

TEST(Transition, Words) {
  EXPECT_EQ(transition_kind("none"), TransitionKind::None);
  EXPECT_EQ(transition_kind("push"), TransitionKind::Push);
  EXPECT_EQ(transition_kind("fade"), TransitionKind::Fade);
}

} // namespace
} // namespace heiban
