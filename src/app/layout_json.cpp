#include "app/layout_json.h"

#include "base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <iterator>

namespace heiban {
namespace {

constexpr int kDecimals = 7; // a line's sum stays within 1/64 px at any size
constexpr int64_t kOne = 10'000'000;
constexpr size_t kMostDigits = 20; // of 2⁶⁴

char* write(char* to, std::string_view text) {
  return std::copy(text.begin(), text.end(), to);
}
char* write(char* to, std::string_view name, size_t number) {
  to = write(to, name);
  return std::to_chars(to, to + kMostDigits, number).ptr;
}

// `length` in em, at least one decimal; returns the end of what was written.
char* write_em(char* to, Px64 length, int size_px) {
  const int64_t em = int64_t{size_px} * 64;
  int64_t scaled = (int64_t{length.raw} * kOne * 2 + (length.raw < 0 ? -em : em)) / (2 * em);
  if (scaled < 0) {
    *to++ = '-';
    scaled = -scaled;
  }
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
  char digits[kMostDigits];
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

char* LineWriter::em(char* to, Px64 length) {
  Written& written = written_[static_cast<uint32_t>(length.raw) % kRemembered];
  if (written.raw != length.raw || written.length == 0) {
    written.raw = length.raw;
    written.length = static_cast<uint8_t>(write_em(written.text, length, size_px_) - written.text);
  }
  std::memcpy(to, written.text, kLongest); // more than is used: of one size, no call
  return to + written.length;
}

void LineWriter::append_head(std::string& out, const TextLine& line, const LineOrigin& origin) {
  char head[160]; // four numbers and their names
  char* to = write(head, "{\"page\":", origin.page);
  to = write(to, ",\"para\":", origin.para);
  to = write(to, ",\"start\":", line.start);
  to = write(to, ",\"end\":", line.end);
  out.append(head, to);
  out += ",\"text\":";
  append_json_string(out, origin.text);
}

void LineWriter::append(std::string& out, const TextLine& line, const LineOrigin& origin) {
  append_head(out, line, origin);
  const size_t before = out.size();
  out.resize(before + 5 * kLongest + line.advances.size() * (kLongest + 1) +
             line.gaps.size() * (kMostDigits + kLongest + 4));
  char* to = em(write(out.data() + before, ",\"indent\":"), line.indent);
  to = em(write(to, ",\"width_em\":"), line.indent + line.width);
  to = write(to, ",\"advances\":[");
  for (size_t i = 0; i < line.advances.size(); ++i) {
    if (i > 0)
      *to++ = ',';
    to = em(to, line.advances[i]);
  }
  to = write(to, "],\"gaps\":[");
  for (size_t i = 0; i < line.gaps.size(); ++i) {
    to = write(to, i > 0 ? ",[" : "[", line.gaps[i].at);
    *to++ = ',';
    to = em(to, line.gaps[i].width);
    *to++ = ']';
  }
  to = write(to, "]}");
  out.resize(static_cast<size_t>(to - out.data()));
}

} // namespace heiban
