// blanks: typed blanks that would keep a unit from every line: a paragraph that begins with three
// hundred spaces, a form's line of them behind a bracket.
// paragraph.cpp calls it where a text has that much blank, before breaks are chosen.
// It adds none and chooses no break; what fits stands as it was typed.
#pragma once

#include "text/breaks.h"
#include "text/spacing.h"

#include <vector>

namespace heiban {

struct BlankLimits {
  int32_t first = 0, rest = 0; // measures of the line at `from` and of the others, 1/64 px
  int32_t em = 0;
};

// A unit of the code points [from, to) that is wider than a line for the blanks in it has so much
// less of them. Those that begin the stretch leave the line four em, as an indent does.
void curb_blanks(const std::vector<CharClass>& classes, const std::vector<BreakLevel>& levels,
                 size_t from, size_t to, const BlankLimits& limits, Spacing& spacing);

} // namespace heiban
