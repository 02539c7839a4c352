// HbFace: one face of a font file, read by HarfBuzz: which glyph a character has, and shaped text.
// opened_fonts.h owns the faces of a book; shaper.h caches what they answer.
// It rasters nothing (ft_raster.h) and chooses no fallback.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct ShapedGlyph {
  uint32_t glyph = 0;
  uint32_t cluster = 0;   // index of the cluster's first code point
  int32_t advance = 0;    // 1/64 px
  int32_t dx = 0, dy = 0; // 1/64 px, dy downwards
};

struct InkSpan { // horizontal extent of a glyph's ink from its pen position, 1/64 px
  int32_t left = 0, right = 0;
};

enum class GlyphForm { Normal, HalfWidth, Proportional }; // features: none, halt, pwid

class HbFace {
public:
  // nullptr when the file is no font or has no such face.
  static std::unique_ptr<HbFace> open(const std::string& path, int index);
  virtual ~HbFace() = default;

  virtual std::string name() const = 0;
  virtual uint32_t glyph_of(char32_t c) const = 0;                      // 0: none
  virtual uint32_t variant_of(char32_t c, char32_t selector) const = 0; // 0: none
  virtual uint32_t units_per_em() const = 0;
  virtual int32_t advance_units(uint32_t glyph) const = 0;
  virtual InkSpan ink_of(uint32_t glyph, int size_px) = 0;

  // Shapes in language zh-Hans; `script` is an ISO 15924 tag. Glyphs come in visual order.
  virtual void shape(std::u32string_view text, int size_px, uint32_t script, bool right_to_left,
                     GlyphForm form, std::vector<ShapedGlyph>& out) = 0;
};

inline constexpr uint32_t kScriptHani = 0x48616E69, kScriptLatn = 0x4C61746E;

} // namespace heiban
