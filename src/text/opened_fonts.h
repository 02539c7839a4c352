// OpenedFonts: the FontSet there is: a book's files opened, shaped from and drawn from.
// font_set.h's open() makes it.
// It lays nothing out: engine.h, which it owns, carries the caches and scratch memory for that.
#pragma once

#include "text/engine.h"
#include "text/font_set.h"
#include "text/ft_raster.h"
#include "text/glyph_cache.h"

namespace heiban {

class OpenedFonts final : public FontSet {
public:
  OpenedFonts(std::vector<FaceFile> files, std::vector<std::unique_ptr<HbFace>> faces,
              Shaper::Chains chains, std::vector<std::string> findings);

  int face_for(FontRole role, char32_t character) override;
  std::string face_name(int face) const override;
  size_t face_count() const override { return files_.size(); }
  GlyphBitmap bitmap(int face, uint32_t glyph, int size_px) override;
  const std::vector<std::string>& findings() const override { return findings_; }
  TextEngine& engine() override { return engine_; }

private:
  RasteredGlyph draw(const GlyphKey& key);

  std::vector<FaceFile> files_; // of each face
  std::vector<std::string> names_, findings_;
  TextEngine engine_;
  FtRaster raster_;
  GlyphCache cache_;
};

} // namespace heiban
