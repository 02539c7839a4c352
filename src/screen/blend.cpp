#include "screen/blend.h"

namespace heiban {
namespace {

using BlendFunction = void (*)(uint32_t*, const uint32_t*, size_t, int);

using Half [[gnu::may_alias]] = uint16_t; // two channels of a pixel

// Each half is blended as its low byte and its high byte, so that lanes of 16 bits need no
// unpacking. 255 × 256 + 128 fits in them: nothing overflows.
[[gnu::always_inline]] inline void blend_loop(uint32_t* pixels, const uint32_t* towards,
                                              size_t count, int weight) {
  auto* to = reinterpret_cast<Half*>(pixels);
  const auto* from = reinterpret_cast<const Half*>(towards);
  const auto rising = static_cast<uint16_t>(weight);
  const auto falling = static_cast<uint16_t>(256 - weight);
#pragma GCC ivdep
  for (size_t i = 0; i < count * 2; ++i) {
    const uint16_t a = to[i], b = from[i];
    const auto low = static_cast<uint16_t>((a & 255) * falling + (b & 255) * rising + 128);
    const auto high = static_cast<uint16_t>((a >> 8) * falling + (b >> 8) * rising + 128);
    to[i] = static_cast<uint16_t>(low >> 8 | (high & 0xFF00));
  }
}

void blend_baseline(uint32_t* pixels, const uint32_t* towards, size_t count, int weight) {
  blend_loop(pixels, towards, count, weight);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void blend_avx2(uint32_t* pixels, const uint32_t* towards, size_t count,
                                        int weight) {
  blend_loop(pixels, towards, count, weight);
}
#endif

BlendFunction widest() {
  return blend_variants().back().blend;
}

} // namespace

// Chosen by hand and not by target_clones: an ifunc is resolved before a sanitizer is ready, and a
// test could not call each clone.
std::vector<BlendVariant> blend_variants() {
  std::vector<BlendVariant> variants = {{"baseline", blend_baseline}};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2"))
    variants.push_back({"avx2", blend_avx2});
#endif
  return variants;
}

void blend_towards(uint32_t* pixels, const uint32_t* towards, size_t count, int weight) {
  static const BlendFunction blend = widest();
  blend(pixels, towards, count, weight);
}

} // namespace heiban
