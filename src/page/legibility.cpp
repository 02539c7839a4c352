#include "page/legibility.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace heiban {
namespace {

constexpr int kLeastPx = 12;          // under this the strokes of a Han merge
constexpr double kEmAcross = 15;      // 13 em of text and its margins
constexpr double kLinesDown = 9;      // five lines at 1.6 em and the strips
constexpr double kInch = 0.0254;      // m
constexpr double kDefaultInches = 55; // where staff gave none
constexpr double kDefaultMetres = 3;

double radians(double arcmin) {
  return arcmin / 60 * std::numbers::pi / 180;
}

} // namespace

Legibility legibility(const ScreenSettings& screen, int width, int height, double size_step) {
  const double inches = screen.diagonal_inches > 0 ? screen.diagonal_inches : kDefaultInches;
  const double metres = screen.distance_m > 0 ? screen.distance_m : kDefaultMetres;
  const double px_per_metre = std::hypot(width, height) / (inches * kInch);
  const auto px_of = [&](double arcmin) {
    return px_per_metre * metres * std::tan(radians(arcmin));
  };
  const double room = std::min(width / kEmAcross, height / kLinesDown);
  const auto fit = [&](double px) {
    return std::max(kLeastPx, static_cast<int>(std::lround(std::min(px, room))));
  };

  Legibility result;
  const double target = std::clamp(kTargetArcmin * size_step, kFloorArcmin, kCapArcmin);
  // The smallest letters take half of a theme's step: with all of it, lists take twice the pages.
  const double floor = kFloorArcmin * (1 + (size_step - 1) / 2);
  result.floor_px = fit(px_of(std::clamp(floor, kFloorArcmin, target)));
  result.body_px = fit(px_of(target));
  result.cap_px = fit(px_of(kCapArcmin));
  result.arcmin = std::atan(result.body_px / px_per_metre / metres) * 180 / std::numbers::pi * 60;
  // Half a pixel of rounding is not a broken promise.
  result.floor_held = result.body_px + 0.5 >= px_of(kFloorArcmin);
  return result;
}

} // namespace heiban
