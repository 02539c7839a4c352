// balance: a title's lines, even in length and broken between words (TYPESETTING 23).
// paragraph.cpp calls it where a style asks for it.
// It uses as few lines as the measure allows, and never one more for beauty's sake.
#pragma once

#include "text/candidates.h"
#include "text/icu_breaks.h"
#include "text/optimise.h"

#include <vector>

namespace heiban {

// As choose_breaks.
void balance_lines(const AnalysedText& text, const std::vector<Candidate>& candidates,
                   const Measures& measures, IcuBreaks& icu, std::vector<uint32_t>& chosen);

} // namespace heiban
