#include "text/box_glyph.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

void outline(RasteredGlyph& box, int thickness) {
  for (int y = 0; y < box.height; ++y)
    for (int x = 0; x < box.width; ++x) {
      const int edge = std::min({x, y, box.width - 1 - x, box.height - 1 - y});
      if (edge < thickness)
        box.coverage[static_cast<size_t>(y * box.width + x)] = 255;
    }
}

// Centres `digit` in the cell at (`x`, `y`), `w` × `h` px.
void stamp(RasteredGlyph& box, const RasteredGlyph& digit, int x, int y, int w, int h) {
  const int left = x + (w - digit.width) / 2, top = y + (h - digit.height) / 2;
  for (int row = 0; row < digit.height; ++row)
    for (int column = 0; column < digit.width; ++column) {
      const int to_x = left + column, to_y = top + row;
      if (to_x < 0 || to_y < 0 || to_x >= box.width || to_y >= box.height)
        continue;
      uint8_t& pixel = box.coverage[static_cast<size_t>(to_y * box.width + to_x)];
      pixel = std::max(pixel, digit.coverage[static_cast<size_t>(row * digit.width + column)]);
    }
}

} // namespace

RasteredGlyph box_glyph(char32_t character, int size_px, const DigitSource& digits) {
  const int margin = std::max(1, size_px / 12), side = std::max(3, size_px - 2 * margin);
  const int thickness = std::max(1, size_px / 24);
  RasteredGlyph box{margin, size_px * 88 / 100 - margin, side, side,
                    std::vector<uint8_t>(static_cast<size_t>(side) * static_cast<size_t>(side))};
  outline(box, thickness);
  const std::string hex = fmt::format("{:04X}", static_cast<uint32_t>(character));
  const int columns = static_cast<int>(hex.size() + 1) / 2;
  const int inner = side - 2 * thickness, cell_w = inner / columns, cell_h = inner / 2;
  if (cell_h < 4)
    return box;
  for (int i = 0; i < static_cast<int>(hex.size()); ++i)
    stamp(box, digits(hex[static_cast<size_t>(i)], std::min(cell_h, cell_w * 3 / 2)),
          thickness + (i % columns) * cell_w, thickness + (i / columns) * cell_h, cell_w, cell_h);
  return box;
}

} // namespace heiban
