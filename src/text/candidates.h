// Candidates: the places where lines of a stretch of text may begin and end, with running sums, so
// that any line between two of them is measured in constant time.
// paragraph.cpp builds them window by window; optimise.h and greedy.h choose among them.
// They choose nothing. A unit wider than the line is opened at its joints, then at its clusters.
#pragma once

#include "text/breaks.h"
#include "text/spacing.h"

#include <string_view>
#include <vector>

namespace heiban {

struct Candidate {
  uint32_t at = 0;                          // the code point that would begin the next line
  int32_t start = 0, start_shrink = 0;      // sums before a line that begins here
  int32_t end = 0, end_shrink = 0;          // sums up to the end of a line that ends here
  int32_t start_spread = 0, end_spread = 0; // places where a line may be spread
  int32_t end_cut = 0;                      // what the last mark may still give (Css)
  float penalty = 0;                        // of a line beginning here
  bool inside = false;                      // a unit, which no line holds
};

// The line from one candidate to a later one.
struct LineSize {
  int32_t natural, shrink, spread; // 1/64 px, 1/64 px, places
};
constexpr LineSize line_between(const Candidate& from, const Candidate& to) {
  return {to.end - from.start, to.end_shrink - from.start_shrink,
          to.end_spread - from.start_spread};
}

struct AnalysedText { // all arrays as long as the text; levels one longer
  std::u32string_view text;
  const std::vector<CharClass>& classes;
  const std::vector<BreakLevel>& levels;
  const Spacing& spacing;
  TextProfile profile;
  int32_t em; // 1/64 px
};

class Candidates {
public:
  // Of the code points [from, to). `first`: `from` begins the paragraph. A line of the stretch is
  // at most `first_measure` wide where it begins at `from`, else `measure`.
  void build(const AnalysedText& text, size_t from, size_t to, bool first, int32_t first_measure,
             int32_t measure);

  const std::vector<Candidate>& all() const { return all_; }

  // From here on a reluctant break costs no more than another. False: there is none.
  bool forget_reluctance();

private:
  struct Sums {
    int32_t width = 0, shrink = 0, spread = 0;
  };
  bool is_place(size_t at) const; // for spreading, before `at`
  void add(Sums& sums, size_t at) const;
  void append(size_t at, const Sums& before);
  void take_end(Candidate& c, size_t at, Sums sums) const;
  bool too_wide() const;
  void reach(size_t at, const Sums& before, BreakLevel level);

  std::vector<Candidate> all_;
  const AnalysedText* text_ = nullptr; // while building
  Sums last_;                          // before the last candidate
  size_t from_ = 0;
  bool first_ = false;
  int32_t first_measure_ = 0, measure_ = 0;
};

} // namespace heiban
