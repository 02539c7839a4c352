// Legibility: how large the body face must be so that the farthest reader can read it.
// page styles follow from it and `heiban check` reports it.
// It knows diagonal, pixels and distance only; no fonts, no theme.
#pragma once

#include "config/settings.h"

namespace heiban {

inline constexpr double kFloorArcmin = 24, kTargetArcmin = 30, kCapArcmin = 45; // TYPESETTING

struct Legibility {
  int body_px = 0;        // em of body text
  int floor_px = 0;       // nothing is ever set smaller
  int cap_px = 0;         // a short notice is set up to this size
  double arcmin = 0;      // body em at the farthest reader
  bool floor_held = true; // false: the screen is too small or too far for the floor
};

// px = screen height in px × distance × tan(arcmin / 60°) ÷ screen height in m; `width` × `height`
// is the page after rotation. A face never grows so large that a line would hold under 13 em
// (clreq's minimum): there floor_held may be false. No face is under 12 px, where strokes merge.
Legibility legibility(const ScreenSettings& screen, int width, int height, double size_step = 1.0);

} // namespace heiban
