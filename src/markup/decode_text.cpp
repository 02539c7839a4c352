#include "markup/decode_text.h"

#include "base/utf8.h"
#include "markup/html_entities.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace heiban {
namespace {

// Lead bytes of everything that may have to go, and '&'. Continuation bytes never match, so the
// scan needs no decoding.
constexpr std::array<bool, 256> special_bytes() {
  std::array<bool, 256> table{};
  for (int byte = 0; byte < 0x20; ++byte)
    table[byte] = byte != '\t' && byte != '\n' && byte != '\r';
  for (const int byte : {0x26, 0x7F, 0xC2, 0xD8, 0xE1, 0xE2, 0xEF})
    table[byte] = true;
  return table;
}
constexpr std::array<bool, 256> kSpecial = special_bytes();

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c <= 0x9F);
}

// Characters that turn, join or hide text without being seen. U+200C and U+200D shape Arabic and
// Indic words and are judged by what stands before them.
bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || c == 0xFFFE || c == 0xFFFF;
}

bool joins_after(std::string_view before) {
  size_t at = before.size();
  while (at > 0 && (static_cast<uint8_t>(before[at - 1]) & 0xC0) == 0x80)
    --at;
  if (at == 0)
    return false;
  const char32_t last = next_code_point(before, --at);
  return last >= 0x600 && last < 0x1000;
}

// HTML 13.2.5.80: what &#128; … &#159; mean, and the same code points written out.
char32_t windows_1252(char32_t code) {
  static constexpr std::array<char16_t, 32> kTable = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
      0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  return code >= 0x80 && code < 0xA0 ? kTable[code - 0x80] : code;
}

void append_visible(std::string& out, char32_t c) {
  c = windows_1252(c); // what C1 controls always were meant to be
  if (is_control(c) || is_invisible(c))
    return;
  if ((c == 0x200C || c == 0x200D) && !joins_after(out))
    return;
  append_utf8(out, c);
}

int digit_value(char c) {
  if (c >= '0' && c <= '9')
    return c - '0';
  if (c >= 'a' && c <= 'f')
    return c - 'a' + 10;
  if (c >= 'A' && c <= 'F')
    return c - 'A' + 10;
  return 99;
}

bool append_numeric(std::string& out, std::string_view raw, size_t& at) {
  size_t i = at + 2;
  const bool hex = i < raw.size() && (raw[i] == 'x' || raw[i] == 'X');
  if (hex)
    ++i;
  const int radix = hex ? 16 : 10;
  const size_t first = i;
  uint32_t code = 0;
  for (; i < raw.size() && digit_value(raw[i]) < radix; ++i)
    code = std::min<uint32_t>(code * radix + digit_value(raw[i]), 0x110000);
  if (i == first)
    return false;
  if (i < raw.size() && raw[i] == ';')
    ++i;
  at = i;
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
    code = 0xFFFD;
  append_visible(out, code);
  return true;
}

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

// The references nearly all texts make do with.
bool append_common(std::string& out, std::string_view raw, size_t& at) {
  struct Common {
    std::string_view source, character;
  };
  constexpr Common kCommon[] = {{"&lt;", "<"},    {"&gt;", ">"},        {"&amp;", "&"},
                                {"&quot;", "\""}, {"&nbsp;", "\u00A0"}, {"&apos;", "'"}};
  for (const Common& common : kCommon) {
    if (raw.compare(at, common.source.size(), common.source) != 0)
      continue;
    out += common.character;
    at += common.source.size();
    return true;
  }
  return false;
}

bool append_named(std::string& out, std::string_view raw, size_t& at, References references) {
  constexpr size_t kLongestName = 31; // CounterClockwiseContourIntegral
  const std::string_view rest = raw.substr(at + 1, kLongestName + 1);
  const size_t length = std::find_if_not(rest.begin(), rest.end(), is_alnum) - rest.begin();
  std::string characters;
  if (length < rest.size() && rest[length] == ';' &&
      append_html_entity(characters, rest.substr(0, length))) {
    at += length + 2;
  } else {
    const size_t prefix = references == References::Strict ? 0 : legacy_entity_prefix(rest);
    if (prefix == 0)
      return false;
    // A query string (&copy=2026, &region) is not a reference; 13.2.5.73 says so for attributes.
    if (references == References::Attribute && prefix < rest.size() &&
        (rest[prefix] == '=' || is_alnum(rest[prefix])))
      return false;
    const std::string_view name = rest.substr(0, prefix);
    const bool glued = prefix < length && (rest[prefix] | 0x20) >= 'a'; // &notes is no ¬es
    if (glued && name != "nbsp" && name != "quot") // these two no query string has
      return false;
    append_html_entity(characters, name);
    at += prefix + 1;
  }
  for (size_t i = 0; i < characters.size();)
    append_visible(out, next_code_point(characters, i));
  return true;
}

} // namespace

bool append_reference(std::string& out, std::string_view raw, size_t& at, References references) {
  if (references == References::None || at + 1 >= raw.size())
    return false;
  if (append_common(out, raw, at))
    return true;
  return raw[at + 1] == '#' ? append_numeric(out, raw, at) : append_named(out, raw, at, references);
}

void append_decoded(std::string& out, std::string_view raw, References references) {
  size_t at = 0;
  while (at < raw.size()) {
    size_t plain = at;
    while (plain < raw.size() && !kSpecial[static_cast<uint8_t>(raw[plain])])
      ++plain;
    out.append(raw, at, plain - at);
    at = plain;
    if (at == raw.size())
      break;
    if (raw[at] != '&')
      append_visible(out, next_code_point(raw, at));
    else if (!append_reference(out, raw, at, references))
      out += raw[at++];
  }
}

std::string decoded(std::string_view raw, References references) {
  std::string out;
  out.reserve(raw.size());
  append_decoded(out, raw, references);
  return out;
}

bool is_clean(std::string_view raw, References references) {
  for (size_t at = 0; at < raw.size();) {
    const auto byte = static_cast<uint8_t>(raw[at]);
    if (!kSpecial[byte]) {
      ++at;
    } else if (byte == '&') {
      if (references != References::None)
        return false;
      ++at;
    } else {
      const char32_t c = next_code_point(raw, at);
      if (is_control(c) || is_invisible(c) || c == 0x200C || c == 0x200D)
        return false;
    }
  }
  return true;
}

} // namespace heiban
