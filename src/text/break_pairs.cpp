#include "text/break_pairs.h"

namespace heiban {
namespace {

using enum CharClass;

constexpr bool is_blank(CharClass c) {
  return c == Space || c == WideSpace || c == Tab;
}
constexpr bool is_ended(CharClass c) {
  return c >= Closing && c <= Exclaim;
}

// Rules that hold for the second of the pair whatever the first is.
constexpr PairRule by_second(CharClass a, CharClass b, bool strict) {
  const bool visible = b != Joined && b != Break && b != Hidden && !is_blank(b);
  if (!visible || a == Hidden) // Hidden: nothing visible stands before
    return PairRule::Never;
  if (a == b && (b == Dash || b == Ellipsis))
    return PairRule::Never; // rule 4
  if (begins_no_line(b, strict))
    return PairRule::Mark; // rules 1, 3
  if (a == FixedSpace || b == FixedSpace)
    return PairRule::Cluster;
  return PairRule::Ask;
}

constexpr PairRule by_first(CharClass a, CharClass b) {
  const bool western = is_alphanumeric(b);
  const bool plain = is_ideographic(b) || b == Opening || b == Dash || b == Ellipsis;
  if (a == Opening || a == Solidus)
    return PairRule::Mark; // rule 2
  if (a == Prefix)
    return b == Digit || b == Letter ? PairRule::Cluster : PairRule::Mark;
  if (a == MiddleDot)
    return PairRule::Joint; // rule 7
  if (a == Hyphen)
    return b == Letter  ? PairRule::Hyphen
           : b == Digit ? PairRule::Cluster
           : plain      ? PairRule::Allowed
                        : PairRule::Ask;
  if (a == Postfix && (western || b == Prefix))
    return PairRule::Cluster;
  if (plain && a != Other && a != AsciiMark)
    return PairRule::Allowed;
  if (is_alphanumeric(a) && (western || b == Prefix)) // rules 5, 16
    return a == OtherLetter || b == OtherLetter ? PairRule::Ask : PairRule::Cluster;
  const bool open =
      is_ideographic(a) || is_ended(a) || a == Connector || a == Dash || a == Ellipsis;
  return open && (western || b == Prefix) ? PairRule::Allowed : PairRule::Ask;
}

constexpr PairRule rule_of(CharClass a, CharClass b, bool strict) {
  if (a == Break)
    return PairRule::Forced;
  const PairRule second = by_second(a, b, strict);
  if (is_blank(a))
    return second == PairRule::Never ? second : PairRule::Spaces;
  if (second != PairRule::Ask || a == Joined)
    return second;
  return by_first(a, b);
}

constexpr PairTable make(bool strict) {
  PairTable table{};
  for (size_t a = 0; a < kCharClasses; ++a)
    for (size_t b = 0; b < kCharClasses; ++b)
      table[a][b] = rule_of(static_cast<CharClass>(a), static_cast<CharClass>(b), strict);
  return table;
}

constexpr PairTable kStrict = make(true), kGb = make(false);

} // namespace

const PairTable& pair_table(bool strict) {
  return strict ? kStrict : kGb;
}

} // namespace heiban
