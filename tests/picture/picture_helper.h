// Bytes for the picture tests: files of tests/picture/files, and headers written by hand.
#pragma once

#include "base/file.h"
#include "picture/png.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace heiban {

inline std::string picture_file(const std::string& name) {
  auto bytes = read_file(std::string(HEIBAN_TESTS) + "/picture/files/" + name, 1 << 20);
  EXPECT_TRUE(bytes) << name;
  return bytes.value_or("");
}

inline std::string big32(uint32_t n) {
  return {static_cast<char>(n >> 24), static_cast<char>(n >> 16), static_cast<char>(n >> 8),
          static_cast<char>(n)};
}

inline std::string big16(uint32_t n) {
  return big32(n).substr(2);
}

inline std::string little24(uint32_t n) {
  return {static_cast<char>(n), static_cast<char>(n >> 8), static_cast<char>(n >> 16)};
}

inline std::string little32(uint32_t n) {
  return little24(n) + static_cast<char>(n >> 24);
}

inline std::string png_chunk(const std::string& type, const std::string& body) {
  return big32(static_cast<uint32_t>(body.size())) + type + body + "CRC?";
}

// A PNG's signature and IHDR (RGB, 8 bits), without data.
inline std::string png_head(uint32_t width, uint32_t height) {
  return "\x89PNG\r\n\x1a\n" +
         png_chunk("IHDR", big32(width) + big32(height) + std::string("\x08\x02\0\0\0", 5));
}

// Whether two colours differ by at most `slack` in each channel (lossy formats).
inline bool near_colour(uint32_t a, uint32_t b, int slack) {
  for (int shift : {0, 8, 16})
    if (std::abs(static_cast<int>(a >> shift & 0xff) - static_cast<int>(b >> shift & 0xff)) > slack)
      return false;
  return true;
}

// The colour a quarter in from each corner: top left, top right, bottom left, bottom right.
inline std::vector<uint32_t> corners(const Pixels& p) {
  const auto at = [&](int x, int y) { return p.rgb[static_cast<size_t>(y) * p.width + x]; };
  const int left = p.width / 4, right = p.width - 1 - left;
  const int top = p.height / 4, bottom = p.height - 1 - top;
  return {at(left, top), at(right, top), at(left, bottom), at(right, bottom)};
}

} // namespace heiban
