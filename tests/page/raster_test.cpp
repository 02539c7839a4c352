#include "page/raster.h"

#include "page/ink.h"
#include "page/page_helper.h"
#include "page/resample.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

Page empty_page(int width, int height, Colour background) {
  Page page;
  page.width = width;
  page.height = height;
  page.background = background;
  return page;
}

TEST(Raster, FillsExactlyItsBoxAndClipsAtTheEdge) {
  Page page = empty_page(20, 10, {1, 2, 3});
  page.items.emplace_back(FillItem{{5, 4, 3, 2}, {255, 0, 0}});
  page.items.emplace_back(FillItem{{18, -2, 9, 4}, {0, 255, 0}});
  const Image image = raster(page, testing::shared_fonts(), {});
  size_t red = 0, green = 0;
  for (const uint32_t pixel : image.pixels) {
    red += pixel == 0xFF0000;
    green += pixel == 0x00FF00;
  }
  EXPECT_EQ(red, 6u);
  EXPECT_EQ(green, 4u);
  EXPECT_EQ(image.row(4)[5], 0xFF0000u);
  EXPECT_EQ(image.row(0)[0], 0x010203u);
}

TEST(Raster, APictureThatIsNotThereLeavesItsPlaceEmpty) {
  Page page = empty_page(8, 8, {9, 9, 9});
  page.items.emplace_back(PictureItem{{1, 1, 4, 4}, "none", ""});
  const Image image =
      raster(page, testing::shared_fonts(), [](const std::string&) { return std::nullopt; });
  for (const uint32_t pixel : image.pixels)
    EXPECT_EQ(pixel, 0x090909u);
}

TEST(Raster, DrawsEveryLetterOfATitle) {
  const Notice notice = testing::notice_of("公示", {});
  const PageStyle style = testing::style_of(1920, 1080);
  const Page page = paginate(notice, style, testing::shared_fonts())->page(0);
  const Image image = raster(page, testing::shared_fonts(), {});
  for (const RunItem* run : testing::runs_of(page)) {
    size_t ink = 0;
    for (int y = run->box.y; y < run->box.bottom(); ++y)
      for (int x = run->box.x; x < run->box.right(); ++x)
        ink += image.row(y)[x] ==
               (uint32_t{run->colour.r} << 16 | uint32_t{run->colour.g} << 8 | run->colour.b);
    EXPECT_GT(ink, 10u) << run->text;
  }
}

TEST(Ink, FullCoverageIsTheInkAndNoneIsTheGround) {
  const uint8_t coverage[] = {0, 128, 255};
  const GlyphBitmap glyph{0, 1, 3, 1, coverage};
  for (const auto& [ground, colour] :
       {std::pair{0x14271Fu, Colour{0xF1, 0xEF, 0xE4}}, std::pair{0xFFFFFFu, Colour{0, 0, 0}}}) {
    Image image(3, 1, ground);
    Ink().draw(image, glyph, 0, 1, colour);
    EXPECT_EQ(image.pixels[0], ground);
    EXPECT_EQ(image.pixels[2],
              uint32_t{colour.r} << 16 | uint32_t{colour.g} << 8 | uint32_t{colour.b});
    EXPECT_NE(image.pixels[1], image.pixels[0]);
    EXPECT_NE(image.pixels[1], image.pixels[2]);
  }
}

TEST(Ink, HalfCoverageIsLighterThanTheMiddleOnBothGrounds) {
  const uint8_t half = 128;
  const GlyphBitmap glyph{0, 1, 1, 1, &half};
  Image chalk(1, 1, 0x000000), paper(1, 1, 0xFFFFFF);
  Ink ink;
  ink.draw(chalk, glyph, 0, 1, {255, 255, 255});
  ink.draw(paper, glyph, 0, 1, {0, 0, 0});
  EXPECT_GT(chalk.pixels[0] & 255, 140u); // 188 would be linear light, 128 none at all
  EXPECT_LT(chalk.pixels[0] & 255, 180u);
  EXPECT_NEAR(paper.pixels[0] & 255, chalk.pixels[0] & 255, 2);
}

TEST(Ink, OutsideTheImageNothingIsTouched) {
  const std::vector<uint8_t> coverage(100, 255);
  const GlyphBitmap glyph{0, 10, 10, 10, coverage.data()};
  for (const int at : {-20, -5, 0, 2, 3, 40}) {
    Image image(4, 4, 0);
    Ink().draw(image, glyph, at, at + 10, {255, 255, 255});
    EXPECT_EQ(image.pixels.size(), 16u);
  }
}

Pixels checks(int width, int height) {
  Pixels pixels{width, height, {}};
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      pixels.rgb.push_back((x + y) % 2 ? 0xFFFFFF : 0);
  return pixels;
}

TEST(Resample, KeepsAFlatColourFlat) {
  for (const int to : {1, 3, 7, 64, 200}) {
    const Pixels flat{9, 5, std::vector<uint32_t>(45, 0x123456)};
    for (const uint32_t pixel : resample(flat, to, to * 2).rgb)
      EXPECT_EQ(pixel, 0x123456u);
  }
}

TEST(Resample, MadeSmallFineChecksBecomeGrey) {
  for (const uint32_t pixel : resample(checks(400, 400), 50, 50).rgb)
    EXPECT_NEAR(pixel & 255, 127, 12);
}

TEST(Resample, TheSameSizeIsTheSamePicture) {
  EXPECT_EQ(resample(checks(7, 5), 7, 5).rgb, checks(7, 5).rgb);
}

} // namespace
} // namespace heiban
