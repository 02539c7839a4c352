// The three formats' own header readers, a file each; header.cpp picks one by the signature.
// Each walks its container far enough to know the size, the orientation and whether it moves.
// Precondition of each: the signature was seen.
#pragma once

#include "picture/header.h"

#include <cstdint>

namespace heiban {

Result<PictureHeader> read_png_header(std::string_view bytes);
Result<PictureHeader> read_jpeg_header(std::string_view bytes);
Result<PictureHeader> read_webp_header(std::string_view bytes);

// The orientation tag of the first image directory (Exif 2.3 §4.6.4), with the name JPEG puts
// before it or without; 1 when absent.
int exif_orientation(std::string_view exif);

// Bytes read in order; reading past the end yields zeros, and `cut` says so.
struct ByteReader {
  std::string_view bytes;
  size_t at = 0;
  bool cut = false;

  uint32_t byte() {
    if (at >= bytes.size())
      return cut = true, 0;
    return static_cast<uint8_t>(bytes[at++]);
  }
  uint32_t big16() {
    const uint32_t high = byte();
    return high << 8 | byte();
  }
  uint32_t big32() {
    const uint32_t high = big16();
    return high << 16 | big16();
  }
  uint32_t little16() {
    const uint32_t low = byte();
    return low | byte() << 8;
  }
  uint32_t little24() {
    const uint32_t low = little16();
    return low | byte() << 16;
  }
  uint32_t little32() {
    const uint32_t low = little16();
    return low | little16() << 16;
  }
  void skip(size_t count) {
    if (count > bytes.size() - at)
      cut = true;
    at = cut ? bytes.size() : at + count;
  }
};

inline Error cut_picture() {
  return {ErrorKind::Malformed, "图片文件不完整"};
}
inline Error bad_picture() {
  return {ErrorKind::Malformed, "图片文件头有错"};
}
inline Error moving_picture() {
  return {ErrorKind::Refused, "是动图；黑板只放不动的图片"};
}

} // namespace heiban
