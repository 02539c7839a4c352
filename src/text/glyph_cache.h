// GlyphCache: rastered glyphs within a fixed number of bytes.
// opened_fonts.h answers FontSet::bitmap from it.
// It draws nothing itself. What was not used since the cache was last half full goes first.
#pragma once

#include "text/ft_raster.h"

#include <cstddef>
#include <unordered_map>

namespace heiban {

struct GlyphKey {
  int face = 0, size_px = 0;
  uint32_t glyph = 0;
  bool operator==(const GlyphKey&) const = default;
};

struct GlyphKeyHash {
  size_t operator()(const GlyphKey& key) const {
    const uint64_t mixed = (static_cast<uint64_t>(key.face) << 48) ^
                           (static_cast<uint64_t>(key.size_px) << 32) ^ key.glyph;
    return static_cast<size_t>(mixed * 0x9E3779B97F4A7C15u >> 20);
  }
};

class GlyphCache {
public:
  explicit GlyphCache(size_t budget_bytes) : half_(budget_bytes / 2) {}

  // nullptr: not here. The pointer is valid until the next call.
  const RasteredGlyph* find(const GlyphKey& key);
  const RasteredGlyph& keep(const GlyphKey& key, RasteredGlyph glyph);
  size_t bytes() const { return young_bytes_ + old_bytes_; }

private:
  using Generation = std::unordered_map<GlyphKey, RasteredGlyph, GlyphKeyHash>;
  size_t half_;
  Generation young_, old_;
  size_t young_bytes_ = 0, old_bytes_ = 0;
};

} // namespace heiban
