#include "text/paragraph.h"

#include "base/utf8.h"
#include "text/balance.h"
#include "text/blanks.h"
#include "text/decode.h"
#include "text/engine.h"
#include "text/fullwidth.h"
#include "text/greedy.h"
#include "text/icu_properties.h"
#include "text/justify.h"
#include "text/optimise.h"
#include "text/place.h"
#include "text/words.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace heiban {
namespace {

constexpr size_t kWindow = 4096; // code points whose breaks are chosen together
constexpr size_t kKeptBack = 8;  // lines at a window's end that the next window chooses again
// Bytes analysed together. No paragraph is longer; memory is bounded by setting one that is in
// parts, each from the line where the one before was sure of its lines.
constexpr size_t kMostTogether = 1u << 18;
constexpr size_t kHandedOver = 1024; // lines, while their part goes on
constexpr size_t kLeastLeft = 2 * kKeptBack + 1, kMostSpare = 2048; // lines
constexpr int kBodyEm = 12;          // narrower lines are not spread beyond half an em a place
constexpr int kNarrowEm = 5;         // where a lone Han beside a word is company enough
constexpr int kFiguresOfHan = 3;     // a last line of six figures is as good as one of two Han
constexpr int kBlankEm = 2;          // of typed blanks in a text: less stands in no line's way
constexpr size_t kMostByWords = 400; // code points of a cell; a longer one is a text

int32_t in_em(double em, int32_t unit) {
  return static_cast<int32_t>(std::lround(em * unit));
}

enum class Glyphs : bool { Left, Placed };

// Of lines that nobody needs any more, for the next ones.
void keep_storage(Scratch& scratch, std::vector<TextLine>& lines) {
  for (TextLine& line : lines)
    if (scratch.spare.size() < kMostSpare)
      scratch.spare.push_back(std::move(line));
  lines.clear();
}

class Setter {
public:
  // `continued`: the text goes on from a paragraph's earlier part.
  Setter(FontSet& fonts, std::string_view utf8, const ParagraphStyle& style, int32_t width,
         Glyphs glyphs = Glyphs::Placed, bool continued = false)
      : engine_(fonts.engine()), scratch_(engine_.scratch), style_(style), width_(width),
        em_(style.size_px * 64), first_indent_(possible_indent(style.first_indent_em)),
        hang_(possible_indent(style.hang_em)), loosest_(in_em(style.loosest_em, em_)),
        glyphs_(glyphs), continued_(continued) {
    analyse(utf8);
    if (glyphs_ == Glyphs::Left)
      out_.lines = std::move(scratch_.lines);
  }

  // `take` gets lines without glyphs as soon as they are sure, but never the last few: these are
  // returned.
  SetParagraph set(const LinesTaker* take = nullptr) {
    take_ = take;
    for (size_t from = 0; from < length();) {
      const size_t to = segment_end(from);
      segment(from, to);
      from = to;
    }
    if (out_.lines.empty()) {
      out_.lines.emplace_back();
      out_.lines.back().indent = indent_of(0);
    }
    for (const uint32_t i : scratch_.cells.uncovered) {
      out_.uncovered.push_back(scratch_.source[i]);
      out_.uncovered_at.push_back(i);
    }
    return std::move(out_);
  }

  int32_t natural_width() const {
    int32_t width = 0;
    for (const LineSlot& slot : scratch_.spacing)
      width += slot.advance;
    return width;
  }

private:
  size_t length() const { return scratch_.shown.size(); }
  bool begins(size_t start) const { return start == 0 && !continued_; } // the paragraph

  void analyse(std::string_view utf8) {
    Scratch& s = scratch_;
    engine_.shaper.forget_some();
    decode_text(utf8, s.source);
    s.shown = s.source;
    const bool gb = style_.profile == TextProfile::Gb;
    if (gb && style_.fullwidth_punctuation)
      show_fullwidth(s.shown);
    classify(s.shown, s.classes);
    for (size_t i = 0; i < s.shown.size() && !mixed_directions_; ++i)
      mixed_directions_ = s.classes[i] == CharClass::OtherLetter && is_right_to_left(s.shown[i]);
    engine_.breaks.find(s.shown, s.classes, style_.profile, s.breaks);
    keep_labels();
    const CellStyle cells{style_.role, style_.size_px, style_.profile, &style_.roles};
    fill_cells(engine_.shaper, s.shown, s.classes, cells, s.cells);
    const double gap = gb ? style_.gap_em : style_.profile == TextProfile::Css ? 0.125 : 0;
    space_out(s.classes, s.shown, s.cells,
              {style_.profile, em_, in_em(gap, em_), style_.marks_pair_to_one}, s.spacing);
    keep_number_rigid();
    if (gb && style_.by_words && length() <= kMostByWords && natural_width() > width_)
      keep_words(engine_.breaks.icu(), s.shown, s.breaks);
  }

