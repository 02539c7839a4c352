#include "text/edge.h"

namespace heiban {
int32_t start_cut(TextProfile profile, CharClass c, const LineSlot& slot, bool first) {
  const bool trims = profile == TextProfile::Gb || (profile == TextProfile::Css && !first);
  return slot.gap + (trims && c == CharClass::Opening ? slot.cut : 0);
}

int32_t end_cut(TextProfile profile, CharClass c, const LineSlot& slot) {
  const bool print =
      profile == TextProfile::Gb && c >= CharClass::Closing && c <= CharClass::MiddleDot;
  // Chromium trims brackets and quotes there, commas and stops not.
  const bool browser = profile == TextProfile::Css && c == CharClass::Closing;
  return print || browser ? slot.cut : 0;
}

} // namespace heiban
