#include "picture/header_parts.h"

namespace heiban {
namespace {

constexpr uint32_t kIhdr = 0x49484452, kIdat = 0x49444154, kIend = 0x49454e44, kActl = 0x6163544c,
                   kFctl = 0x6663544c, kExif = 0x65584966;
constexpr uint32_t kMaxSide = 0x7fffffff; // PNG §11.2.1

bool is_colour_type(uint32_t depth, uint32_t type) {
  switch (type) {
  case 0:
    return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
  case 3:
    return depth == 1 || depth == 2 || depth == 4 || depth == 8;
  case 2:
  case 4:
  case 6:
    return depth == 8 || depth == 16;
  default:
    return false;
  }
}

// Walks the chunks from the one after IHDR to IEND.
Result<void> check_chunks(ByteReader in, PictureHeader& header) {
  bool data = false;
  while (!in.cut) {
    const uint32_t length = in.big32(), type = in.big32();
    if (in.cut)
      break;
    if (type == kActl || type == kFctl)
      return moving_picture();
    const size_t start = in.at;
    in.skip(length);
    if (type == kExif && !in.cut)
      header.orientation = exif_orientation(in.bytes.substr(start, length));
    in.skip(4); // CRC
    if (in.cut)
      break;
    if (type == kIend)
      return data ? Result<void>() : bad_picture();
    data = data || type == kIdat;
  }
  return cut_picture();
}

} // namespace

Result<PictureHeader> read_png_header(std::string_view bytes) {
  ByteReader in{bytes, 8};
  const uint32_t length = in.big32(), type = in.big32();
  PictureHeader header{PictureType::Png};
  const uint32_t width = in.big32(), height = in.big32();
  const uint32_t depth = in.byte(), colour = in.byte();
  in.skip(3 + 4); // compression, filter, interlace; CRC
  if (in.cut)
    return cut_picture();
  if (length != 13 || type != kIhdr || !is_colour_type(depth, colour))
    return bad_picture();
  if (width == 0 || height == 0 || width > kMaxSide || height > kMaxSide)
    return bad_picture();
  header.width = static_cast<int>(width);
  header.height = static_cast<int>(height);
  header.pixel_bytes = colour == 4 || colour == 6 ? 4 : 3; // alpha
  if (auto checked = check_chunks(in, header); !checked)
    return checked.error();
  return header;
}

} // namespace heiban
