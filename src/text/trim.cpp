#include "text/trim.h"

namespace heiban {
namespace {

using enum CharClass;

constexpr bool is_middle(CharClass c) {
  return c == MiddleDot || c == WideSpace;
}

constexpr PairTrim browser(CharClass a, CharClass b) {
  const auto closes = [](CharClass c) { return c == Closing || c == Pause || c == Stop; };
  if (b == Opening && (a == Opening || closes(a) || is_middle(a)))
    return PairTrim::Second;
  if (closes(a) && (closes(b) || is_middle(b)))
    return PairTrim::First;
  return PairTrim::None;
}

constexpr PairTrim print(CharClass a, CharClass b) {
  const bool a_ends = a == Closing || a == Pause || a == Stop || a == Exclaim;
  const bool b_ends = b == Closing || b == Pause || b == Stop || b == Exclaim;
  if (b == Opening && (a == Opening || a_ends || is_middle(a)))
    return PairTrim::Second;
  if (a == Closing && (b_ends || is_middle(b)))
    return PairTrim::First;
  if (a_ends && b == Closing)
    return PairTrim::First;
  return PairTrim::None;
}

} // namespace

PairTrim pair_trim(TextProfile profile, CharClass a, CharClass b) {
  if (profile == TextProfile::Gb)
    return print(a, b);
  return profile == TextProfile::Css ? browser(a, b) : PairTrim::None;
}

bool is_narrow_opening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{';
}
bool is_narrow_closing(char32_t c) {
  return c == U')' || c == U']' || c == U'}';
}

} // namespace heiban
