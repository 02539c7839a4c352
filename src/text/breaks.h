// BreakFinder: where a line may begin, by the rules of Chinese setting laid over Unicode's.
// paragraph.cpp asks it once for a text; `heiban layout --breaks` prints its answer.
// It measures nothing: which of the places are used is decided by optimise.h and greedy.h.
#pragma once

#include "config/settings.h"
#include "text/classes.h"
#include "text/icu_breaks.h"

#include <string_view>
#include <vector>

namespace heiban {

// How willingly a line begins at a place. Below Reluctant only where a unit is wider than a line.
enum class BreakLevel : uint8_t {
  Never,     // inside a cluster, —— or ……; before a space
  Mark,      // a mark would stand at a line edge where none may (TYPESETTING 1–3)
  Core,      // inside what is parted last: a figure, an address's host (TYPESETTING 5)
  Cluster,   // inside a word or a number; between pairs of a long row of — or …
  Joint,     // inside a unit, where its parts meet: 2026年|7月, a URL's separators
  Reluctant, // legal, but it parts what reads as one: an organ's short name in a 文号, 1000|mm
  Allowed,
  Forced, // the character before ends the line
};

class BreakFinder {
public:
  // levels[i] is for code point i as the first of a line; size text.size() + 1, the last Forced.
  // Css: as ICU has it, for `line-break: strict`. Strict: rules 1–8. Gb: without rule 3.
  void find(std::u32string_view text, const std::vector<CharClass>& classes, TextProfile profile,
            std::vector<BreakLevel>& levels);

  // Where a line of a text may begin: code points, without 0 and the length. Gb: with the marks as
  // they are set (TYPESETTING 28). Only places of the level `least` and above.
  std::vector<size_t> opportunities(std::string_view utf8, TextProfile profile,
                                    bool fullwidth_punctuation = true,
                                    BreakLevel least = BreakLevel::Reluctant);

  IcuBreaks& icu() { return icu_; }

private:
  void tailored(std::u32string_view text, const std::vector<CharClass>& classes, bool strict,
                std::vector<BreakLevel>& levels);
  void ask_icu(std::u32string_view text, const std::vector<CharClass>& classes,
               std::vector<BreakLevel>& levels);
  void whole_by_icu(std::u32string_view text, std::vector<BreakLevel>& levels);

  IcuBreaks icu_;
  std::vector<uint8_t> flags_, clusters_;
  std::vector<uint32_t> asked_;
};

} // namespace heiban
