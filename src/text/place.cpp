#include "text/place.h"

#include <algorithm>

namespace heiban {
namespace {

class Placer {
public:
  Placer(Shaper& shaper, std::u32string_view text, const Cells& cells, const PlaceStyle& style,
         TextLine& line)
      : shaper_(shaper), text_(text), cells_(cells), style_(style), line_(line) {}

  void left_to_right() {
    auto gap = line_.gaps.begin();
    int32_t pen = 0;
    for (size_t i = line_.start; i < line_.end; ++i) {
      const int32_t before = gap != line_.gaps.end() && gap->at == i ? (gap++)->width.raw : 0;
      const int32_t advance = line_.advances[i - line_.start].raw;
      emit(i, pen + before, advance - before);
      pen += advance;
    }
  }

  // `order`: code points of the line, from the left. A gap stands on the logical left.
  void in_order(const std::vector<size_t>& order) {
    int32_t pen = 0;
    for (const size_t k : order) {
      emit(line_.start + k, pen, line_.advances[k].raw);
      pen += line_.advances[k].raw;
    }
  }

private:
  void emit(size_t i, int32_t pen, int32_t advance) {
    const Cell& cell = cells_.at[i];
    switch (cell.kind) {
    case CellKind::Empty:
      return;
    case CellKind::Glyph:
      return add(i, cell.face, cell.glyph, pen, 0);
    case CellKind::Box:
      return add(i, kBoxFace, cell.glyph, pen, 0);
    case CellKind::Mark:
      return add(i, cell.face, cell.glyph, pen + mark_offset(i, cell, advance), 0);
    case CellKind::Many:
      break;
    }
    for (size_t g = 0; g < cell.count; ++g) {
      const ShapedGlyph& glyph = cells_.extra[cell.glyph + g];
      add(i, cell.face, glyph.glyph, pen + glyph.dx, glyph.dy);
      pen += glyph.advance;
    }
  }

  // Between its full and its half form by what blank is left (TYPESETTING 14).
  int32_t mark_offset(size_t i, const Cell& cell, int32_t advance) {
    const MarkForm& form = shaper_.mark(cell.face, style_.size_px, text_[i], cell.glyph);
    const int32_t gone = std::clamp(cell.advance - advance, 0, cell.cut);
    if (gone == 0)
      return form.dx;
    return form.dx + static_cast<int32_t>(int64_t{form.half_dx - form.dx} * gone / cell.cut);
  }

  void add(size_t at, uint32_t face, uint32_t glyph, int32_t x, int32_t y) {
    if (!run_ || run_->face != face) {
      line_.runs.push_back({face, style_.size_px, style_.indent + Px64{x}, {}, at});
      run_ = &line_.runs.back();
      run_->glyphs.reserve(glyphs_of_run(at));
      origin_ = x;
    }
    run_->glyphs.push_back({glyph, Px64{x - origin_}, Px64{y}});
  }

  // About how many: the cells of one face from `at` on.
  size_t glyphs_of_run(size_t at) const {
    size_t end = at + 1;
    while (end < line_.end &&
           (cells_.at[end].kind == CellKind::Empty || cells_.at[end].face == cells_.at[at].face))
      ++end;
    return end - at;
  }

  Shaper& shaper_;
  std::u32string_view text_;
  const Cells& cells_;
  const PlaceStyle& style_;
  TextLine& line_;
  GlyphRun* run_ = nullptr;
  int32_t origin_ = 0;
};

} // namespace

void place_line(Shaper& shaper, IcuBreaks& icu, std::u32string_view text, const Cells& cells,
                const PlaceStyle& style, TextLine& line) {
  Placer placer(shaper, text, cells, style, line);
  if (!style.mixed_directions)
    return placer.left_to_right();
  std::vector<size_t> order;
  icu.visual_order(text.substr(line.start, line.end - line.start), order);
  placer.in_order(order);
}

} // namespace heiban
