// blend: moves pixels towards others by a constant weight; the one loop a cross-fade needs.
// screen/glass calls it row by row on the window's own memory, so a fade keeps no third frame.
// It knows no alpha channel, no gamma and no display.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heiban {

// Each byte of `pixels` becomes round((b × (256 − weight) + t × weight) ÷ 256), t being the byte of
// `towards`; weight 0 to 256. Every variant gives equal pixels.
void blend_towards(uint32_t* pixels, const uint32_t* towards, size_t count, int weight);

// The same loop as compiled for each instruction set this processor has; the last is the widest.
struct BlendVariant {
  const char* name;
  void (*blend)(uint32_t* pixels, const uint32_t* towards, size_t count, int weight);
};
std::vector<BlendVariant> blend_variants();

} // namespace heiban
