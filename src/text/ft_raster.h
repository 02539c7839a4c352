// FtRaster: a face's glyphs as 8-bit coverage, drawn by FreeType without hinting, so that a glyph
// has the same shape and the same advance at every place of a line.
// opened_fonts.h keeps one for every face and opens the file only when a glyph is first drawn.
// It caches nothing: glyph_cache.h does.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace heiban {

struct RasteredGlyph {
  int left = 0, top = 0, width = 0, height = 0; // px, as in GlyphBitmap
  std::vector<uint8_t> coverage;
};

class FtRaster {
public:
  FtRaster();
  ~FtRaster();

  // An empty glyph when the face cannot draw it. `face` names the file in later calls too.
  RasteredGlyph draw(const std::string& path, int index, uint32_t glyph, int size_px);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace heiban
