// read_picture_header: what a stranger's image file says of itself, read by our own few lines.
// clean_picture calls it before any decoder sees a byte, so that no bomb is ever unpacked.
// It decodes nothing, believes no file name and no Content-Type, and knows only three formats.
#pragma once

#include "base/result.h"

#include <string_view>

namespace heiban {

enum class PictureType { Png, Jpeg, Webp };

struct PictureHeader {
  PictureType type = PictureType::Png;
  int width = 0, height = 0; // px as stored, before the orientation is applied
  int orientation = 1;       // Exif tag 0x0112: 1 upright … 8
  bool inks = false;         // a JPEG of four inks (CMYK or YCCK) …
  bool inverted = false;     // … stored as Adobe does: 255 is no ink
  int pixel_bytes = 3;       // memory that a decoder holds for one pixel, at most
};

// Refused, with a Chinese reason that names the format, for anything but PNG, JPEG and WebP, and
// for animated ones. Malformed when the file is cut or its header makes no sense.
// Sources: PNG 3rd ed. §5, §11; ITU T.81 annex B; Exif 2.3 §4.6; RFC 9649.
Result<PictureHeader> read_picture_header(std::string_view bytes);

} // namespace heiban
