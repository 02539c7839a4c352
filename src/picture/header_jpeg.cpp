#include "picture/header_parts.h"

#include <algorithm>

namespace heiban {
namespace {

// A progressive file may hold any number of scans, each costing a pass over all pixels; real ones
// have about ten.
constexpr int kMaxScans = 100;
constexpr int64_t kMostPixelsPassed = 400'000'000; // by all scans

bool is_frame(uint32_t marker) { // SOF0 … SOF15 but DHT, JPG and DAC
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool is_bare(uint32_t marker) { // RST, SOI, TEM: no segment follows
  return (marker >= 0xD0 && marker <= 0xD8) || marker == 0x01;
}

// Moves past entropy-coded data to the next marker's first byte (T.81 B.1.1.5).
void skip_scan(ByteReader& in) {
  while (true) {
    const size_t mark = in.bytes.find('\xff', in.at);
    if (mark == in.bytes.npos || mark + 1 >= in.bytes.size())
      break;
    const auto next = static_cast<uint8_t>(in.bytes[mark + 1]);
    in.at = mark;
    if (next != 0 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7))
      return;
    in.at = mark + (next == 0xFF ? 1 : 2);
  }
  in.at = in.bytes.size();
  in.cut = true;
}

uint32_t next_marker(ByteReader& in) {
  if (in.byte() != 0xFF)
    return 0;
  uint32_t marker = in.byte();
  while (marker == 0xFF && !in.cut)
    marker = in.byte(); // fill bytes
  return marker;
}

// Coefficients a progressive frame keeps, two bytes each: by component, as densely as it is sampled
// (T.81 A.1.1), per pixel, rounded up.
int coefficient_bytes(ByteReader in, uint32_t components) {
  uint32_t samples = 0, across = 1, down = 1;
  for (uint32_t i = 0; i < components && !in.cut; ++i) {
    in.skip(1);
    const uint32_t sampling = in.byte(), h = sampling >> 4, v = sampling & 15;
    in.skip(1);
    samples += h * v;
    across = std::max(across, h);
    down = std::max(down, v);
  }
  return static_cast<int>((2 * samples + across * down - 1) / (across * down));
}

// The frame's size; false when the segment is too short or is a second frame.
bool read_frame(uint32_t marker, std::string_view segment, PictureHeader& header) {
  constexpr uint32_t kSequential = 0xC1; // SOF0 and SOF1
  ByteReader in{segment, 1};             // precision
  const uint32_t height = in.big16(), width = in.big16(), components = in.byte();
  if (in.cut || width == 0 || height == 0 || header.width != 0)
    return false;
  header.width = static_cast<int>(width);
  header.height = static_cast<int>(height);
  header.inks = components == 4;
  header.pixel_bytes = header.inks ? 4 : 3;
  if (marker > kSequential)
    header.pixel_bytes += coefficient_bytes(in, components);
  return true;
}

Error too_many_scans() {
  return {ErrorKind::Refused, "JPEG 的扫描遍数太多，不予解码"};
}

} // namespace

Result<PictureHeader> read_jpeg_header(std::string_view bytes) {
  PictureHeader header{PictureType::Jpeg};
  ByteReader in{bytes, 2};
  int scans = 0;
  while (true) {
    const uint32_t marker = next_marker(in);
    if (in.cut)
      return cut_picture();
    if (marker == 0)
      return bad_picture();
    if (marker == 0xD9)
      break; // EOI; what follows it is not ours
    if (is_bare(marker))
      continue;
    const uint32_t length = in.big16();
    const size_t start = in.at;
    in.skip(length < 2 ? 0 : length - 2);
    if (in.cut)
      return cut_picture();
    if (length < 2)
      return bad_picture();
    const std::string_view segment = bytes.substr(start, length - 2);
    if (marker == 0xE1 && header.orientation == 1 && segment.starts_with("Exif"))
      header.orientation = exif_orientation(segment);
    if (marker == 0xEE && segment.substr(0, 5) == "Adobe")
      header.inverted = true;
    if (is_frame(marker) && !read_frame(marker, segment, header))
      return bad_picture();
    if (marker != 0xDA)
      continue;
    if (++scans > kMaxScans)
      return too_many_scans();
    skip_scan(in);
  }
  if (header.width == 0 || scans == 0)
    return bad_picture();
  if (int64_t{header.width} * header.height * scans > kMostPixelsPassed)
    return too_many_scans();
  return header;
}

} // namespace heiban
