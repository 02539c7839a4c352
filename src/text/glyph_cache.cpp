#include "text/glyph_cache.h"

#include <utility>

namespace heiban {
namespace {

constexpr size_t kEntryBytes = 96; // a map node and its bookkeeping

size_t weight(const RasteredGlyph& glyph) {
  return glyph.coverage.capacity() + kEntryBytes;
}

} // namespace

const RasteredGlyph* GlyphCache::find(const GlyphKey& key) {
  const auto young = young_.find(key);
  if (young != young_.end())
    return &young->second;
  const auto old = old_.find(key);
  if (old == old_.end())
    return nullptr;
  RasteredGlyph glyph = std::move(old->second);
  old_bytes_ -= weight(glyph);
  old_.erase(old);
  return &keep(key, std::move(glyph));
}

const RasteredGlyph& GlyphCache::keep(const GlyphKey& key, RasteredGlyph glyph) {
  if (young_bytes_ + weight(glyph) > half_ && !young_.empty()) {
    old_ = std::move(young_);
    old_bytes_ = std::exchange(young_bytes_, 0);
    young_.clear();
  }
  young_bytes_ += weight(glyph);
  return young_.insert_or_assign(key, std::move(glyph)).first->second;
}

} // namespace heiban
