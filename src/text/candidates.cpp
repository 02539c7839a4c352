#include "text/candidates.h"

#include "text/edge.h"

namespace heiban {
namespace {

constexpr float kDashAtLineStart = 3; // —— and …… may begin a line in Gb, but better not
constexpr float kReluctant = 30;      // worth two em spread over a line of twenty
constexpr int kMarksYieldFrom = 6;    // em: on narrower lines prohibitions hold at any price

} // namespace

inline bool Candidates::is_place(size_t at) const {
  const bool breakable = text_->levels[at] >= BreakLevel::Reluctant;
  return text_->spacing[at].gap > 0 || (breakable && may_spread(text_->classes, at));
}

inline void Candidates::add(Sums& sums, size_t at) const {
  const LineSlot& slot = text_->spacing[at];
  sums.width += slot.advance;
  sums.shrink += slot.shrink;
  sums.spread += is_place(at);
}

// What a line that ends before `at` has in it; `sums` are those before `at`.
inline void Candidates::take_end(Candidate& c, size_t at, Sums sums) const {
  const size_t visible = visible_end(text_->classes, from_, at);
  for (size_t i = at; i > visible; --i) {
    sums.width -= text_->spacing[i - 1].advance;
    sums.shrink -= text_->spacing[i - 1].shrink;
    sums.spread -= is_place(i - 1);
  }
  c.end = sums.width;
  c.end_shrink = sums.shrink;
  c.end_spread = sums.spread;
  if (visible == from_)
    return;
  const LineSlot& last = text_->spacing[visible - 1];
  if (last.cut == 0)
    return;
  c.end_cut = end_cut(text_->profile, text_->classes[visible - 1], last);
  if (text_->profile != TextProfile::Gb || c.end_cut == 0)
    return;
  c.end -= c.end_cut;
  c.end_shrink -= last.shrink;
  c.end_cut = 0;
}

// In place: the candidate is read again at once, wider than it was written.
inline void Candidates::append(size_t at, const Sums& before) {
  Candidate& c = all_.emplace_back();
  c.at = static_cast<uint32_t>(at);
  c.start = before.width;
  c.start_shrink = before.shrink;
  c.start_spread = before.spread;
  if (at < text_->spacing.size()) {
    const LineSlot& slot = text_->spacing[at];
    const CharClass kind = text_->classes[at];
    if (slot.gap > 0 || slot.cut > 0) {
      const int32_t cut = start_cut(text_->profile, kind, slot, first_ && at == from_);
      c.start += cut;
      c.start_shrink += cut > 0 ? slot.shrink : 0;
    }
    c.start_spread += is_place(at);
    const bool dash = kind == CharClass::Dash || kind == CharClass::Ellipsis;
    c.penalty = dash && at > from_ ? kDashAtLineStart : 0;
    if (text_->levels[at] == BreakLevel::Reluctant)
      c.penalty += kReluctant;
    c.inside = text_->levels[at] < BreakLevel::Reluctant && at > 0;
  }
  take_end(c, at, before);
}

// The line between the last two.
inline bool Candidates::too_wide() const {
  const LineSize size = line_between(all_[all_.size() - 2], all_.back());
  return size.natural - size.shrink > (all_.size() == 2 ? first_measure_ : measure_) &&
         text_->profile != TextProfile::Css; // a browser lets long words stand out
}

// Reaches `at` from the last candidate; where no line holds what lies between, opens it at the
// places of `level`, and what is still too wide at the next level down.
void Candidates::reach(size_t at, const Sums& before, BreakLevel level) {
  const BreakLevel lowest =
      measure_ >= kMarksYieldFrom * text_->em ? BreakLevel::Mark : BreakLevel::Core;
  append(at, before);
  if (level < lowest || !too_wide()) {
    last_ = before;
    return;
  }
  all_.pop_back();
  const auto lower = static_cast<BreakLevel>(static_cast<int>(level) - 1);
  const size_t start = all_.back().at;
  Sums sums = last_;
  for (size_t i = start; i < at; add(sums, i++))
    if (i > start && text_->levels[i] == level)
      reach(i, sums, lower);
  reach(at, before, lower);
}

bool Candidates::forget_reluctance() {
  bool any = false;
  for (Candidate& c : all_) {
    const bool reluctant = c.penalty >= kReluctant;
    c.penalty -= reluctant ? kReluctant : 0;
    any |= reluctant;
  }
  return any;
}

void Candidates::build(const AnalysedText& text, size_t from, size_t to, bool first,
                       int32_t first_measure, int32_t measure) {
  text_ = &text;
  from_ = from;
  first_ = first;
  first_measure_ = first_measure;
  measure_ = measure;
  all_.clear();
  last_ = {};
  append(from, last_);
  Sums sums;
  add(sums, from);
  for (size_t i = from + 1; i < to; add(sums, i++))
    if (text.levels[i] >= BreakLevel::Reluctant)
      reach(i, sums, BreakLevel::Joint);
  reach(to, sums, BreakLevel::Joint);
  text_ = nullptr;
}

} // namespace heiban
