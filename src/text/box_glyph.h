// box_glyph: a character that no face has, as a box of one em with its code point inside.
// opened_fonts.h draws kBoxFace with it.
// It finds no character: the digits' bitmaps are handed in.
#pragma once

#include "text/ft_raster.h"

#include <functional>

namespace heiban {

// Draws the hexadecimal digit `0`–`F` at a size in px.
using DigitSource = std::function<RasteredGlyph(char digit, int size_px)>;

RasteredGlyph box_glyph(char32_t character, int size_px, const DigitSource& digits);

} // namespace heiban
