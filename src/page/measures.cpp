#include "page/measures.h"

#include <algorithm>
#include <cmath>

namespace heiban {
namespace {

// TYPESETTING, Legibility: 20–28 em read best, 13 is the least, 40 the most.
constexpr int kBestMeasure = 28, kWidestMeasure = 32, kLeastColumn = 18, kMostMeasure = 40;
constexpr int kGutterEm = 2;
constexpr double kLoosest = 0.15;   // em between characters, from which a line is left ragged
constexpr double kTightPitch = 1.4; // em: titles, cells, captions

} // namespace

int PageMeasures::pitch_of(int size_px) const {
  return static_cast<int>(std::lround(size_px * kTightPitch));
}

PageMeasures PageMeasures::in_one_column() const {
  PageMeasures one = *this;
  one.columns = 1;
  one.measure = std::min(text_width() / face, kMostMeasure);
  one.body.x = text_left();
  one.body.w = one.column_width();
  return one;
}

ParagraphStyle PageMeasures::style(FontRole of, int size_px) const {
  ParagraphStyle style = setting;
  style.role = of;
  style.size_px = size_px;
  return style;
}

FontRole body_role(const Theme& theme) {
  return theme.serif_body ? FontRole::Song : FontRole::Body;
}

PageMeasures measures_of(const Frame& frame, const Legibility& legibility, const PageStyle& style,
                         int face, int most_columns) {
  PageMeasures m;
  m.face = face;
  m.pitch = static_cast<int>(std::lround(face * style.theme.line_pitch));
  m.least = legibility.floor_px;
  m.small = std::max(legibility.floor_px, static_cast<int>(std::lround(face * 0.82)));
  m.body = frame.body;
  m.gutter = kGutterEm * face;
  m.role = body_role(style.theme);
  m.setting.align = TextAlign::Start;
  m.setting.first_indent_em = 0;
  m.setting.loosest_em = kLoosest;
  m.setting.figures_end = true;
  m.setting.fullwidth_punctuation = style.screen.fullwidth_punctuation;
  m.setting.gap_em = style.theme.latin_gap_em;
  m.setting.marks_pair_to_one = style.theme.pair_em < 1.25;
  const int em = frame.body.w / face;
  const auto measure = [&](int columns) { return (em - kGutterEm * (columns - 1)) / columns; };
  while (m.columns < most_columns && measure(m.columns) > kBestMeasure &&
         measure(m.columns + 1) >= kLeastColumn)
    ++m.columns;
  m.measure = std::min(measure(m.columns), most_columns == 1 ? kMostMeasure : kWidestMeasure);
  // Several columns take the whole width, so that their edges are those of the strips.
  if (m.columns > 1 && m.measure > 0)
    m.gutter = (frame.body.w - m.columns * m.column_width()) / (m.columns - 1);
  return m;
}

} // namespace heiban
