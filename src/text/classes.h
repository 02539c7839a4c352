// CharClass: what a character is in Chinese setting: a Han, a mark of some kind, a letter, a digit.
// Every stage of text/ asks it; the table of marks in classes.cpp is the rules' vocabulary
// (clreq 3.1; GB/T 15834-2011 §5).
// It knows single characters only: pairs are breaks.h's and trim.h's, units are units.h's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace heiban {

enum class CharClass : uint8_t {
  Other,       // not named below: ICU says where a line may break
  OtherLetter, // letters and their marks of scripts that are neither Latin nor ideographic
  Han,
  Kana,       // kana, Bopomofo and other wide ideographic characters that are not Han
  NonStarter, // 々 ゝ and small kana: ideographs that begin no line
  Opening,    // （《“: blank on the left
  Closing,    // ）》”: blank on the right
  Pause,      // ，、；：
  Stop,       // 。．
  Exclaim,    // ！？‼⁇
  MiddleDot,  // · ・ ‧: blank on both sides
  Connector,  // ～ – －: between two things
  Hyphen,     // - ‐
  Dash,       // — ⸺: 破折号 where two stand together or the glyph is two em
  Ellipsis,   // … ⋯
  Solidus,    // / ／
  Postfix,    // % ‰ ° ℃: belong to what stands before
  Prefix,     // ¥ ￥ + ±: belong to what follows
  Letter,     // Latin
  Digit,      // 0–9
  AsciiMark,  // ASCII punctuation that no rule above names
  Space,
  WideSpace,  // U+3000
  FixedSpace, // U+00A0: joins its neighbours
  Tab,
  Break,  // characters after which a line must end
  Joined, // combining marks, variation selectors, joiners: stay with their base
  Hidden, // control and format characters: no width, no glyph
};
inline constexpr size_t kCharClasses = static_cast<size_t>(CharClass::Hidden) + 1;

// The class of a character that stands alone.
CharClass class_of(char32_t c);

// The classes of a whole text, with single — told from ——, and an apostrophe from a closing quote.
void classify(std::u32string_view text, std::vector<CharClass>& classes);

// Ideographs in the sense of the Han–Latin gap (CSS Text 4 §ideographs).
constexpr bool is_ideographic(CharClass c) {
  return c == CharClass::Han || c == CharClass::Kana || c == CharClass::NonStarter;
}
constexpr bool is_alphanumeric(CharClass c) {
  return c == CharClass::Letter || c == CharClass::Digit || c == CharClass::OtherLetter;
}
// Marks that are set with blank in their full width.
constexpr bool is_spaced_mark(CharClass c) {
  return c >= CharClass::Opening && c <= CharClass::MiddleDot;
}

} // namespace heiban
