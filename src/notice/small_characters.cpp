#include "notice/small_characters.h"

#include "base/utf8.h"

namespace heiban {
namespace {

std::string mapped(std::string_view text, std::u32string_view from, std::u32string_view to) {
  std::string out;
  for (const char32_t c : to_utf32(trim(text))) {
    const size_t at = from.find(c);
    if (at == from.npos)
      return {};
    append_utf8(out, to[at]);
  }
  return out;
}

} // namespace

std::string raised(std::string_view text) {
  return mapped(text, U"0123456789+-−()n", U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ");
}

std::string lowered(std::string_view text) {
  return mapped(text, U"0123456789+-−()", U"₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎");
}

} // namespace heiban