  void keep_labels() {
    for (const RoleRange& range : style_.roles)
      if (range.whole)
        for (size_t i = range.start + 1; i < std::min(range.end, length()); ++i)
          if (scratch_.breaks[i] == BreakLevel::Allowed ||
              scratch_.breaks[i] == BreakLevel::Reluctant)
            scratch_.breaks[i] = BreakLevel::Joint;
  }

  void keep_number_rigid() {
    const size_t end = continued_ || !body() ? 0 : std::min(style_.number, length());
    for (size_t i = 0; i < end; ++i) {
      scratch_.spacing[i].blank = BlankKind::None;
      scratch_.spacing[i].shrink = 0;
      if (scratch_.classes[i] == CharClass::Space)
        scratch_.classes[i] = CharClass::FixedSpace; // which no line widens
      if (scratch_.breaks[i + 1] < BreakLevel::Forced)
        scratch_.breaks[i + 1] = std::min(scratch_.breaks[i + 1], BreakLevel::Joint);
    }
  }

  AnalysedText text() const {
    return {scratch_.shown,   scratch_.classes, scratch_.breaks,
            scratch_.spacing, style_.profile,   em_};
  }

  size_t segment_end(size_t from) const {
    size_t to = from + 1;
    while (scratch_.breaks[to] != BreakLevel::Forced)
      ++to;
    return to;
  }

  // An indent leaves a line at least four em, or nothing of itself.
  int32_t possible_indent(double em) const {
    return std::min(in_em(em, em_), std::max(0, width_ - 4 * em_));
  }
  Px64 indent_of(size_t start) const { return {begins(start) ? first_indent_ : hang_}; }
  int32_t measure_of(size_t start) const { return width_ - indent_of(start).raw; }

  void segment(size_t from, size_t to) {
    if (scratch_.cells.blank > kBlankEm * em_ && style_.profile != TextProfile::Css)
      curb_blanks(scratch_.classes, scratch_.breaks, from, to,
                  {measure_of(from), measure_of(1), em_}, scratch_.spacing);
    if (style_.balance)
      return balanced(from, to);
    const size_t runt = last_line_from(from, to);
    size_t window = kWindow;
    while (from < to) {
      const size_t end = window_end(from, to, window);
      const Measures measures{.first = measure_of(from),
                              .rest = measure_of(1),
                              .justified = justified(),
                              .filled = body(),
                              .loosest = style_.loosest_em,
                              .runts_last = style_.loosest_em == 0,
                              .ends = end == to,
                              .last_line_from = runt};
      choose(from, end, measures);
      size_t keep = chosen_.size() - 1;
      if (end < to)
        keep = keep > 2 * kKeptBack ? keep - kKeptBack : keep / 2;
      if (keep == 0) {
        window *= 2;
        continue;
      }
      if (out_.lines.empty())
        out_.lines.reserve(keep);
      for (size_t k = 0; k < keep; ++k)
        line(at(k), at(k + 1), at(k + 1) == to);
      from = at(keep);
      if (take_ && out_.lines.size() >= kHandedOver + kLeastLeft)
        hand_over();
    }
  }

  void hand_over() {
    std::vector<TextLine> last;
    std::move(out_.lines.end() - kLeastLeft, out_.lines.end(), std::back_inserter(last));
    out_.lines.resize(out_.lines.size() - kLeastLeft);
    (*take_)(out_);
    keep_storage(scratch_, out_.lines);
    std::move(last.begin(), last.end(), std::back_inserter(out_.lines));
  }

  void choose(size_t from, size_t end, const Measures& measures) {
    scratch_.candidates.build(text(), from, end, begins(from) || style_.profile == TextProfile::Css,
                              measures.first, measures.rest);
    if (style_.profile != TextProfile::Gb)
      return fill_lines(scratch_.candidates.all(), measures, chosen_);
    choose_breaks(scratch_.candidates.all(), measures, em_, chosen_);
    if (!justified() && chosen_.size() > 2)
      save_line(measures);
  }

