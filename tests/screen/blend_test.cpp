#include "screen/blend.h"

#include <gtest/gtest.h>

#include <random>

namespace heiban {
namespace {

uint8_t expected(uint8_t from, uint8_t towards, int weight) {
  return static_cast<uint8_t>((from * (256 - weight) + towards * weight + 128) / 256);
}

std::vector<uint32_t> noise(size_t count, uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<uint32_t> pixels(count);
  for (uint32_t& pixel : pixels)
    pixel = random();
  return pixels;
}

uint32_t expected(uint32_t from, uint32_t towards, int weight) {
  uint32_t out = 0;
  for (int shift = 0; shift < 32; shift += 8)
    out |= uint32_t{expected(static_cast<uint8_t>(from >> shift),
                             static_cast<uint8_t>(towards >> shift), weight)}
           << shift;
  return out;
}

// Lengths around every vector's width, and every weight, at an odd address.
TEST(Blend, EveryVariantGivesThePixelsOfTheFormula) {
  for (const BlendVariant& variant : blend_variants())
    for (int weight = 0; weight <= 256; ++weight) {
      const size_t count = 1 + static_cast<size_t>(weight) % 67;
      const std::vector<uint32_t> from = noise(count + 1, 7), towards = noise(count + 1, 8);
      std::vector<uint32_t> pixels = from;
      variant.blend(pixels.data() + 1, towards.data() + 1, count, weight);
      EXPECT_EQ(pixels[0], from[0]);
      for (size_t i = 1; i <= count; ++i)
        ASSERT_EQ(pixels[i], expected(from[i], towards[i], weight))
            << variant.name << " weight " << weight << " pixel " << i;
    }
}

TEST(Blend, EveryPairOfBytesIsRoundedTheSameWay) {
  for (const BlendVariant& variant : blend_variants())
    for (const int weight : {1, 7, 127, 128, 129, 255}) {
      std::vector<uint32_t> pixels(65536), towards(65536);
      for (uint32_t i = 0; i < 65536; ++i) {
        pixels[i] = (i & 255) * 0x01010101u;
        towards[i] = (i >> 8) * 0x01010101u;
      }
      variant.blend(pixels.data(), towards.data(), pixels.size(), weight);
      for (uint32_t i = 0; i < 65536; ++i)
        ASSERT_EQ(pixels[i], expected((i & 255) * 0x01010101u, (i >> 8) * 0x01010101u, weight))
            << variant.name << " " << i;
    }
}

TEST(Blend, TheEndsAreExact) {
  const std::vector<uint32_t> from = noise(999, 1), towards = noise(999, 2);
  std::vector<uint32_t> pixels = from;
  blend_towards(pixels.data(), towards.data(), pixels.size(), 0);
  EXPECT_EQ(pixels, from);
  blend_towards(pixels.data(), towards.data(), pixels.size(), 256);
  EXPECT_EQ(pixels, towards);
}

} // namespace
} // namespace heiban
