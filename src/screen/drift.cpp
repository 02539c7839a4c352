#include "screen/drift.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace heiban {
namespace {

constexpr int kOfShorter = 108; // of the shorter side: the strips leave twice that above and below
constexpr int kOfQuiet = 24;    // of the height: the night's large clock, with all around it free
constexpr int64_t kRound = kDriftMinutes * kMinute; // s

} // namespace

int drift_reach(const Page& page) {
  const Frame& frame = page.frame;
  const int shorter = std::min(page.width, page.height);
  if (frame.clock_px > 0) // strokes a tenth of its em
    return std::max(shorter / kOfQuiet, frame.clock_px / 9) / 2;
  // An alert has larger letters and a wider frame to move in, of which some is always left.
  return std::max(shorter / kOfShorter, frame.border * 3 / 8);
}

// A flat rose of three leaves, twice as wide as high: on a circle or a figure of eight, dense
// letters have strokes that follow each other onto the same pixels.
Shift drift_at(Instant now, int reach) {
  const int64_t second = ((now.seconds % kRound) + kRound) % kRound;
  const double angle = 2 * std::numbers::pi * static_cast<double>(second / 60) / kDriftMinutes;
  const double leaf = reach * (0.65 + 0.35 * std::cos(3 * angle));
  return {static_cast<int>(std::lround(2 * leaf * std::cos(angle))),
          static_cast<int>(std::lround(leaf * std::sin(angle)))};
}

Shift drift_of(const Page& page, Instant now) {
  Shift shift = drift_at(now, drift_reach(page));
  shift.border = page.alert_word.empty() ? page.frame.border : 0;
  return shift;
}

} // namespace heiban