  // What reads as one may cost a ragged paragraph blank, but no line.
  void save_line(const Measures& measures) {
    if (!scratch_.candidates.forget_reluctance())
      return;
    std::vector<uint32_t> whole = std::move(chosen_);
    choose_breaks(scratch_.candidates.all(), measures, em_, chosen_);
    if (whole.size() <= chosen_.size())
      chosen_ = std::move(whole);
  }

  size_t at(size_t k) const { return scratch_.candidates.all()[chosen_[k]].at; }

  bool justified() const {
    return style_.profile == TextProfile::Gb && style_.align == TextAlign::Justify;
  }

  bool body() const { return width_ >= kBodyEm * em_; }

  size_t window_end(size_t from, size_t to, size_t window) const {
    if (to - from <= window)
      return to;
    for (const BreakLevel level : {BreakLevel::Allowed, BreakLevel::Reluctant, BreakLevel::Cluster})
      for (size_t end = from + window; end > from + window / 2; --end)
        if (scratch_.breaks[end] >= level)
          return end;
    return from + window;
  }

  // The last place from which a line to the segment's end holds two Han (rule 21).
  size_t last_line_from(size_t from, size_t to) const {
    const bool narrow = measure_of(1) < kNarrowEm * em_;
    int left = 2 * kFiguresOfHan;
    for (size_t i = to; i > from; --i) {
      const CharClass c = scratch_.classes[i - 1];
      if (c == CharClass::Han || (narrow && is_alphanumeric(c)))
        left -= kFiguresOfHan;
      else if (style_.figures_end && c == CharClass::Digit)
        --left;
      if (left <= 0)
        return i - 1;
    }
    return SIZE_MAX;
  }

  void balanced(size_t from, size_t to) {
    Measures measures{measure_of(from), measure_of(1), false, false};
    measures.last_line_from = last_line_from(from, to);
    scratch_.candidates.build(text(), from, to, true, measures.first, measures.rest);
    balance_lines(text(), scratch_.candidates.all(), measures, engine_.breaks.icu(), chosen_);
    for (size_t k = 0; k + 1 < chosen_.size(); ++k)
      line(at(k), at(k + 1), true);
  }

  void add_line() {
    if (glyphs_ == Glyphs::Placed || scratch_.spare.empty()) {
      out_.lines.emplace_back();
      return;
    }
    out_.lines.push_back(std::move(scratch_.spare.back()));
    scratch_.spare.pop_back();
    out_.lines.back().gaps.clear();
  }

  void line(size_t start, size_t end, bool last) {
    add_line();
    TextLine& line = out_.lines.back();
    const int32_t measure = measure_of(start);
    const LineTask task{start,  end,     begins(start), last,   justified(),
                        body(), measure, loosest_,      spread_};
    spread_ = fit_line(text(), task, line);
    line.indent = indent_of(start);
    const int32_t blank = std::max(0, measure - line.width.raw);
    if (style_.align == TextAlign::Center)
      line.indent += Px64{blank / 2};
    if (style_.align == TextAlign::End)
      line.indent += Px64{blank};
    if (glyphs_ == Glyphs::Left)
      return;
    place_line(engine_.shaper, engine_.breaks.icu(), scratch_.shown, scratch_.cells,
               {style_.size_px, line.indent, mixed_directions_}, line);
  }

  TextEngine& engine_;
  Scratch& scratch_;
  const ParagraphStyle& style_;
  int32_t width_, em_, first_indent_, hang_, loosest_, spread_ = 0;
  Glyphs glyphs_;
  const LinesTaker* take_ = nullptr;
  bool continued_ = false, mixed_directions_ = false;
  std::vector<uint32_t> chosen_;
  SetParagraph out_;
};

// A paragraph too long to be analysed at once, part after part.
class LongSetter {
public:
  LongSetter(FontSet& fonts, std::string_view utf8, const ParagraphStyle& style, int32_t width,
             Glyphs glyphs)
      : fonts_(fonts), rest_(utf8), style_(style), width_(width), glyphs_(glyphs) {}

  bool done() const { return rest_.empty(); }

