// set_paragraph: a paragraph, a style and a width → lines of glyph runs, by the rules of Chinese
// setting (clreq; GB/T 15834). page lays the lines on pages; `heiban layout` prints them.
// It knows nothing of notices, pages or screens, keeps no state and draws nothing.
#pragma once

#include "config/settings.h"
#include "text/font_set.h"
#include "text/glyphs.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heiban {

enum class TextAlign { Justify, Start, Center, End };

struct RoleRange { // code points of the text, half-open, set in another role's face
  size_t start = 0, end = 0;
  FontRole role = FontRole::Hei;
  bool whole = false; // a label: not parted where a line can hold it
};

struct ParagraphStyle {
  FontRole role = FontRole::Body;
  int size_px = 40;
  TextProfile profile = TextProfile::Gb;
  TextAlign align = TextAlign::Justify;
  double first_indent_em = 2; // clreq: two em
  double hang_em = 0;         // indent of every line but the first (numbered items, notes)
  // Code points of a number it begins with, 一、 or （二）: as wide in this paragraph as in the
  // next, whatever else of a body line is squeezed or spread.
  size_t number = 0;
  bool balance = false;              // titles: even line lengths, broken between words
  bool fullwidth_punctuation = true; // rule 28: set half-width marks between Han as full-width (Gb)
  double gap_em = 0.25;              // Han–Latin gap of Gb, ⅛ to ¼ (rule 15)
  bool marks_pair_to_one = false;    // two adjacent marks take 1 em instead of 1.5 (rule 10)
  // A line that would need more than this at each of its places is set ragged instead of full of
  // holes (a date that no line may part can leave such a line). 0: every line fills the measure.
  double loosest_em = 0;
  // Cells: a line begins between words, as long as that makes no more lines. Not for Justify.
  bool by_words = false;
  // A last line of figures alone, a telephone number, is long enough to be none of rule 21's.
  bool figures_end = false;
  std::vector<RoleRange> roles;
};

struct LineGap { // Han–Latin gap before the code point `at`
  size_t at = 0;
  Px64 width;
};

struct TextLine {
  size_t start = 0, end = 0;  // code points of the text, half-open; ranges cover the text in order
  Px64 indent, width;         // width: sum of advances, indent excluded
  std::vector<Px64> advances; // net, per code point; a gap is in the character after it
  std::vector<LineGap> gaps;
  std::vector<GlyphRun> runs; // x from the line's start edge, indent included
};

struct SetParagraph {
  std::vector<TextLine> lines;      // at least one, even for an empty text
  std::vector<char32_t> uncovered;  // characters no face has: drawn as boxed code points
  std::vector<size_t> uncovered_at; // where they stand: code points of the text
};

// Terminates for any width > 0: where a unit is wider than the line it is broken at clusters.
SetParagraph set_paragraph(FontSet& fonts, std::string_view utf8, const ParagraphStyle& style,
                           Px64 width);

// The same lines without their glyphs, handed over in their order: a text of any length is never
// kept whole. Who takes them sets nothing meanwhile.
using LinesTaker = std::function<void(SetParagraph&)>;
void set_lines(FontSet& fonts, std::string_view utf8, const ParagraphStyle& style, Px64 width,
               const LinesTaker& take);

// Break opportunities only (`heiban layout --breaks`): code-point indices where a line may begin.
std::vector<size_t> break_opportunities(std::string_view utf8, TextProfile profile,
                                        bool fullwidth_punctuation = true);

// Those that part nothing that reads as one: 云发改〔2025〕31号 whole, its organ's name with it.
std::vector<size_t> unit_starts(std::string_view utf8);

// The natural width of the text on one line, nothing justified.
Px64 measure_line(FontSet& fonts, std::string_view utf8, FontRole role, int size_px);

} // namespace heiban
