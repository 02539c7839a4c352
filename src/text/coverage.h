// coverage: how much of the Han that public services must handle a FontSet draws
// (GB 18030-2022 level 3: 87,887 characters).
// `heiban fonts` reports it; a test walks the whole range.
// It draws nothing: a character counts as covered when a face of the role's chain has it.
#pragma once

#include "text/font_set.h"

#include <span>
#include <vector>

namespace heiban {

struct HanRange {
  char32_t first = 0, last = 0; // inclusive, as the standard lists them
};

std::span<const HanRange> gb18030_level3();

struct HanCoverage {
  size_t covered = 0, total = 0;
  std::vector<size_t> by_face; // how many each face draws
};

HanCoverage cover_gb18030_level3(FontSet& fonts, FontRole role);

} // namespace heiban
