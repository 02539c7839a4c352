// TextSegment: pieces of running text, flowed in the columns of the page, or a title across it.
// layout pours and draws it; lines are counted when it is made and set again when drawn.
// It sets no tables and knows nothing of blocks: pieces come from page/official.
#pragma once

#include "page/flow.h"
#include "page/measures.h"
#include "page/piece.h"
#include "page/segment.h"

#include <memory>
#include <vector>

namespace heiban {

struct TextLook {
  const Theme* theme = nullptr; // outlives the segment
  bool across = false;          // a title: one column over the body's width, a rule under it
  int line_em = 0;              // a title's line at most
  int above = 0, below = 0;     // px around a title, its rule within `below`
  int centred_width = 0;        // px of centred lines, where that is more than the column
};

class TextSegment : public Segment {
public:
  // `pieces` outlives the segment.
  TextSegment(const std::vector<Piece>& pieces, const PageMeasures& measures, const TextLook& look,
              FontSet& fonts);
  ~TextSegment() override;

  size_t units() const override { return units_.size(); }
  int height() const { return column_height(units_, 0, units_.size()); } // px in one column
  SegmentFill fill(size_t from, size_t limit, int height, bool at_top) const override;
  void draw(const SegmentPlace& place, PageBuilder& page) const override;
  int gap_before() const override;
  bool clings_to_previous() const override;
  size_t tail_for_next() const override;
  bool stranded(size_t unit) const override { return units_[unit].cost == BreakCost::Strand; }
  int characters(size_t from, size_t to) const override;
  int digits(size_t from, size_t to) const override;

private:
  struct LineOf { // which line a unit is
    uint32_t piece = 0, line = 0;
    uint32_t characters = 0, digits = 0;
  };

  int face_of(const Piece& piece) const;
  bool hangs(const Piece& piece) const;
  std::string text_of(const Piece& piece) const;
  int pitch_of(const Piece& piece) const;
  bool is_wide(const Piece& piece) const;
  int left_of(const Piece& piece) const;
  int width_of(const Piece& piece) const;
  int column_width() const;
  int column_left(int column) const;
  ParagraphStyle style_of(const Piece& piece) const;
  void count_lines(FontSet& fonts);
  void add_units(uint32_t piece, std::string_view text, const std::vector<uint32_t>& lengths);
  void keep_signatures();
  FlowBox box(int height, bool at_top) const;
  const SetText& set_piece(uint32_t piece, FontSet& fonts) const;
  void draw_unit(size_t unit, int x, int y, PageBuilder& page) const;
  void draw_label(const Piece& piece, const LinePlace& text, const LineLook& look,
                  PageBuilder& page) const;
  void draw_rule(int y, PageBuilder& page) const;

  const std::vector<Piece>& pieces_;
  PageMeasures measures_;
  TextLook look_;
  std::vector<FlowUnit> units_;
  std::vector<LineOf> lines_;
  struct Cached;
  mutable std::unique_ptr<Cached> cached_; // the piece set last: a long one spans many pages
};

} // namespace heiban
