#include "text/justify.h"

#include "text/edge.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr BlankKind kShrinkOrder[] = {BlankKind::WordSpace, BlankKind::Dot, BlankKind::Bracket,
                                      BlankKind::Pause,     BlankKind::Gap, BlankKind::Stop};
constexpr int kRepeated = 16; // a last line repeats spacing up to 1/16 em; wider is no pattern

class Fitter {
public:
  Fitter(const AnalysedText& text, const LineTask& task, TextLine& line)
      : text_(text), task_(task), line_(line),
        visible_(visible_end(text.classes, task.start, task.end)) {}

  int32_t fit() {
    take_natural();
    const int32_t over = line_.width.raw - task_.measure;
    int32_t spread = 0;
    if (over > 0)
      squeeze(over);
    else if (over < 0 && text_.profile == TextProfile::Gb)
      spread = widen(-over);
    return spread;
  }

private:
  const LineSlot& slot(size_t i) const { return text_.spacing[i]; }
  int32_t& advance(size_t i) { return line_.advances[i - task_.start].raw; }

  void take_natural() {
    line_.start = task_.start;
    line_.end = task_.end;
    line_.advances.assign(task_.end - task_.start, Px64{});
    int32_t width = 0;
    for (size_t i = task_.start; i < visible_; ++i) {
      advance(i) = slot(i).advance;
      width += slot(i).advance;
      has_spaces_ |= text_.classes[i] == CharClass::Space;
      if (slot(i).gap > 0 && i > task_.start)
        line_.gaps.push_back({i, Px64{slot(i).gap}});
    }
    line_.width.raw = width;
    if (visible_ == task_.start)
      return;
    start_cut_ =
        start_cut(text_.profile, text_.classes[task_.start], slot(task_.start), task_.first);
    take(task_.start, start_cut_);
    const size_t last = visible_ - 1;
    if (text_.profile != TextProfile::Gb && line_.width.raw <= task_.measure)
      return;
    end_cut_ = end_cut(text_.profile, text_.classes[last], slot(last));
    take(last, end_cut_);
  }

  void take(size_t i, int32_t amount) {
    advance(i) -= amount;
    line_.width.raw -= amount;
  }

  // What place `i` can still give: nothing where an edge has taken it already.
  int32_t shrink_at(size_t i) const {
    if ((i == task_.start && start_cut_ > 0) || (i + 1 == visible_ && end_cut_ > 0))
      return 0;
    return slot(i).shrink;
  }

  void squeeze(int32_t over) {
    for (const BlankKind kind : kShrinkOrder) {
      int32_t most = 0;
      for (size_t i = task_.start; i < visible_; ++i)
        if (slot(i).blank == kind)
          most += shrink_at(i);
      if (most == 0)
        continue;
      const int32_t amount = std::min(over, most);
      int64_t seen = 0, given = 0;
      for (size_t i = task_.start; i < visible_; ++i) {
        if (slot(i).blank != kind)
          continue;
        seen += shrink_at(i);
        const int64_t share = seen * amount / most - given;
        take(i, static_cast<int32_t>(share));
        if (kind == BlankKind::Gap && share > 0)
          gap(i).raw -= static_cast<int32_t>(share);
        given += share;
      }
      over -= amount;
      if (over == 0)
        return;
    }
  }

  // Adds `amount` evenly at the places where `is_place` holds, at most `most` at each (0: no
  // limit).
  template <class IsPlace>
  int32_t spread(int32_t amount, int32_t most, IsPlace is_place) {
    int32_t places = 0;
    for (size_t i = task_.start + 1; i < visible_; ++i)
      places += is_place(i);
    if (places == 0)
      return 0;
    if (most > 0)
      amount = static_cast<int32_t>(std::min<int64_t>(amount, int64_t{most} * places));
    int64_t seen = 0, given = 0;
    for (size_t i = task_.start + 1; i < visible_; ++i) {
      if (!is_place(i))
        continue;
      const int64_t share = ++seen * amount / places - given;
      grow(i, static_cast<int32_t>(share));
      given += share;
    }
    line_.width.raw += amount;
    return amount;
  }

