// greedy: lines filled one after the other, as a browser fills them.
// paragraph.cpp calls it for the profiles Strict and Css.
// It spreads and squeezes nothing.
#pragma once

#include "text/candidates.h"
#include "text/optimise.h"

#include <vector>

namespace heiban {

// As choose_breaks. A line-end mark gives its blank only where the line would not fit (Css).
void fill_lines(const std::vector<Candidate>& candidates, const Measures& measures,
                std::vector<uint32_t>& chosen);

} // namespace heiban
