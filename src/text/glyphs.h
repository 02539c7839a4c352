// GlyphRun: glyphs of one face at one size, placed along a baseline.
// text makes them, page carries them, page/raster asks text/font_set.h for their bitmaps.
// It owns no font: `face` is an index into the FontSet that made it.
#pragma once

#include "base/units.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heiban {

// The face of characters that no face of the book has (TYPESETTING, "Every Han"): `glyph` is the
// code point, drawn as a box of one em with its hexadecimal digits inside. FontSet::bitmap draws
// it as it draws every glyph.
inline constexpr uint32_t kBoxFace = 0xFFFF;

struct PlacedGlyph {
  uint32_t glyph = 0;
  Px64 x, y; // pen position from the run's origin, offsets included; y downwards
};

struct GlyphRun {
  uint32_t face = 0;
  int size_px = 0; // em
  Px64 x;          // the run's origin from the line's start edge
  std::vector<PlacedGlyph> glyphs;
  size_t at = 0; // code point of the paragraph that its first glyph shows
};

} // namespace heiban
