// Image: pixels in memory, XRGB 8-8-8-8 in native byte order, rows without padding.
// page/raster fills it, screen blends and presents it, picture writes it as PNG for snapshots.
// It is only memory: no display, no colour management, no alpha.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace heiban {

struct Image {
  int width = 0, height = 0;
  std::vector<uint32_t> pixels; // 0x00RRGGBB

  Image() = default;
  Image(int w, int h, uint32_t fill = 0)
      : width(w), height(h),
        pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), fill) {}
  uint32_t* row(int y) { return pixels.data() + static_cast<std::size_t>(y) * width; }
  const uint32_t* row(int y) const { return pixels.data() + static_cast<std::size_t>(y) * width; }
};

} // namespace heiban
