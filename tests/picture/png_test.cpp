#include "picture/png.h"

#include "picture/picture_helper.h"

#include <random>

namespace heiban {
namespace {

TEST(Png, GivesBackEveryPixel) {
  std::mt19937 random(3);
  const int sizes[][2] = {{1, 1}, {1, 40}, {40, 1}, {33, 17}, {640, 360}};
  for (const auto& [width, height] : sizes) {
    std::vector<uint32_t> rgb(static_cast<size_t>(width * height));
    for (uint32_t& pixel : rgb)
      pixel = random() & 0xffffff;
    const auto pixels = decode_png(encode_png(rgb.data(), width, height));
    ASSERT_TRUE(pixels);
    EXPECT_EQ(pixels->width, width);
    EXPECT_EQ(pixels->height, height);
    EXPECT_EQ(pixels->rgb, rgb);
  }
}

TEST(Png, IgnoresTheUnusedByte) {
  const uint32_t pixel = 0xab123456;
  EXPECT_EQ(decode_png(encode_png(&pixel, 1, 1))->rgb.front(), 0x123456u);
}

TEST(Png, OfNothingIsEmpty) {
  EXPECT_EQ(encode_png(nullptr, 0, 0), "");
}

TEST(Png, PutsTransparentPartsOverWhite) {
  const auto pixels = decode_png(picture_file("alpha.png"));
  ASSERT_TRUE(pixels);
  EXPECT_TRUE(near_colour(pixels->rgb.front(), 0x7f7fff, 1));
}

// A damaged file in media/ is an error, never garbage passed off as a picture.
TEST(Png, EveryCutAndEveryLieIsMalformed) {
  const std::vector<uint32_t> rgb(64 * 64, 0x336699);
  const std::string whole = encode_png(rgb.data(), 64, 64);
  for (size_t length = 0; length + 16 < whole.size(); ++length)
    EXPECT_FALSE(decode_png(whole.substr(0, length))) << length;
  std::string lie = whole;
  lie.replace(16, 8, big32(65'000) + big32(65'000));
  EXPECT_FALSE(decode_png(lie));
  EXPECT_FALSE(decode_png("GIF89a"));
}

} // namespace
} // namespace heiban
