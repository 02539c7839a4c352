// place: a fitted line's glyphs, each at its pen position, in runs of one face.
// paragraph.cpp calls it after justify.h.
// Measure, place, draw: it takes the advances as they are and draws nothing.
#pragma once

#include "text/cells.h"
#include "text/icu_breaks.h"
#include "text/paragraph.h"
#include "text/shaper.h"

#include <string_view>

namespace heiban {

struct PlaceStyle {
  int size_px = 0;
  Px64 indent;
  bool mixed_directions = false; // the text has letters that run from right to left
};

void place_line(Shaper& shaper, IcuBreaks& icu, std::u32string_view text, const Cells& cells,
                const PlaceStyle& style, TextLine& line);

} // namespace heiban
