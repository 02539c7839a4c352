#include "page/ruler.h"

#include "base/utf8.h"
#include "text/paragraph.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kReferencePx = 200;  // size the ASCII advances are taken at
constexpr int kGap = kMilliEm / 4; // Han–Latin gap at its widest (TYPESETTING 15)
constexpr int kRounding = 2;       // a character's share of rounding to 1/64 px

bool is_alphanumeric(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}
bool is_wide(char32_t c) {
  return c >= 0x2E80;
}
bool is_word(char32_t c) {
  return c > ' ' && c < 0x2000 && c != '/' && c != '-';
}

} // namespace

Ruler::Ruler(FontSet& fonts, FontRole role) {
  ascii_.fill(0);
  for (char c = ' '; c < 127; ++c) {
    const Px64 width = measure_line(fonts, std::string_view(&c, 1), role, kReferencePx);
    // A twentieth for pairs that kerning pushes apart.
    const int milli_em = width.raw * kMilliEm / (kReferencePx * 64);
    ascii_[static_cast<size_t>(c)] = milli_em + milli_em / 20 + kRounding;
  }
}

int Ruler::advance(char32_t c) const {
  if (c < 128)
    return ascii_[c];
  if (c < 0x2000)
    return kMilliEm * 6 / 5; // Latin with marks, Cyrillic, Uyghur …
  if (c >= 0x1F000 && c < 0x20000)
    return kMilliEm * 3 / 2; // emoji
  return kMilliEm + kRounding;
}

int Ruler::width(std::string_view utf8) const {
  int64_t sum = 0;
  bool last_wide = false, last_letter = false;
  for (size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    const char32_t c = byte < 128 ? (++at, byte) : next_code_point(utf8, at);
    const bool wide = is_wide(c), letter = is_alphanumeric(c) || (c >= 128 && c < 0x2000);
    if ((last_wide && letter) || (last_letter && wide))
      sum += kGap;
    last_wide = wide;
    last_letter = letter;
    sum += advance(c);
  }
  return static_cast<int>(std::min<int64_t>(sum, 1 << 30));
}

int Ruler::longest_word(std::string_view utf8) const {
  int longest = 0, word = 0;
  for (size_t at = 0; at < utf8.size();) {
    const char32_t c = next_code_point(utf8, at);
    word = is_word(c) ? word + advance(c) : 0;
    longest = std::max({longest, word, advance(c)});
  }
  return longest;
}

int Ruler::longest_unit(std::string_view utf8) const {
  std::vector<size_t> starts = unit_starts(utf8);
  starts.push_back(std::string_view::npos);
  int longest = 0;
  size_t from = 0, at = 0; // bytes
  size_t code_point = 0;
  for (const size_t start : starts) {
    for (; at < utf8.size() && code_point < start; ++code_point)
      next_code_point(utf8, at);
    longest = std::max(longest, width(utf8.substr(from, at - from)));
    from = at;
  }
  return longest;
}

} // namespace heiban
