#include "page/ink.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

// Linear light is 2.2: there white on black looks swollen and black on white starved; at 1 it is
// the other way round. Judged by eye on both themes at 24 to 90 px.
constexpr double kBlendGamma = 1.4;
constexpr int kLightSteps = 4096;
constexpr size_t kRamps = 16;

uint32_t packed(Colour c) {
  return static_cast<uint32_t>(c.r) << 16 | static_cast<uint32_t>(c.g) << 8 | c.b;
}

} // namespace

Ink::Ink() : ramps_(kRamps) {
  for (int i = 0; i < 256; ++i)
    light_[i] =
        static_cast<uint16_t>(std::lround(std::pow(i / 255.0, kBlendGamma) * (kLightSteps - 1)));
  for (int i = 0; i < kLightSteps; ++i)
    encoded_[i] =
        static_cast<uint8_t>(std::lround(std::pow(i / (kLightSteps - 1.0), 1 / kBlendGamma) * 255));
}

uint32_t Ink::blend(uint32_t ink, uint32_t ground, int coverage) const {
  uint32_t out = 0;
  for (int shift = 0; shift <= 16; shift += 8) {
    const int over = light_[ink >> shift & 255], under = light_[ground >> shift & 255];
    const int light = (over * coverage + under * (255 - coverage) + 127) / 255;
    out |= static_cast<uint32_t>(encoded_[light]) << shift;
  }
  return out;
}

const Ink::Ramp& Ink::ramp(uint32_t ink, uint32_t ground) {
  Ramp& slot = ramps_[(ink * 2654435761u ^ ground * 40503u) >> 7 & (kRamps - 1)];
  if (!slot.made || slot.ink != ink || slot.ground != ground) {
    slot = {ink, ground, true, {}};
    for (int i = 0; i < 256; ++i)
      slot.colours[i] = blend(ink, ground, i);
    slot.colours[0] = ground; // exact, whatever the rounding
    slot.colours[255] = ink;
  }
  return slot;
}

void Ink::draw(Image& image, const GlyphBitmap& glyph, int x, int y, Colour colour) {
  const int left = x + glyph.left, top = y - glyph.top;
  const int first = std::max(0, -left), last = std::min(glyph.width, image.width - left);
  const int first_row = std::max(0, -top), last_row = std::min(glyph.height, image.height - top);
  if (first >= last || first_row >= last_row)
    return;
  const uint32_t ink = packed(colour);
  // Nearly every glyph stands on one colour: that of its corner. Where strokes of neighbours touch,
  // single pixels are blended one by one.
  const Ramp& on = ramp(ink, image.row(top + first_row)[left + first]);
  for (int row = first_row; row < last_row; ++row) {
    const uint8_t* coverage = glyph.coverage + static_cast<size_t>(row) * glyph.width;
    uint32_t* out = image.row(top + row);
    for (int i = first; i < last; ++i) {
      if (coverage[i] == 0)
        continue;
      uint32_t& pixel = out[left + i];
      pixel = pixel == on.ground ? on.colours[coverage[i]] : blend(ink, pixel, coverage[i]);
    }
  }
}

} // namespace heiban
