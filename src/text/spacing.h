// Spacing: the blank in a text set on one endless line: 标点挤压 between neighbouring marks, the
// gap between Han and Latin, and what each place can still give away (TYPESETTING 6, 9, 10, 15).
// paragraph.cpp makes it from the cells; candidates.h sums it up, justify.h spends it.
// Line edges are not its matter: edge.h trims there.
#pragma once

#include "config/settings.h"
#include "text/cells.h"
#include "text/classes.h"

#include <string_view>
#include <vector>

namespace heiban {

// How shrinking and stretching take turns (TYPESETTING 19, 20).
enum class BlankKind : uint8_t { None, WordSpace, Dot, Bracket, Pause, Gap, Stop };
inline constexpr int kBlankKinds = 7;

struct LineSlot {
  int32_t advance = 0;               // 1/64 px, on an endless line; a gap before it included
  int32_t cut = 0;                   // of a mark: blank it still has (full minus half); else 0
  int32_t gap = 0;                   // Han–Latin gap before it
  BlankKind blank = BlankKind::None; // what it can give when a line is squeezed
  int32_t shrink = 0;                // and how much
};

struct SpacingStyle {
  TextProfile profile = TextProfile::Gb;
  int32_t em = 0;           // 1/64 px
  int32_t gap = 0;          // Han–Latin gap; 0: none
  bool pair_to_one = false; // two adjacent marks take 1 em instead of 1.5
};

using Spacing = std::vector<LineSlot>;

void space_out(const std::vector<CharClass>& classes, std::u32string_view text, const Cells& cells,
               const SpacingStyle& style, Spacing& spacing);

} // namespace heiban
