// What kind of character a code point is, as far as reading a notice's text needs to know.
// The readers of notice ask it.
// It is no Unicode database: blanks, invisibles, Han and marks of Chinese text, digits.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

inline bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

// White space that HTML collapses.
inline bool is_collapsible(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// White space that HTML keeps, and authors align with.
inline bool is_pad(char32_t c) {
  return c == 0xA0 || c == 0x3000 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3164;
}

inline bool is_blank(char32_t c) {
  return is_collapsible(c) || is_pad(c);
}

// Bidi controls, zero-width characters and other controls. Joiners (200C, 200D) are not among them:
// Uyghur and Mongolian need them.
inline bool is_invisible(char32_t c) {
  return c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0xAD || c == 0x61C || c == 0x180E ||
         (c < 0x20 && !is_collapsible(c)) || (c >= 0x7F && c < 0xA0) || c == 0xFFF9 ||
         c == 0xFFFA || c == 0xFFFB || (c & 0xFFFE) == 0xFFFE;
}

inline bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

inline bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007 ||
         c == 0x3005 || (c >= 0x20000 && c <= 0x3FFFF);
}

// Han and the marks of Chinese text: between them a line end in the source is no space.
inline bool is_chinese(char32_t c) {
  return is_han(c) || (c >= 0x2E80 && c <= 0x33FF && c != 0x3000) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || is_one_of(c, U"“”‘’…—·");
}

inline int digit_value(char32_t c) { // 0 … 9 in half and full width, else −1
  if (c >= '0' && c <= '9')
    return static_cast<int>(c - '0');
  return c >= 0xFF10 && c <= 0xFF19 ? static_cast<int>(c - 0xFF10) : -1;
}

inline bool is_digit(char32_t c) {
  return digit_value(c) >= 0;
}

inline bool ends_sentence(char32_t c) {
  return is_one_of(c, U"。！？!?；;");
}

// `s` without any blank or invisible character: what two spellings of a title are compared by.
std::u32string without_blanks(std::u32string_view s);

} // namespace heiban
