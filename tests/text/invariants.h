// What holds of every set paragraph, whatever the text (TYPESETTING 1–21): ranges, edges, units,
// measures. The tests and the fuzz target have these as their oracle; header-only for both.
#pragma once

#include "base/utf8.h"
#include "text/classes.h"
#include "text/fullwidth.h"
#include "text/paragraph.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace heiban::test {

struct Setting {
  std::string text;
  ParagraphStyle style;
  Px64 measure;
};

inline bool is_one_of(std::u32string_view set, char32_t c) {
  return set.find(c) != std::u32string_view::npos;
}

// The rules' lists, written anew: a test that shared the engine's table could not fail.
inline constexpr std::u32string_view kNoLineStart =
    U"、，；：。．！？‼⁇”’」』）〕】〗］｝》〉～-–·・‧/／%‰℃°％";
inline constexpr std::u32string_view kNoLineEnd = U"“‘「『（〔【〖［｛《〈/／";

inline bool is_han(char32_t c) {
  return (c >= 0x3400 && c < 0x4DC0) || (c >= 0x4E00 && c < 0xA000) || c == U'〇' ||
         (c >= 0xF900 && c < 0xFADA) || (c >= 0x20000 && c < 0x32400);
}
inline bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
inline bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
// A combining mark or joiner; a variation selector leaves its base what it is.
inline bool joins(char32_t c) {
  const bool selects = (c >= 0xFE00 && c <= 0xFE0F) || c >= 0xE0100;
  return class_of(c) == CharClass::Joined && !selects;
}
inline bool ends_line(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// The text as it stands on the glass: its marks as wide as they are set (rule 28).
inline std::u32string shown_text(const Setting& setting) {
  std::u32string text = to_utf32(setting.text);
  if (setting.style.profile == TextProfile::Gb && setting.style.fullwidth_punctuation)
    show_fullwidth(text);
  return text;
}

// What [from, to) of `shown` takes at least as a line of its own: all that rules 9 and 19 let go
// is gone. Marks and faces are those it has in the whole text.
inline int32_t least_width(FontSet& fonts, std::u32string_view shown, size_t from, size_t to,
                           ParagraphStyle style) {
  const std::u32string_view text = shown.substr(from, to - from);
  style.first_indent_em = 0;
  style.fullwidth_punctuation = false;
  for (RoleRange& range : style.roles) {
    range.start = std::max(range.start, from) - from;
    range.end = std::max(range.end, from) - from;
  }
  const SetParagraph set = set_paragraph(fonts, to_utf8(text), style, Px64{1 << 30});
  int32_t width = set.lines[0].width.raw;
  if (style.profile != TextProfile::Gb)
    return width;
  const int32_t em = style.size_px * 64;
  for (size_t i = 0; i < text.size(); ++i) {
    const int32_t advance = set.lines[0].advances[i].raw;
    if (i + 1 < text.size() && joins(text[i + 1]))
      continue; // a mark with something joined to it is shaped as it is
    if (text[i] == U'·' && i > 0 && i + 1 < text.size() && !is_han(text[i - 1]) &&
        !is_han(text[i + 1]))
      continue; // of Latin
    if (is_one_of(U"，。、：；？！．”’」』）〕】〗］｝》〉“‘「『（〔【〖［｛《〈·・‧", text[i]) &&
        advance == em)
      width -= em / 2;
    if (text[i] == U' ')
      width -= std::max(0, advance - em / 4);
  }
  for (const LineGap& gap : set.lines[0].gaps)
    width -= gap.width.raw - em / 8;
  return width;
}

class Inspector {
public:
  Inspector(FontSet& fonts, const Setting& setting, const SetParagraph& set)
      : fonts_(fonts), setting_(setting), set_(set), shown_(shown_text(setting)),
        places_(break_opportunities(setting.text, setting.style.profile,
                                    setting.style.fullwidth_punctuation)) {
    places_.push_back(shown_.size());
  }

  // Empty, or the first thing that is wrong.
  std::string verdict() {
    if (set_.lines.empty())
      return "no line";
    size_t at = 0;
    for (size_t i = 0; i < set_.lines.size() && wrong_.empty(); ++i) {
      const TextLine& line = set_.lines[i];
      if (line.start != at)
        fail(i, "the ranges do not follow each other");
      at = line.end;
      if (line.end <= line.start && !shown_.empty())
        fail(i, "an empty range");
      inspect(i, line);
    }
    if (at != shown_.size())
      fail(set_.lines.size() - 1, "the text is not covered");
    return wrong_;
  }

private:
  bool gb() const { return setting_.style.profile == TextProfile::Gb; }
  bool css() const { return setting_.style.profile == TextProfile::Css; }
  int32_t em() const { return setting_.style.size_px * 64; }

  void fail(size_t line, std::string_view what) {
    if (wrong_.empty())
      wrong_ = fmt::format("line {}: {}", line, what);
  }

  void inspect(size_t i, const TextLine& line) {
    if (line.advances.size() != line.end - line.start)
      return fail(i, "not an advance a character");
    int64_t sum = 0;
    for (const Px64 advance : line.advances) {
      sum += advance.raw;
      if (advance.raw < 0)
        fail(i, "a negative advance");
    }
    if (sum != line.width.raw)
      fail(i, "the advances do not add up to the width");
    const bool last = i + 1 == set_.lines.size() || ends_line(shown_[line.end - 1]);
    inspect_width(i, line, last);
    if (i > 0 && !ends_line(shown_[line.start - 1]))
      inspect_break(i, line.start);
    for (const LineGap& gap : line.gaps)
      if (gap.at <= line.start || gap.at >= line.end || gap.width.raw < 0)
        fail(i, "a gap at a line's edge");
  }

  void inspect_width(size_t i, const TextLine& line, bool last) {
    const int32_t total = line.indent.raw + line.width.raw;
    const bool body = gb() && setting_.style.align == TextAlign::Justify &&
                      !setting_.style.balance && setting_.measure.raw >= 12 * em();
    if (total > setting_.measure.raw && !css() && (body || !is_one_piece(line)))
      fail(i, fmt::format("wider than the measure: {} > {}", total, setting_.measure.raw));
    if (body && !last && setting_.style.loosest_em == 0 && total != setting_.measure.raw &&
        visible(line) > 1)
      fail(i, fmt::format("not as wide as the measure: {} < {}", total, setting_.measure.raw));
    if (gb() && setting_.style.loosest_em > 0)
      inspect_holes(i, line);
  }

  // What stands between two Han is at most the limit, on a line that is filled or left ragged.
  void inspect_holes(size_t i, const TextLine& line) {
    const auto most = static_cast<int32_t>(setting_.style.loosest_em * em()) + 1;
    const auto has_gap = [&](size_t at) {
      return std::any_of(line.gaps.begin(), line.gaps.end(),
                         [&](const LineGap& gap) { return gap.at == at; });
    };
    for (size_t at = line.start; at + 1 < line.end; ++at)
      if (is_han(shown_[at]) && is_han(shown_[at + 1]) && !has_gap(at) &&
          line.advances[at - line.start].raw > em() + most)
        fail(i,
             fmt::format("a hole of {} after {}", line.advances[at - line.start].raw - em(), at));
  }

  // Things that space could go between: —— and …… are one, what joins another is none.
  size_t visible(const TextLine& line) const {
    size_t count = 0;
    for (size_t i = line.start; i < line.end; ++i) {
      const char32_t c = shown_[i];
      const bool nothing = c <= 0x20 || c == 0xA0 || c == 0xAD || c == 0x0301 || c == 0x20DD ||
                           (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0x3000 ||
                           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c >= 0xE0000;
      const bool again = i > line.start && c == shown_[i - 1] && (c == U'—' || c == U'…');
      count += !nothing && !again;
    }
    return count;
  }

  // No break is allowed inside the line.
  bool is_one_piece(const TextLine& line) const {
    const auto next = std::upper_bound(places_.begin(), places_.end(), line.start);
    return next == places_.end() || *next >= line.end;
  }

  // Of a line that begins at `start`: no blank that centring left of it.
  int32_t room(size_t start) const {
    const double indent = start == 0 ? setting_.style.first_indent_em : setting_.style.hang_em;
    return setting_.measure.raw - std::clamp(static_cast<int32_t>(std::lround(indent * em())), 0,
                                             std::max(0, setting_.measure.raw - 4 * em()));
  }

  // In a row of — or …, inside one of its pairs.
  bool in_pair(size_t at) const {
    size_t from = at;
    while (from > 0 && shown_[from - 1] == shown_[at])
      --from;
    return (at - from) % 2 == 1;
  }

  // A break that is not allowed needs a piece that no line can hold.
  void inspect_break(size_t i, size_t at) {
    const char32_t before = shown_[at - 1], after = shown_[at];
    if ((before == U'—' || before == U'…') && before == after && in_pair(at))
      return fail(i, "a 破折号 or 省略号 parted");
    if (std::binary_search(places_.begin(), places_.end(), at))
      return inspect_edges(i, before, after);
    const auto next = std::upper_bound(places_.begin(), places_.end(), at);
    const size_t from = next == places_.begin() ? 0 : *(next - 1);
    if (least_width(fonts_, shown_, from, *next, setting_.style) <= room(from))
      fail(i, fmt::format("a unit parted that a line could hold: {}",
                          to_utf8(shown_.substr(from, *next - from))));
  }

  void inspect_edges(size_t i, char32_t before, char32_t after) {
    if (css())
      return;
    if (is_one_of(kNoLineStart, after))
      fail(i, fmt::format("a mark begins the line that must not: U+{:04X} U+{:04X} | U+{:04X}",
                          static_cast<uint32_t>(
                              set_.lines[i].start > 1 ? shown_[set_.lines[i].start - 2] : 0),
                          static_cast<uint32_t>(before), static_cast<uint32_t>(after)));
    if (is_one_of(kNoLineEnd, before))
      fail(i, "a mark ends the line before that must not");
    const bool strict = setting_.style.profile == TextProfile::Strict;
    if (strict && (after == U'—' || after == U'…'))
      fail(i, "—— or …… begins a line");
    if (is_digit(before) && (is_digit(after) || is_one_of(U"%‰℃年月日号元", after)))
      fail(i, fmt::format("a number parted before {}", set_.lines[i].start));
    if (is_letter(before) && is_letter(after))
      fail(i, "a word parted");
  }

  FontSet& fonts_;
  const Setting& setting_;
  const SetParagraph& set_;
  std::u32string shown_;
  std::vector<size_t> places_;
  std::string wrong_;
};

// Sets the paragraph twice and inspects it.
inline std::string verdict_on(FontSet& fonts, const Setting& setting) {
  const SetParagraph set = set_paragraph(fonts, setting.text, setting.style, setting.measure);
  const SetParagraph again = set_paragraph(fonts, setting.text, setting.style, setting.measure);
  for (size_t i = 0; i < std::max(set.lines.size(), again.lines.size()); ++i)
    if (i >= set.lines.size() || i >= again.lines.size() ||
        set.lines[i].end != again.lines[i].end || set.lines[i].advances != again.lines[i].advances)
      return "two settings differ";
  return Inspector(fonts, setting, set).verdict();
}

} // namespace heiban::test
