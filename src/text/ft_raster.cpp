#include "text/ft_raster.h"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <cstring>
#include <map>
#include <utility>

namespace heiban {

struct FtRaster::State {
  FT_Library library = nullptr;
  std::map<std::pair<std::string, int>, FT_Face> faces; // nullptr: could not be opened

  State() {
    if (FT_Init_FreeType(&library) != 0)
      library = nullptr;
  }
  ~State() {
    for (auto& [name, face] : faces)
      if (face)
        FT_Done_Face(face);
    if (library)
      FT_Done_FreeType(library);
  }

  FT_Face face(const std::string& path, int index) {
    const auto [entry, is_new] = faces.try_emplace({path, index}, nullptr);
    if (is_new && library && FT_New_Face(library, path.c_str(), index, &entry->second) != 0)
      entry->second = nullptr;
    return entry->second;
  }
};

namespace {

RasteredGlyph copy_of(const FT_GlyphSlot slot) {
  const FT_Bitmap& bitmap = slot->bitmap;
  RasteredGlyph glyph{slot->bitmap_left,
                      slot->bitmap_top,
                      static_cast<int>(bitmap.width),
                      static_cast<int>(bitmap.rows),
                      {}};
  if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY)
    return {};
  glyph.coverage.resize(static_cast<size_t>(bitmap.width) * bitmap.rows);
  for (unsigned row = 0; row < bitmap.rows; ++row)
    std::memcpy(glyph.coverage.data() + static_cast<size_t>(row) * bitmap.width,
                bitmap.buffer + static_cast<ptrdiff_t>(row) * bitmap.pitch, bitmap.width);
  return glyph;
}

} // namespace

FtRaster::FtRaster() : state_(std::make_unique<State>()) {}
FtRaster::~FtRaster() = default;

RasteredGlyph FtRaster::draw(const std::string& path, int index, uint32_t glyph, int size_px) {
  const FT_Face face = state_->face(path, index);
  if (!face || FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(size_px)) != 0)
    return {};
  if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP | FT_LOAD_RENDER) != 0)
    return {};
  return copy_of(face->glyph);
}

} // namespace heiban
