#include "picture/scale.h"

#include "picture/picture_helper.h"

#include <random>

namespace heiban {
namespace {

Pixels scaled(const Pixels& from, PictureSize to) {
  AreaScaler scaler({from.width, from.height}, to);
  for (int y = 0; y < from.height; ++y)
    scaler.take_row(from.rgb.data() + static_cast<size_t>(y) * from.width);
  return std::move(scaler).finish();
}

// The definition itself, in floating point: the mean over the area a new pixel covers.
uint32_t mean_over(const Pixels& from, double x0, double x1, double y0, double y1) {
  double sums[3] = {}, area = 0;
  for (int y = 0; y < from.height; ++y)
    for (int x = 0; x < from.width; ++x) {
      const double w = std::min<double>(x + 1, x1) - std::max<double>(x, x0);
      const double h = std::min<double>(y + 1, y1) - std::max<double>(y, y0);
      if (w <= 0 || h <= 0)
        continue;
      const uint32_t colour = from.rgb[static_cast<size_t>(y) * from.width + x];
      for (int c = 0; c < 3; ++c)
        sums[c] += w * h * (colour >> (16 - 8 * c) & 0xff);
      area += w * h;
    }
  uint32_t out = 0;
  for (const double sum : sums)
    out = out << 8 | static_cast<uint32_t>(sum / area + 0.5);
  return out;
}

TEST(AreaScaler, AgreesWithTheDefinition) {
  std::mt19937 random(7);
  const PictureSize sizes[][2] = {{{7, 5}, {3, 2}},   {{7, 5}, {7, 2}},  {{7, 5}, {1, 1}},
                                  {{16, 9}, {15, 8}}, {{12, 8}, {6, 4}}, {{5, 5}, {5, 5}},
                                  {{1, 9}, {1, 4}}};
  for (const auto& [from, to] : sizes) {
    Pixels picture{from.width, from.height, {}};
    for (int i = 0; i < from.width * from.height; ++i)
      picture.rgb.push_back(random() & 0xffffff);
    const Pixels out = scaled(picture, to);
    ASSERT_EQ(out.rgb.size(), static_cast<size_t>(to.width * to.height));
    const double sx = double(from.width) / to.width, sy = double(from.height) / to.height;
    for (int y = 0; y < to.height; ++y)
      for (int x = 0; x < to.width; ++x)
        EXPECT_TRUE(near_colour(out.rgb[static_cast<size_t>(y * to.width + x)],
                                mean_over(picture, x * sx, (x + 1) * sx, y * sy, (y + 1) * sy), 1))
            << from.width << "x" << from.height << " at " << x << "," << y;
  }
}

struct FitRow {
  PictureSize from;
  int longest;
  PictureSize to;
};

TEST(FitWithin, KeepsProportions) {
  const FitRow rows[] = {
      {{100, 50}, 200, {100, 50}},    {{400, 200}, 200, {200, 100}},
      {{200, 400}, 200, {100, 200}},  {{3841, 2161}, 3840, {3840, 2160}},
      {{50'000, 2}, 3840, {3840, 1}}, {{3, 3}, 3, {3, 3}},
  };
  for (const FitRow& row : rows) {
    const PictureSize to = fit_within(row.from, row.longest);
    EXPECT_EQ(to.width, row.to.width) << row.from.width;
    EXPECT_EQ(to.height, row.to.height) << row.from.height;
  }
}

} // namespace
} // namespace heiban
