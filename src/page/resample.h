// resample: pixels scaled to a given size with a triangle filter as wide as the scale asks,
// so that a map made small does not shimmer and one made large has no stairs.
// page/raster calls it for pictures. It works on gamma-encoded values, like every browser, and
// decodes no file: picture/png.h did.
#pragma once

#include "picture/png.h"

namespace heiban {

// Precondition: both sizes at least 1 × 1.
Pixels resample(const Pixels& from, int width, int height);

} // namespace heiban
