// AreaScaler: a picture made smaller by averaging the area each new pixel covers, row by row.
// clean_picture feeds it a decoder's rows, so that no second full-size copy is ever held.
// It never enlarges, sharpens or turns; upright() turns what an Exif orientation says.
#pragma once

#include "picture/png.h"

namespace heiban {

struct PictureSize {
  int width = 0, height = 0; // px
};

// The size with the longer side at most `longest` and the same proportions, at least 1 × 1.
PictureSize fit_within(PictureSize size, int longest);

class AreaScaler {
public:
  // Precondition: 1 ≤ to ≤ from on both sides, from.width × from.height × 255 < 2^63.
  AreaScaler(PictureSize from, PictureSize to);

  void take_row(const uint32_t* rgb); // the next row from the top, 0x00RRGGBB
  Pixels finish() &&;                 // after the last row

private:
  void shrink_row(const uint32_t* rgb);
  void add_shrunk(uint64_t weight);
  void emit();

  PictureSize from_, to_;
  Pixels out_;
  std::vector<uint64_t>
      shrunk_; // 3 sums a column of the row at hand, weights adding up to from.width
  std::vector<uint64_t> sums_; // 3 sums a column of the output row at hand
  uint64_t filled_ = 0;        // weight in sums_, full at from.height
};

// `pixels` turned so that row 0 is the visible top (Exif 2.3, tag 0x0112, 1 … 8).
Pixels upright(Pixels pixels, int orientation);

} // namespace heiban
