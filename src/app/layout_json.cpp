#include "app/layout_json.h"

#include "base/utf8.h"

#include <charconv>
#include <iterator>

namespace heiban {
namespace {

constexpr int kDecimals = 7; // a line's sum stays within 1/64 px at any size
constexpr int64_t kOne = 10'000'000;

// `length` in em, at least one decimal; returns the end of what was written.
char* write_em(char* to, Px64 length, int size_px) {
  const int64_t em = int64_t{size_px} * 64;
  int64_t scaled = (int64_t{length.raw} * kOne * 2 + (length.raw < 0 ? -em : em)) / (2 * em);
  if (scaled < 0) {
    *to++ = '-';
    scaled = -scaled;
  }
  constexpr int kMostDigits = 16; // of 2³¹ / 64 em
  to = std::to_chars(to, to + kMostDigits, scaled / kOne).ptr;
  int64_t rest = scaled % kOne;
  *to++ = '.';
  for (int i = 0; i < kDecimals && (i == 0 || rest > 0); ++i) {
    rest *= 10;
    *to++ = static_cast<char>('0' + rest / kOne);
    rest %= kOne;
  }
  return to;
}

} // namespace

void append_number(std::string& out, uint64_t number) {
  char digits[20];
  const auto end = std::to_chars(digits, std::end(digits), number).ptr;
  out.append(digits, static_cast<size_t>(end - digits));
}

void append_json_string(std::string& out, std::string_view utf8) {
  out += '"';
  for (size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    if (c == '"' || c == '\\')
      out += '\\', out += static_cast<char>(c);
    else if (c < 0x20)
      out += c < 0x10 ? "\\u000" : "\\u001", out += "0123456789abcdef"[c & 0xF];
    else
      append_utf8(out, c);
  }
  out += '"';
}

void LineWriter::append_em(std::string& out, Px64 length) {
  Written& written = written_[static_cast<uint32_t>(length.raw) % kRemembered];
  if (written.raw != length.raw || written.length == 0) {
    written.raw = length.raw;
    written.length = static_cast<uint8_t>(write_em(written.text, length, size_px_) - written.text);
  }
  out.append(written.text, written.length);
}

void LineWriter::append(std::string& out, const TextLine& line, const LineOrigin& origin) {
  const auto member = [&out](std::string_view name, size_t number) {
    out += name;
    append_number(out, number);
  };
  member("{\"page\":", origin.page);
  member(",\"para\":", origin.para);
  member(",\"start\":", line.start);
  member(",\"end\":", line.end);
  out += ",\"text\":";
  append_json_string(out, origin.text);
  out += ",\"indent\":";
  append_em(out, line.indent);
  out += ",\"width_em\":";
  append_em(out, line.indent + line.width);
  out += ",\"advances\":[";
  for (size_t i = 0; i < line.advances.size(); ++i) {
    if (i > 0)
      out += ',';
    append_em(out, line.advances[i]);
  }
  out += "],\"gaps\":[";
  for (size_t i = 0; i < line.gaps.size(); ++i) {
    member(i > 0 ? ",[" : "[", line.gaps[i].at);
    out += ',';
    append_em(out, line.gaps[i].width);
    out += ']';
  }
  out += "]}";
}

} // namespace heiban
