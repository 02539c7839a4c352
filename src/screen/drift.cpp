#include "screen/drift.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace heiban {
namespace {

constexpr int kOfShorter = 108; // of the shorter side: tried on the densest titles
constexpr int kOfQuiet = 24;    // of the height: the night's large clock, with all around it free
constexpr int64_t kRound = kDriftMinutes * kMinute; // s

} // namespace

int drift_reach(const Page& page) {
  const Frame& frame = page.frame;
  const int shorter = std::min(page.width, page.height);
  if (frame.clock_px > 0) // strokes a tenth of its em
    return std::max(shorter / kOfQuiet, frame.clock_px / 9) / 2;
  // An alert has larger letters and a wider frame to move in.
  return std::max(shorter / kOfShorter, frame.border / 2);
}

// A figure of eight: on a circle, dense letters have strokes that follow each other onto the same
// pixels.
Shift drift_at(Instant now, int reach) {
  const int64_t second = ((now.seconds % kRound) + kRound) % kRound;
  const double angle = 2 * std::numbers::pi * static_cast<double>(second / 60) / kDriftMinutes;
  return {static_cast<int>(std::lround(reach * std::cos(angle))),
          static_cast<int>(std::lround(reach * std::sin(2 * angle)))};
}

Shift drift_of(const Page& page, Instant now) {
  Shift shift = drift_at(now, drift_reach(page));
  shift.border = page.alert_word.empty() ? page.frame.border : 0;
  return shift;
}

} // namespace heiban
