#include "picture/header.h"

#include "picture/header_parts.h"

#include <fmt/format.h>

#include <array>

namespace heiban {
namespace {

struct Signature {
  size_t at;
  std::string_view bytes;
  std::string_view name;
};

// What arrives under the name of a picture, so that staff read "GIF" and not "unknown".
constexpr std::array<Signature, 13> kOthers{{
    {0, "GIF8", "GIF"},
    {0, "BM", "BMP"},
    {0, std::string_view("II*\0", 4), "TIFF"},
    {0, std::string_view("MM\0*", 4), "TIFF"},
    {4, "ftypavif", "AVIF"},
    {4, "ftypheic", "HEIC"},
    {4, "ftypmif1", "HEIF"},
    {0, "%PDF", "PDF"},
    {0, "PK\x03\x04", "ZIP（或 Office 文档）"},
    {0, std::string_view("\0\0\1\0", 4), "ICO"},
    {0, std::string_view("\x1f\x8b", 2), "gzip"},
    {0, "\xff\x0a", "JPEG XL"},
    {0, "RIFF", "RIFF（不是 WebP）"},
}};

bool starts_with(std::string_view bytes, size_t at, std::string_view what) {
  return bytes.size() >= at + what.size() && bytes.substr(at, what.size()) == what;
}

std::string_view text_format(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  if (head.find("<svg") != head.npos)
    return "SVG";
  if (head.find("<html") != head.npos || head.find("<!DOCTYPE") != head.npos)
    return "网页";
  if (head.find("<?xml") != head.npos)
    return "XML";
  return {};
}

Error refused_format(std::string_view bytes) {
  std::string_view name = text_format(bytes);
  for (const Signature& other : kOthers)
    if (name.empty() && starts_with(bytes, other.at, other.bytes))
      name = other.name;
  if (bytes.empty())
    return {ErrorKind::Malformed, "图片文件是空的"};
  if (name.empty())
    return {ErrorKind::Refused, "不是图片，或格式不认识；只收 PNG、JPEG、WebP"};
  return {ErrorKind::Refused, fmt::format("格式是 {}；只收 PNG、JPEG、WebP", name)};
}

} // namespace

Result<PictureHeader> read_picture_header(std::string_view bytes) {
  if (starts_with(bytes, 0, "\x89PNG\r\n\x1a\n"))
    return read_png_header(bytes);
  if (starts_with(bytes, 0, "\xff\xd8\xff"))
    return read_jpeg_header(bytes);
  if (starts_with(bytes, 0, "RIFF") && starts_with(bytes, 8, "WEBP"))
    return read_webp_header(bytes);
  return refused_format(bytes);
}

} // namespace heiban
