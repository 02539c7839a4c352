#include "picture/header_parts.h"

namespace heiban {
namespace {

constexpr uint32_t fourcc(const char (&name)[5]) {
  return static_cast<uint32_t>(name[0]) << 24 | static_cast<uint32_t>(name[1]) << 16 |
         static_cast<uint32_t>(name[2]) << 8 | static_cast<uint32_t>(name[3]);
}

constexpr uint32_t kAnimationFlag = 0x02;

struct Size {
  uint32_t width = 0, height = 0;
};

Size lossy_size(std::string_view chunk) { // RFC 6386 §9.1: a key frame
  ByteReader in{chunk, 3};
  const uint32_t start = in.little24();
  const uint32_t width = in.little16() & 0x3fff, height = in.little16() & 0x3fff;
  if (in.cut || start != 0x2a019d)
    return {};
  return {width, height};
}

Size lossless_size(std::string_view chunk) { // RFC 9649 §3.4
  ByteReader in{chunk};
  const uint32_t signature = in.byte(), bits = in.little32();
  if (in.cut || signature != 0x2f)
    return {};
  return {(bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1};
}

} // namespace

Result<PictureHeader> read_webp_header(std::string_view bytes) {
  ByteReader in{bytes, 4};
  const size_t declared = in.little32();
  if (declared + 8 > bytes.size())
    return cut_picture();
  in.skip(4); // WEBP
  Size canvas, frame;
  int pixel_bytes = 0, orientation = 1;
  while (!in.cut && in.at + 8 <= bytes.size()) {
    const uint32_t type = in.big32(), length = in.little32();
    const size_t start = in.at;
    in.skip(length + static_cast<size_t>(length & 1));
    const std::string_view chunk = bytes.substr(start, length);
    if (chunk.size() < length && pixel_bytes == 0)
      return cut_picture();
    if (type == fourcc("EXIF"))
      orientation = exif_orientation(chunk);
    if (pixel_bytes != 0)
      continue; // the picture was met: only what is said about it comes behind
    if (type == fourcc("VP8X")) {
      ByteReader extended{chunk};
      if (extended.byte() & kAnimationFlag)
        return moving_picture();
      extended.skip(3);
      canvas.width = extended.little24() + 1;
      canvas.height = extended.little24() + 1;
    }
    if (type == fourcc("ANIM") || type == fourcc("ANMF"))
      return moving_picture();
    if (type == fourcc("VP8 "))
      frame = lossy_size(chunk);
    if (type == fourcc("VP8L"))
      frame = lossless_size(chunk);
    // Lossless: four bytes of its own beside the picture's four; else 4:2:0, and the alpha's plane.
    if (type == fourcc("VP8 ") || type == fourcc("VP8L"))
      pixel_bytes = type == fourcc("VP8L") ? 8 : canvas.width != 0 ? 7 : 5;
  }
  if (frame.width == 0 || frame.height == 0)
    return bad_picture();
  if (canvas.width != 0 && (canvas.width != frame.width || canvas.height != frame.height))
    return bad_picture();
  PictureHeader header{PictureType::Webp};
  header.width = static_cast<int>(frame.width);
  header.height = static_cast<int>(frame.height);
  header.pixel_bytes = pixel_bytes;
  header.orientation = orientation;
  return header;
}

} // namespace heiban
