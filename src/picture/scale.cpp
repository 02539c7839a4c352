#include "picture/scale.h"

#include <algorithm>
#include <cmath>

namespace heiban {

PictureSize fit_within(PictureSize size, int longest) {
  const int side = std::max(size.width, size.height);
  if (side <= longest)
    return size;
  const auto scaled = [&](int length) {
    return static_cast<int>(std::max(1LL, (2LL * length * longest + side) / (2LL * side)));
  };
  return {scaled(size.width), scaled(size.height)};
}

AreaScaler::AreaScaler(PictureSize from, PictureSize to)
    : from_(from), to_(to), shrunk_(static_cast<size_t>(to.width) * 3),
      sums_(static_cast<size_t>(to.width) * 3) {
  out_.width = to.width;
  out_.height = to.height;
  out_.rgb.reserve(static_cast<size_t>(to.width) * static_cast<size_t>(to.height));
}

// Lengths are counted in shares: a source pixel is to.width shares wide, a new one from.width.
void AreaScaler::shrink_row(const uint32_t* rgb) {
  std::fill(shrunk_.begin(), shrunk_.end(), 0);
  const auto share = static_cast<uint64_t>(to_.width), full = static_cast<uint64_t>(from_.width);
  uint64_t* sum = shrunk_.data();
  uint64_t room = full;
  const auto add = [](uint64_t* at, uint32_t pixel, uint64_t weight) {
    at[0] += weight * (pixel >> 16 & 0xff);
    at[1] += weight * (pixel >> 8 & 0xff);
    at[2] += weight * (pixel & 0xff);
  };
  for (int x = 0; x < from_.width; ++x) {
    const uint64_t first = std::min(share, room);
    add(sum, rgb[x], first);
    room -= first;
    if (room > 0)
      continue;
    sum += 3;
    room = full - (share - first);
    if (first < share)
      add(sum, rgb[x], share - first);
  }
}

void AreaScaler::add_shrunk(uint64_t weight) {
  for (size_t i = 0; i < sums_.size(); ++i)
    sums_[i] += weight * shrunk_[i];
  filled_ += weight;
}

void AreaScaler::emit() {
  const uint64_t area = static_cast<uint64_t>(from_.width) * static_cast<uint64_t>(from_.height);
  const auto mean = [&](uint64_t sum) { return static_cast<uint32_t>((sum + area / 2) / area); };
  for (size_t i = 0; i < sums_.size(); i += 3)
    out_.rgb.push_back(mean(sums_[i]) << 16 | mean(sums_[i + 1]) << 8 | mean(sums_[i + 2]));
  std::fill(sums_.begin(), sums_.end(), 0);
  filled_ = 0;
}

void AreaScaler::take_row(const uint32_t* rgb) {
  if (from_.width == to_.width && from_.height == to_.height) {
    out_.rgb.insert(out_.rgb.end(), rgb, rgb + from_.width);
    return;
  }
  shrink_row(rgb);
  const auto share = static_cast<uint64_t>(to_.height), full = static_cast<uint64_t>(from_.height);
  const uint64_t first = std::min(share, full - filled_);
  add_shrunk(first);
  if (filled_ < full)
    return;
  emit();
  if (first < share)
    add_shrunk(share - first);
}

Pixels AreaScaler::finish() && {
  return std::move(out_);
}

Pixels upright(Pixels pixels, int orientation) {
  if (orientation <= 1 || orientation > 8)
    return pixels;
  const bool swapped = orientation >= 5;
  const bool flip_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool flip_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Pixels out{swapped ? pixels.height : pixels.width, swapped ? pixels.width : pixels.height, {}};
  out.rgb.reserve(pixels.rgb.size());
  for (int y = 0; y < out.height; ++y)
    for (int x = 0; x < out.width; ++x) {
      const int column = swapped ? y : x, row = swapped ? x : y;
      const int from_x = flip_x ? pixels.width - 1 - column : column;
      const int from_y = flip_y ? pixels.height - 1 - row : row;
      out.rgb.push_back(pixels.rgb[static_cast<size_t>(from_y) * pixels.width + from_x]);
    }
  return out;
}

} // namespace heiban
