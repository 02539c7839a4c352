#include "screen/transition.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr int kSlowInARow = 2;
constexpr int64_t kLeftOutMs = 10 * 60 * 1000;

// Slow at both ends: a linear push looks torn off. A fade stays linear, since small weights at its
// start would be lost in rounding.
double eased(double t) {
  return t * t * (3 - 2 * t);
}

} // namespace

TransitionKind transition_kind(std::string_view word) {
  if (word == "none")
    return TransitionKind::None;
  return word == "push" ? TransitionKind::Push : TransitionKind::Fade;
}

Transition::Transition(TransitionKind kind, Rect area, int64_t start_ms)
    : kind_(kind), area_(area), start_ms_(start_ms) {}

TransitionStep Transition::step(int64_t steady_ms) {
  TransitionStep step{.kind = kind_, .area = area_};
  const double t = static_cast<double>(steady_ms - start_ms_) / static_cast<double>(kTransitionMs);
  if (kind_ == TransitionKind::None || t >= 1)
    return step;
  step.last = false;
  const double share = std::max(t, 0.0);
  if (kind_ == TransitionKind::Push) {
    step.from_px = pushed_px_;
    pushed_px_ = std::max(pushed_px_, static_cast<int>(std::lround(eased(share) * area_.w)));
    step.to_px = pushed_px_;
    return step;
  }
  // The old page's remaining share is 1 − done; taking `weight` of it away must leave 1 − share.
  const double take = std::clamp((share - done_) / (1 - done_), 0.0, 1.0);
  step.weight = static_cast<int>(std::lround(take * 256));
  done_ += (1 - done_) * step.weight / 256;
  return step;
}

void TransitionPace::record(int frames, int64_t took_ms, int64_t steady_ms) {
  const bool slow = frames <= 0 || took_ms > frames * kSlowFrameMs;
  slow_in_a_row_ = slow ? slow_in_a_row_ + 1 : 0;
  if (slow_in_a_row_ < kSlowInARow)
    return;
  slow_in_a_row_ = 0;
  resume_ms_ = steady_ms + kLeftOutMs;
}

} // namespace heiban
