// break_pairs: the table of prohibitions: what may stand on either side of a line break.
// breaks.cpp reads it for every pair of neighbours.
// It sees two classes; what needs more context (spaces, hyphens, units) is breaks.cpp's.
#pragma once

#include "text/classes.h"

#include <array>

namespace heiban {

// The first are BreakLevel's.
enum class PairRule : uint8_t {
  Never,
  Mark,
  Core,
  Cluster,
  Joint,
  Reluctant,
  Allowed,
  Forced,
  Spaces,
  Hyphen,
  Ask
};

using PairTable = std::array<std::array<PairRule, kCharClasses>, kCharClasses>;

// `strict`: —— and …… begin no line (rule 3).
const PairTable& pair_table(bool strict);

// What may follow spaces at a line's start, whatever stood before them.
constexpr bool begins_no_line(CharClass c, bool strict) {
  switch (c) {
  case CharClass::NonStarter:
  case CharClass::Closing:
  case CharClass::Pause:
  case CharClass::Stop:
  case CharClass::Exclaim:
  case CharClass::MiddleDot:
  case CharClass::Connector:
  case CharClass::Hyphen:
  case CharClass::Solidus:
  case CharClass::Postfix:
    return true;
  case CharClass::Dash:
  case CharClass::Ellipsis:
    return strict;
  default:
    return false;
  }
}

} // namespace heiban
