#include "base/utf8.h"

#include <cstdint>

namespace heiban {
namespace {

struct Lead {
  int length;       // bytes in the sequence; 0 when no sequence starts so
  uint8_t low, high; // the second byte's range
};

Lead lead_of(uint8_t byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
         c == 0x200B;
}

// One step of decoding; false when the bytes at `at` are ill-formed.
bool decode(std::string_view s, size_t& at, char32_t& out) {
  const auto byte = static_cast<uint8_t>(s[at++]);
  const Lead lead = lead_of(byte);
  if (lead.length == 1) return out = byte, true;
  out = 0xFFFD;
  if (lead.length == 0) return false;
  char32_t value = byte & (0xFF >> (lead.length + 1));
  for (int i = 1; i < lead.length; ++i) {
    const auto next = at < s.size() ? static_cast<uint8_t>(s[at]) : uint8_t{0};
    const uint8_t low = i == 1 ? lead.low : 0x80, high = i == 1 ? lead.high : 0xBF;
    if (next < low || next > high) return false;
    value = value << 6 | (next & 0x3F);
    ++at;
  }
  return out = value, true;
}

} // namespace

char32_t next_code_point(std::string_view s, size_t& at) {
  char32_t out;
  decode(s, at, out);
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::u32string to_utf32(std::string_view s) {
  std::u32string out;
  out.reserve(s.size());
  for (size_t at = 0; at < s.size();) out += next_code_point(s, at);
  return out;
}

std::string to_utf8(std::u32string_view s) {
  std::string out;
  out.reserve(s.size() * 3);
  for (char32_t c : s) append_utf8(out, c);
  return out;
}

bool is_valid_utf8(std::string_view s) {
  char32_t c;
  for (size_t at = 0; at < s.size();)
    if (!decode(s, at, c)) return false;
  return true;
}

size_t count_code_points(std::string_view s) {
  size_t count = 0;
  for (size_t at = 0; at < s.size(); ++count) next_code_point(s, at);
  return count;
}

std::string_view trim(std::string_view s) {
  while (!s.empty()) {
    size_t after = 0;
    if (!is_space(next_code_point(s, after))) break;
    s.remove_prefix(after);
  }
  while (!s.empty()) {
    size_t last = s.size() - 1;
    while (last > 0 && s.size() - last < 4 && (static_cast<uint8_t>(s[last]) & 0xC0) == 0x80) --last;
    size_t after = last;
    if (!is_space(next_code_point(s, after)) || after != s.size()) break;
    s.remove_suffix(s.size() - last);
  }
  return s;
}

std::string ascii_lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

} // namespace heiban
