#include "text/spacing.h"

#include "text/trim.h"

#include <algorithm>

namespace heiban {
namespace {

using enum CharClass;

BlankKind blank_of(CharClass c) {
  switch (c) {
  case Opening:
  case Closing:
    return BlankKind::Bracket;
  case Pause:
    return BlankKind::Pause;
  case Stop:
  case Exclaim:
    return BlankKind::Stop;
  case MiddleDot:
    return BlankKind::Dot;
  default:
    return BlankKind::None;
  }
}

bool meet_with_gap(CharClass a, CharClass b) {
  return (is_ideographic(a) && is_alphanumeric(b)) || (is_alphanumeric(a) && is_ideographic(b));
}

class Spacer {
public:
  Spacer(const std::vector<CharClass>& classes, std::u32string_view text, const Cells& cells,
         const SpacingStyle& style, Spacing& spacing)
      : classes_(classes), text_(text), cells_(cells), style_(style), spacing_(spacing) {}

  void run() {
    size_t before = kNone; // the last character that is not Joined or Hidden
    for (size_t i = 0; i < classes_.size();) {
      const CharClass here = classes_[i];
      LineSlot& slot = spacing_[i];
      slot = {cells_.at[i].advance, cells_.at[i].cut, 0, BlankKind::None, 0};
      if (here == Han && before != kNone && classes_[before] == Han) {
        before = i++;
        continue;
      }
      if (here == Joined || here == Hidden) {
        ++i;
        continue;
      }
      if (here == Space || here == FixedSpace) {
        i = spaces(i, before);
        continue;
      }
      if (before != kNone)
        pair(before, i);
      if (slot.cut > 0)
        give(slot, blank_of(here), slot.cut);
      before = i++;
    }
    pair_exclamations();
  }

private:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  void give(LineSlot& slot, BlankKind kind, int32_t amount) const {
    if (style_.profile != TextProfile::Gb || amount <= 0)
      return;
    slot.blank = kind;
    slot.shrink = amount;
  }

  void trim(LineSlot& slot) const {
    slot.advance -= slot.cut;
    slot.cut = slot.shrink = 0;
    slot.blank = BlankKind::None;
  }

  void add_gap(LineSlot& slot) const {
    if (style_.gap == 0)
      return;
    slot.gap = style_.gap;
    slot.advance += style_.gap;
    give(slot, BlankKind::Gap, style_.gap - style_.em / 8);
  }

  void pair(size_t a, size_t b) const {
    const CharClass first = classes_[a], second = classes_[b];
    if (meet_with_gap(first, second))
      return add_gap(spacing_[b]);
    PairTrim which = pair_trim(style_.profile, first, second);
    if (style_.profile == TextProfile::Css && which == PairTrim::None) {
      if (second == Opening && is_narrow_opening(text_[a]))
        which = PairTrim::Second;
      if (first >= Closing && first <= Stop && is_narrow_closing(text_[b]))
        which = PairTrim::First;
    }
    if (which == PairTrim::First)
      trim(spacing_[a]);
    if (which != PairTrim::Second)
      return;
    trim(spacing_[b]);
    if (style_.pair_to_one && first >= Closing && first <= Exclaim)
      trim(spacing_[a]);
  }

  // Author's spaces between Han and Latin give way to the gap, beside a mark to its blank; others
  // are word spaces. Returns the end of the run.
  size_t spaces(size_t i, size_t& before) {
    size_t end = i;
    while (end < classes_.size() && (classes_[end] == Space || classes_[end] == FixedSpace))
      ++end;
    for (size_t s = i; s < end; ++s)
      spacing_[s] = {cells_.at[s].advance, 0, 0, BlankKind::None, 0};
    const bool inside = before != kNone && end < classes_.size();
    const CharClass first = inside ? classes_[before] : Other;
    const CharClass second = inside ? classes_[end] : Other;
    if (style_.profile == TextProfile::Css)
      return collapse(i, end, before);
    const bool gap = meet_with_gap(first, second);
    const auto blank_beside = [](CharClass c) { return c >= Opening && c <= Exclaim; };
    if (style_.profile != TextProfile::Gb ||
        (!gap && !(inside && (blank_beside(first) || blank_beside(second))))) {
      for (size_t s = i; s < end; ++s)
        give(spacing_[s], BlankKind::WordSpace, spacing_[s].advance - style_.em / 4);
      before = end - 1;
      return end;
    }
    for (size_t s = i; s < end; ++s)
      spacing_[s].advance = 0;
    if (!gap)
      return end; // the mark meets what follows the spaces
    spacing_[end] = {cells_.at[end].advance, cells_.at[end].cut, 0, BlankKind::None, 0};
    add_gap(spacing_[end]);
    before = end;
    return end + 1;
  }

  size_t collapse(size_t i, size_t end, size_t& before) const {
    for (size_t s = before == kNone ? i : i + 1; s < end; ++s)
      spacing_[s].advance = 0;
    before = end - 1;
    return end;
  }

  // ！！ and ？！ take one em together, ！！！ two (rule 6).
  void pair_exclamations() const {
    if (style_.profile == TextProfile::Css)
      return;
    for (size_t i = 0; i + 1 < classes_.size(); ++i) {
      if (classes_[i] != Exclaim || classes_[i + 1] != Exclaim)
        continue;
      trim(spacing_[i]);
      trim(spacing_[i + 1]);
      ++i;
    }
  }

  const std::vector<CharClass>& classes_;
  std::u32string_view text_;
  const Cells& cells_;
  const SpacingStyle& style_;
  Spacing& spacing_;
};

} // namespace

void space_out(const std::vector<CharClass>& classes, std::u32string_view text, const Cells& cells,
               const SpacingStyle& style, Spacing& spacing) {
  spacing.resize(classes.size());
  Spacer(classes, text, cells, style, spacing).run();
}

} // namespace heiban
