// justify: one line's advances: edges trimmed, then squeezed or spread to the measure in the order
// of TYPESETTING 19 and 20, in whole 1/64 px that add up exactly.
// paragraph.cpp calls it for every line; place.h draws by its advances.
// It chooses no break and makes no glyph.
#pragma once

#include "text/candidates.h"
#include "text/paragraph.h"

namespace heiban {

struct LineTask {
  size_t start = 0, end = 0; // code points
  bool first = false;        // of the paragraph
  bool last = false;         // of the paragraph, or before a forced break: not spread
  bool justified = true;
  bool body = false;         // of a column wide enough that its lines are all equal
  int32_t measure = 0;       // 1/64 px
  int32_t loosest = 0;       // of spread at a place: a line that needs more is left ragged; 0: none
  int32_t spread_before = 0; // what the line before got at each place, for a last line (rule 21)
};

// Fills line.start, end, width, advances and gaps. Returns what each place was spread by.
int32_t fit_line(const AnalysedText& text, const LineTask& task, TextLine& line);

} // namespace heiban
