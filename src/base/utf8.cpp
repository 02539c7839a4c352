#include "base/utf8.h"

#include <cstdint>

namespace heiban {
namespace {

struct Lead {
  int length;        // bytes in the sequence; 0 when no sequence starts so
  uint8_t low, high; // the second byte's range
};

Lead lead_of(uint8_t byte) {
  if (byte < 0x80)
    return {1, 0, 0};
  if (byte < 0xC2)
    return {0, 0, 0};
  if (byte < 0xE0)
    return {2, 0x80, 0xBF};
  if (byte == 0xE0)
    return {3, 0xA0, 0xBF};
  if (byte == 0xED)
    return {3, 0x80, 0x9F};
  if (byte < 0xF0)
    return {3, 0x80, 0xBF};
  if (byte == 0xF0)
    return {4, 0x90, 0xBF};
  if (byte < 0xF4)
    return {4, 0x80, 0xBF};
  if (byte == 0xF4)
    return {4, 0x80, 0x8F};
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
  if (lead.length == 1)
    return out = byte, true;
  out = 0xFFFD;
  if (lead.length == 0)
    return false;
  char32_t value = byte & (0xFF >> (lead.length + 1));
  for (int i = 1; i < lead.length; ++i) {
    const auto next = at < s.size() ? static_cast<uint8_t>(s[at]) : uint8_t{0};
    const uint8_t low = i == 1 ? lead.low : 0x80, high = i == 1 ? lead.high : 0xBF;
    if (next < low || next > high)
      return false;
    value = value << 6 | (next & 0x3F);
    ++at;
  }
  return out = value, true;
}

// What nearly all text is made of, ASCII and the Han of the first plane, is read without a table.
bool decode_common(std::string_view s, size_t& at, char32_t& out) {
  const auto lead = static_cast<uint8_t>(s[at]);
  if (lead < 0x80)
    return ++at, out = lead, true;
  if (lead <= 0xE0 || lead >= 0xED || s.size() - at < 3)
    return false;
  const auto second = static_cast<uint8_t>(s[at + 1]), third = static_cast<uint8_t>(s[at + 2]);
  if ((second & 0xC0) != 0x80 || (third & 0xC0) != 0x80)
    return false;
  out = static_cast<char32_t>((lead & 0x0F) << 12 | (second & 0x3F) << 6 | (third & 0x3F));
  return at += 3, true;
}

// An upper bound for well-formed text; ill-formed text may yield more.
size_t count_leads(std::string_view s) {
  size_t count = 0;
  for (const char c : s)
    count += (static_cast<uint8_t>(c) & 0xC0) != 0x80;
  return count;
}

} // namespace

char32_t next_code_point(std::string_view s, size_t& at) {
  char32_t out;
  if (!decode_common(s, at, out))
    decode(s, at, out);
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
    c = 0xFFFD;
  const auto tail = [c](int shift) { return static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    const char bytes[] = {static_cast<char>(0xC0 | c >> 6), tail(0)};
    out.append(bytes, sizeof bytes);
  } else if (c < 0x10000) {
    const char bytes[] = {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
    out.append(bytes, sizeof bytes);
  } else {
    const char bytes[] = {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
    out.append(bytes, sizeof bytes);
  }
}

std::u32string to_utf32(std::string_view s) {
  std::u32string out(count_leads(s), U'\0');
  size_t at = 0, count = 0;
  for (; at < s.size() && count < out.size(); ++count)
    out[count] = next_code_point(s, at);
  out.resize(count);
  while (at < s.size())
    out += next_code_point(s, at);
  return out;
}

std::string to_utf8(std::u32string_view s) {
  std::string out;
  out.reserve(s.size() * 3);
  for (char32_t c : s)
    append_utf8(out, c);
  return out;
}

bool is_valid_utf8(std::string_view s) {
  char32_t c;
  for (size_t at = 0; at < s.size();)
    if (!decode_common(s, at, c) && !decode(s, at, c))
      return false;
  return true;
}

size_t count_code_points(std::string_view s) {
  size_t count = 0;
  for (size_t at = 0; at < s.size(); ++count)
    next_code_point(s, at);
  return count;
}

std::string_view trim(std::string_view s) {
  while (!s.empty()) {
    size_t after = 0;
    if (!is_space(next_code_point(s, after)))
      break;
    s.remove_prefix(after);
  }
  while (!s.empty()) {
    size_t last = s.size() - 1;
    while (last > 0 && s.size() - last < 4 && (static_cast<uint8_t>(s[last]) & 0xC0) == 0x80)
      --last;
    size_t after = last;
    if (!is_space(next_code_point(s, after)) || after != s.size())
      break;
    s.remove_suffix(s.size() - last);
  }
  return s;
}

std::string ascii_lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z')
      c = static_cast<char>(c + 32);
  return out;
}

} // namespace heiban
