// PNG files of our own making ↔ pixels (0x00RRGGBB; transparent parts over white).
// The board reads media/ with it, snapshot writes pages with it; clean_picture uses both.
// It is not for strangers' bytes: those pass clean_picture first.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct Pixels {
  int width = 0, height = 0;
  std::vector<uint32_t> rgb; // row by row, 0x00RRGGBB
};

Result<Pixels> decode_png(std::string_view bytes);
std::string encode_png(const uint32_t* rgb, int width, int height);

} // namespace heiban
