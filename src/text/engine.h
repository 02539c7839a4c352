// TextEngine: what a FontSet keeps between paragraphs so that setting one costs no set-up: shaping
// caches, ICU's iterators and the memory of the stages.
// paragraph.cpp runs the stages over it; opened_fonts.h owns it. One thread.
// It carries nothing from one paragraph to the next but caches and capacity.
#pragma once

#include "text/breaks.h"
#include "text/candidates.h"
#include "text/cells.h"
#include "text/paragraph.h"
#include "text/shaper.h"
#include "text/spacing.h"

#include <string>
#include <vector>

namespace heiban {

struct Scratch {
  std::u32string source, shown; // the text as stored, and with rule 28's marks
  std::vector<CharClass> classes;
  std::vector<BreakLevel> breaks;
  Cells cells;
  Spacing spacing;
  Candidates candidates;
  std::vector<TextLine> lines, spare; // storage for lines that are handed over and done with
};

class TextEngine {
public:
  TextEngine(std::vector<std::unique_ptr<HbFace>> faces, Shaper::Chains chains)
      : shaper(std::move(faces), std::move(chains)) {}

  Shaper shaper;
  BreakFinder breaks;
  Scratch scratch;
};

} // namespace heiban
