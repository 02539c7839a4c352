// Ink: lays a glyph's coverage onto pixels so that chalk on a dark board and ink on paper look
// equally heavy: blended between the gamma-encoded and the linear way.
// page/raster and screen/compose draw letters with it. It knows coverage and colours only: no
// fonts, and no place on the page.
#pragma once

#include "config/theme.h"
#include "page/image.h"
#include "text/font_set.h"

#include <array>
#include <cstdint>
#include <vector>

namespace heiban {

class Ink {
public:
  Ink();
  // Draws `glyph` with its pen at (x, y) px; parts outside the image are left out.
  void draw(Image& image, const GlyphBitmap& glyph, int x, int y, Colour colour);

private:
  struct Ramp { // the 256 colours from one background to one ink
    uint32_t ink = 0, ground = 0;
    bool made = false;
    std::array<uint32_t, 256> colours;
  };
  const Ramp& ramp(uint32_t ink, uint32_t ground);
  uint32_t blend(uint32_t ink, uint32_t ground, int coverage) const;

  std::array<uint16_t, 256> light_;   // encoded value → light
  std::array<uint8_t, 4096> encoded_; // light → encoded value
  std::vector<Ramp> ramps_;           // a page has few pairs: board, stripe, head, chip
};

} // namespace heiban
