// edge: what a line's two edges take away: the gap and the opening mark's blank at its start, the
// blank of the mark at its end, and spaces (TYPESETTING 11, 12, 15).
// candidates.h measures with it and justify.h sets with it, so that both mean the same line.
// It decides no break.
#pragma once

#include "text/spacing.h"

namespace heiban {

// Characters that leave nothing behind at a line's end. What a Joined one joins is visible; it has
// no width of its own.
constexpr bool vanishes_at_end(CharClass c) {
  return c >= CharClass::Space;
}

// The end of what is visible of a line that ends before `end`: without trailing spaces.
inline size_t visible_end(const std::vector<CharClass>& classes, size_t start, size_t end) {
  while (end > start && vanishes_at_end(classes[end - 1]))
    --end;
  return end;
}

// Blank lost by the character that begins a line. `first`: the paragraph's first line.
int32_t start_cut(TextProfile profile, CharClass c, const LineSlot& slot, bool first);

// Blank that the last visible character of a line loses (Gb), or may lose (Css).
int32_t end_cut(TextProfile profile, CharClass c, const LineSlot& slot);

// Connectors, dashes and solidi stand close to their neighbours (TYPESETTING 20).
constexpr bool is_tight(CharClass c) {
  return c == CharClass::Connector || c == CharClass::Hyphen || c == CharClass::Solidus ||
         c == CharClass::Dash || c == CharClass::MiddleDot;
}

// Places where a justified line may be spread beyond word spaces and gaps.
inline bool may_spread(const std::vector<CharClass>& classes, size_t at) {
  return at > 0 && !is_tight(classes[at - 1]) && !is_tight(classes[at]);
}

} // namespace heiban
