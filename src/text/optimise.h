// optimise: the breaks of a stretch of text chosen together, so that its lines are as even as the
// rules allow (TYPESETTING 18–22).
// paragraph.cpp calls it for Gb; greedy.h serves the other profiles.
// It moves no glyph: the lines are set by justify.h. Linear in the text for any measure.
#pragma once

#include "text/candidates.h"

#include <vector>

namespace heiban {

struct Measures {
  int32_t first = 0, rest = 0; // 1/64 px, of the line at the stretch's start, of the others
  bool justified = true;       // short lines will be spread
  bool filled = true;          // and fill the measure, however far (justify.h, body)
  double loosest = 0;          // em: a line whose places need more is left ragged; 0: none is
  bool runts_last = false;     // a runt is worse than lines spread beyond rule 20's limits
  bool ends = true;            // the stretch ends the paragraph: its last line may be short
  // The last line must not begin behind this code point, or it holds fewer than two Han (rule 21).
  size_t last_line_from = SIZE_MAX;
};

// Indices into `candidates` where lines begin: the first is 0, the last is the stretch's end.
void choose_breaks(const std::vector<Candidate>& candidates, const Measures& measures, int32_t em,
                   std::vector<uint32_t>& chosen);

} // namespace heiban
