#include "text/coverage.h"

namespace heiban {
namespace {

constexpr HanRange kLevel3[] = {
    {0x3400, 0x4DB5},   {0x4E00, 0x9FEF},   {0x20000, 0x2A6D6}, {0x2A700, 0x2B734},
    {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}, {0xFA0E, 0xFA0F},
    {0xFA11, 0xFA11},   {0xFA13, 0xFA14},   {0xFA1F, 0xFA1F},   {0xFA21, 0xFA21},
    {0xFA23, 0xFA24},   {0xFA27, 0xFA29},
};

} // namespace

std::span<const HanRange> gb18030_level3() {
  return kLevel3;
}

HanCoverage cover_gb18030_level3(FontSet& fonts, FontRole role) {
  HanCoverage coverage;
  coverage.by_face.resize(fonts.face_count());
  for (const HanRange& range : kLevel3)
    for (char32_t c = range.first; c <= range.last; ++c) {
      ++coverage.total;
      const int face = fonts.face_for(role, c);
      if (face < 0)
        continue;
      ++coverage.covered;
      ++coverage.by_face[static_cast<size_t>(face)];
    }
  return coverage;
}

} // namespace heiban