  // The lines that are sure by now; their places are those of the whole text. A line as long as
  // the part ends with it. `take` is given those before.
  SetParagraph next(const LinesTaker* take = nullptr) {
    const size_t end = part_end();
    const LinesTaker moved = [&](SetParagraph& lines) {
      move_lines(lines);
      (*take)(lines);
    };
    SetParagraph part =
        Setter(fonts_, rest_.substr(0, end), part_style(), width_, glyphs_, base_ > 0)
            .set(take ? &moved : nullptr);
    const size_t lines = part.lines.size();
    if (end < rest_.size() && lines > 1)
      part.lines.resize(lines > 2 * kKeptBack ? lines - kKeptBack : lines / 2);
    const size_t taken = part.lines.back().end;
    move_lines(part);
    move_uncovered(part, taken);
    base_ += taken;
    size_t bytes = 0;
    for (size_t i = 0; i < taken; ++i)
      next_code_point(rest_, bytes);
    rest_.remove_prefix(bytes);
    return part;
  }

private:
  size_t part_end() const {
    constexpr size_t kLongestTail = 3; // bytes of a character behind its first
    size_t end = std::min(kMostTogether, rest_.size());
    for (size_t i = 0; i < kLongestTail && end < rest_.size() &&
                       (static_cast<unsigned char>(rest_[end]) & 0xC0) == 0x80;
         ++i)
      --end;
    return end;
  }

  ParagraphStyle part_style() const {
    ParagraphStyle style = style_;
    for (RoleRange& range : style.roles) {
      range.start = std::max(range.start, base_) - base_;
      range.end = std::max(range.end, base_) - base_;
    }
    return style;
  }

  void move_lines(SetParagraph& part) const {
    for (TextLine& line : part.lines) {
      line.start += base_;
      line.end += base_;
      for (LineGap& gap : line.gaps)
        gap.at += base_;
      for (GlyphRun& run : line.runs)
        run.at += base_;
    }
  }

  void move_uncovered(SetParagraph& part, size_t taken) const {
    while (!part.uncovered_at.empty() && part.uncovered_at.back() >= taken) {
      part.uncovered.pop_back();
      part.uncovered_at.pop_back();
    }
    for (size_t& at : part.uncovered_at)
      at += base_;
  }

  FontSet& fonts_;
  std::string_view rest_;
  const ParagraphStyle& style_;
  int32_t width_;
  Glyphs glyphs_;
  size_t base_ = 0; // code points set so far
};

} // namespace

SetParagraph set_paragraph(FontSet& fonts, std::string_view utf8, const ParagraphStyle& style,
                           Px64 width) {
  if (utf8.size() <= kMostTogether)
    return Setter(fonts, utf8, style, width.raw).set();
  SetParagraph whole;
  for (LongSetter setter(fonts, utf8, style, width.raw, Glyphs::Placed); !setter.done();) {
    SetParagraph part = setter.next();
    std::ranges::move(part.lines, std::back_inserter(whole.lines));
    std::ranges::move(part.uncovered, std::back_inserter(whole.uncovered));
    std::ranges::move(part.uncovered_at, std::back_inserter(whole.uncovered_at));
  }
  return whole;
}

void set_lines(FontSet& fonts, std::string_view utf8, const ParagraphStyle& style, Px64 width,
               const LinesTaker& take) {
  Scratch& scratch = fonts.engine().scratch;
  const auto hand_over = [&](SetParagraph part) {
    take(part);
    keep_storage(scratch, part.lines);
    scratch.lines = std::move(part.lines);
  };
  if (utf8.size() <= kMostTogether)
    return hand_over(Setter(fonts, utf8, style, width.raw, Glyphs::Left).set(&take));
  for (LongSetter setter(fonts, utf8, style, width.raw, Glyphs::Left); !setter.done();)
    hand_over(setter.next(&take));
}

std::vector<size_t> break_opportunities(std::string_view utf8, TextProfile profile,
                                        bool fullwidth_punctuation) {
  return BreakFinder().opportunities(utf8, profile, fullwidth_punctuation);
}

std::vector<size_t> unit_starts(std::string_view utf8) {
  return BreakFinder().opportunities(utf8, TextProfile::Gb, true, BreakLevel::Allowed);
}

Px64 measure_line(FontSet& fonts, std::string_view utf8, FontRole role, int size_px) {
  ParagraphStyle style;
  style.role = role;
  style.size_px = size_px;
  style.first_indent_em = 0;
  return Px64{Setter(fonts, utf8, style, 0).natural_width()};
}

} // namespace heiban
