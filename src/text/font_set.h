// FontSet: the opened faces of a FontBook: which face draws a character, and a glyph's bitmap.
// text shapes with it, page/raster draws with it; one FontSet belongs to one thread.
// It searches nothing on the system: the book's files in the book's order, and nothing else.
#pragma once

#include "base/result.h"
#include "base/units.h"
#include "config/fonts.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace heiban {

class TextEngine; // text/engine.h: the folder's own

// Coverage of one glyph, 8 bits a pixel; valid until the next call on the same FontSet.
struct GlyphBitmap {
  int left = 0, top = 0; // px from the pen to the bitmap's left edge, up to its top row
  int width = 0, height = 0;
  const uint8_t* coverage = nullptr; // width × height, rows without padding
};

class FontSet {
public:
  // Files that cannot be opened become findings. Broken when no face of the book can be.
  static Result<std::unique_ptr<FontSet>> open(const FontBook& book);
  virtual ~FontSet() = default;

  // Index of the first face of the role's chain that has the character, or -1: no face has it.
  virtual int face_for(FontRole role, char32_t character) = 0;
  virtual std::string face_name(int face) const = 0; // "Noto Sans CJK SC Regular"
  virtual size_t face_count() const = 0;

  // The glyph's bitmap at `size_px`, from a cache of fixed size. `face` may be kBoxFace.
  virtual GlyphBitmap bitmap(int face, uint32_t glyph, int size_px) = 0;

  virtual const std::vector<std::string>& findings() const = 0; // Chinese: faces that are missing

  virtual TextEngine& engine() = 0; // for text/ only: what set_paragraph works with
};

} // namespace heiban
