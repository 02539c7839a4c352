#include "picture/header_parts.h"

namespace heiban {

int exif_orientation(std::string_view exif) {
  constexpr std::string_view kName("Exif\0\0", 6);
  if (exif.starts_with(kName))
    exif.remove_prefix(kName.size());
  ByteReader in{exif};
  const uint32_t order = in.big16();
  const bool little = order == 0x4949;
  if (!little && order != 0x4D4D)
    return 1;
  const auto read16 = [&] { return little ? in.little16() : in.big16(); };
  const auto read32 = [&] { return little ? in.little32() : in.big32(); };
  in.skip(2);
  const uint32_t directory = read32();
  if (in.cut || directory < 8)
    return 1;
  in.skip(directory - 8);
  for (uint32_t left = read16(); left > 0 && !in.cut; --left) {
    const uint32_t tag = read16();
    in.skip(6); // type and count: one SHORT
    const uint32_t value = read16();
    in.skip(2);
    if (tag == 0x0112)
      return !in.cut && value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

} // namespace heiban
