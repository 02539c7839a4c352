// clean_picture: a stranger's image bytes → a safe, scaled PNG of our own making.
// fetch calls it on every picture of an item; the board never sees the stranger's bytes.
// It follows no references, runs no scripts (SVG is refused) and keeps no metadata.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace heiban {

struct PictureLimits {
  size_t bytes = 8u << 20;
  int64_t pixels = 40'000'000;          // checked from the header, before any decoding
  int64_t decoding_bytes = 120'000'000; // as much as 40 MP take in the leanest form
  int longest_side = 3840;              // larger ones are scaled down to it
};

struct CleanPicture {
  std::string png;
  int width = 0, height = 0; // px
};

// Refused (Chinese reason) for anything but PNG, JPEG or WebP, over a limit, or animated.
// Malformed when the decoder gives up.
Result<CleanPicture> clean_picture(std::string_view bytes, const PictureLimits& limits = {});

} // namespace heiban