  // A gap grows itself; elsewhere the space follows the first of the two characters.
  void grow(size_t i, int32_t amount) {
    if (!is_gap(i)) {
      advance(i - 1) += amount;
      return;
    }
    advance(i) += amount;
    gap(i).raw += amount;
  }

  Px64& gap(size_t i) {
    const auto at = std::lower_bound(line_.gaps.begin(), line_.gaps.end(), i,
                                     [](const LineGap& g, size_t place) { return g.at < place; });
    return at->width;
  }

  bool is_word_space(size_t i) const { // the place behind it
    return text_.classes[i - 1] == CharClass::Space && slot(i - 1).advance > 0 &&
           text_.classes[i] != CharClass::Space;
  }
  bool is_gap(size_t i) const { return slot(i).gap > 0; }
  bool is_break(size_t i) const {
    return text_.levels[i] >= BreakLevel::Reluctant && !is_gap(i) && !is_word_space(i) &&
           may_spread(text_.classes, i);
  }

  int32_t widen(int32_t room) {
    if (!task_.justified)
      return 0;
    if (!task_.last)
      return fill(room);
    if (task_.spread_before > text_.em / kRepeated)
      return 0;
    const auto between = [this](size_t i) { return is_break(i); };
    const int64_t wanted = int64_t{task_.spread_before} * count(between);
    if (wanted > 0 && wanted <= room)
      spread(static_cast<int32_t>(wanted), 0, between);
    return 0;
  }

  int32_t fill(int32_t room) {
    const int32_t half = text_.em / 2;
    const auto word = [this](size_t i) { return is_word_space(i); };
    const auto gap_place = [this](size_t i) { return is_gap(i); };
    const auto between = [this](size_t i) { return is_break(i); };
    if (task_.loosest > 0) {
      const int64_t most = int64_t{half - text_.em / 3} * count(word) +
                           int64_t{half - text_.em / 4} * count(gap_place) +
                           int64_t{task_.loosest} * count(between);
      if (room > most)
        return 0;
    }
    if (has_spaces_)
      room -= spread(room, half - text_.em / 3, word);
    if (room > 0 && !line_.gaps.empty())
      room -= spread(room, half - text_.em / 4, gap_place);
    if (room == 0)
      return 0;
    const int32_t before = room;
    room -= spread(room, half, between);
    const int32_t places = count(between), each = places > 0 ? (before - room) / places : 0;
    if (room > 0 && task_.body)
      force(room);
    return each;
  }

  template <class IsPlace>
  int32_t count(IsPlace is_place) const {
    int32_t places = 0;
    for (size_t i = task_.start + 1; i < visible_; ++i)
      places += is_place(i);
    return places;
  }

  // A body line equals its measure whatever it holds: beyond the limits, every place grows; where
  // there is none, the parts of a unit; where the line is one word, its letters.
  void force(int32_t room) {
    const auto any = [this](size_t i) { return is_break(i) || is_gap(i) || is_word_space(i); };
    const auto joint = [this](size_t i) { return text_.levels[i] >= BreakLevel::Joint; };
    const auto cluster = [this](size_t i) { return text_.levels[i] >= BreakLevel::Cluster; };
    const auto mark = [this](size_t i) { return text_.levels[i] >= BreakLevel::Mark; };
    room -= spread(room, 0, any);
    if (room > 0)
      room -= spread(room, 0, joint);
    if (room > 0)
      room -= spread(room, 0, cluster);
    if (room > 0)
      spread(room, 0, mark);
  }

  const AnalysedText& text_;
  const LineTask& task_;
  TextLine& line_;
  size_t visible_;
  bool has_spaces_ = false;
  int32_t start_cut_ = 0, end_cut_ = 0;
};

} // namespace

int32_t fit_line(const AnalysedText& text, const LineTask& task, TextLine& line) {
  return Fitter(text, task, line).fit();
}

} // namespace heiban
