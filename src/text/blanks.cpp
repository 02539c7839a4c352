#include "text/blanks.h"

#include "text/edge.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kLeftForText = 4; // em of a line that begins with blanks

class Curber {
public:
  Curber(const std::vector<CharClass>& classes, size_t from, const BlankLimits& limits,
         Spacing& spacing)
      : classes_(classes), from_(from), limits_(limits), spacing_(spacing) {}

  // One unit: between its ends no line may begin.
  void curb(size_t start, size_t end) {
    const size_t lead = start == from_ ? run_end(start, end) : start;
    const int32_t measure = start == from_ ? limits_.first : limits_.rest;
    int32_t text = width(lead, visible_end(classes_, start, end));
    if (lead > start && lead < end) {
      const int32_t left = std::max(text, kLeftForText * limits_.em);
      keep(start, lead, measure - (left <= measure ? left : kLeftForText * limits_.em));
    }
    if (text <= measure)
      return;
    for (size_t i = lead; i < end && text > measure;) {
      const size_t blanks = run_end(i, end);
      if (const int32_t had = width(i, blanks); had > limits_.em) {
        keep(i, blanks, std::max(limits_.em, had - (text - measure)));
        text -= had - width(i, blanks);
      }
      i = std::max(blanks, i + 1);
    }
  }

private:
  bool is_blank(size_t i) const {
    return classes_[i] >= CharClass::Space && classes_[i] <= CharClass::Tab;
  }

  // What joins a blank or is invisible parts no run of blanks.
  size_t run_end(size_t i, size_t end) const {
    while (i < end && (is_blank(i) || classes_[i] > CharClass::Break))
      ++i;
    return i;
  }

  int32_t width(size_t from, size_t to) const {
    int32_t sum = 0;
    for (size_t i = from; i < to; ++i)
      sum += spacing_[i].advance;
    return sum;
  }

  void keep(size_t from, size_t to, int32_t most) {
    for (size_t i = from; i < to; ++i) {
      LineSlot& slot = spacing_[i];
      if (is_blank(i) && slot.advance > most)
        slot = {std::max(0, most), 0, 0, BlankKind::None, 0};
      most -= slot.advance;
    }
  }

  const std::vector<CharClass>& classes_;
  size_t from_;
  const BlankLimits& limits_;
  Spacing& spacing_;
};

} // namespace

void curb_blanks(const std::vector<CharClass>& classes, const std::vector<BreakLevel>& levels,
                 size_t from, size_t to, const BlankLimits& limits, Spacing& spacing) {
  Curber curber(classes, from, limits, spacing);
  for (size_t start = from; start < to;) {
    size_t end = start + 1;
    while (end < to && levels[end] < BreakLevel::Reluctant)
      ++end;
    curber.curb(start, end);
    start = end;
  }
}

} // namespace heiban
