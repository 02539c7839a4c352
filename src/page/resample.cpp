#include "page/resample.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

constexpr int kUnit = 1 << 14; // the weights of one new pixel add up to this

struct Taps { // which old pixels make a new one, and how much of each
  int first = 0;
  std::vector<int> weights;
};

Taps taps_at(double centre, double support, int from) {
  const int first = std::max(0, static_cast<int>(std::floor(centre - support)));
  const int last = std::min(from - 1, static_cast<int>(std::ceil(centre + support)));
  std::vector<double> shares;
  double sum = 0;
  for (int i = first; i <= last; ++i) {
    shares.push_back(std::max(0.0, 1 - std::abs(i - centre) / support));
    sum += shares.back();
  }
  Taps taps{first, {}};
  int given = 0;
  for (const double share : shares) {
    taps.weights.push_back(static_cast<int>(std::lround(share / sum * kUnit)));
    given += taps.weights.back();
  }
  *std::max_element(taps.weights.begin(), taps.weights.end()) += kUnit - given;
  return taps;
}

std::vector<Taps> taps_of(int from, int to) {
  const double scale = static_cast<double>(from) / to;
  std::vector<Taps> all;
  all.reserve(to);
  for (int i = 0; i < to; ++i)
    all.push_back(taps_at((i + 0.5) * scale - 0.5, std::max(1.0, scale), from));
  return all;
}

uint32_t mix(const uint32_t* at, size_t stride, const Taps& taps) {
  int r = kUnit / 2, g = kUnit / 2, b = kUnit / 2;
  for (const int weight : taps.weights) {
    r += static_cast<int>(*at >> 16 & 255) * weight;
    g += static_cast<int>(*at >> 8 & 255) * weight;
    b += static_cast<int>(*at & 255) * weight;
    at += stride;
  }
  return static_cast<uint32_t>(r / kUnit) << 16 | static_cast<uint32_t>(g / kUnit) << 8 |
         static_cast<uint32_t>(b / kUnit);
}

} // namespace

Pixels resample(const Pixels& from, int width, int height) {
  if (from.width == width && from.height == height)
    return from;
  Pixels narrow{width, from.height,
                std::vector<uint32_t>(static_cast<size_t>(width) * from.height)};
  const std::vector<Taps> columns = taps_of(from.width, width);
  for (int y = 0; y < from.height; ++y) {
    const uint32_t* row = from.rgb.data() + static_cast<size_t>(y) * from.width;
    uint32_t* out = narrow.rgb.data() + static_cast<size_t>(y) * width;
    for (int x = 0; x < width; ++x)
      out[x] = mix(row + columns[x].first, 1, columns[x]);
  }
  Pixels result{width, height, std::vector<uint32_t>(static_cast<size_t>(width) * height)};
  const std::vector<Taps> rows = taps_of(from.height, height);
  for (int y = 0; y < height; ++y) {
    const uint32_t* row = narrow.rgb.data() + static_cast<size_t>(rows[y].first) * width;
    uint32_t* out = result.rgb.data() + static_cast<size_t>(y) * width;
    for (int x = 0; x < width; ++x)
      out[x] = mix(row + x, width, rows[y]);
  }
  return result;
}

} // namespace heiban
