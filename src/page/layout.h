// PageLayout: a story at one face: its segments poured into pages, and any page drawn when asked
// for. paginate makes one for each face it tries and keeps the best. It draws the body only: strips
// belong to page/strips, k/n and ids to paginate.
#pragma once

#include "page/paginate.h"
#include "page/segment.h"
#include "page/story.h"

#include <deque>
#include <memory>
#include <vector>

namespace heiban {

class PageLayout {
public:
  // `story` and `theme` outlive the layout.
  PageLayout(const Story& story, const PageMeasures& measures, const Theme& theme, FontSet& fonts);

  size_t count() const { return first_.size(); }
  int face() const { return measures_.face; }
  int columns() const { return measures_.columns; }
  double last_share() const; // how full the last page is, 0 to 1
  int free_height() const;   // px under the last page's text
  void lower(int px);        // hangs what stands on the pages lower, or higher again
  // Pages a little shorter so that `enough` of the last is filled, as far as that makes no more of
  // them.
  void even_out(double enough);

  void draw(size_t page, PageBuilder& builder) const;
  PageFacts facts(size_t page) const;

private:
  struct Placement {
    size_t segment = 0;
    SegmentPlace place;
  };

  void make_segments(FontSet& fonts);
  void add_text(const std::vector<Piece>& pieces, bool leads_across, FontSet& fonts);
  double add_table(const TableContent& table, FontSet& fonts);
  const std::vector<Piece>& notes(const std::vector<Piece>& pieces, double size);
  std::unique_ptr<Segment> make_text(const std::vector<Piece>& pieces, FontSet& fonts);
  bool low_page() const;
  int title_em() const; // of a title's line at most
  double title_size(FontSet& fonts) const;
  size_t title_lines(FontSet& fonts, double size) const; // of the body
  void make_title(FontSet& fonts);
  void add_under_title(const std::string& text, PieceInk ink);
  void add_period(FontSet& fonts);
  void make_running_title(FontSet& fonts);
  void pour(int bottom);
  SegmentFill fill_page(size_t segment, size_t from) const;
  void pour_segment(size_t segment, size_t from);
  void begin_page();
  bool pull_along(size_t segment);
  int gap(size_t segment) const;
  size_t end_of(size_t page) const;
  double share_of(size_t page) const; // how full it is
  double end_share() const;           // of the last pages, the emptier one
  size_t torn_tables() const;         // that stand on more than one page
  void draw_running_title(PageBuilder& builder) const;

  const Story& story_;
  PageMeasures measures_; // its body: of the pages after the first
  const Theme& theme_;
  std::vector<Piece> title_;
  SetText running_; // the title on the pages after the first
  int running_height_ = 0;
  int title_height_ = 0;                      // px of the first page
  std::deque<std::vector<Piece>> own_pieces_; // what the story does not hold as it is set
  std::vector<std::unique_ptr<Segment>> segments_;
  std::vector<Placement> placements_;
  std::vector<size_t> first_; // placement of each page

  // While pouring.
  int bottom_ = 0, y_ = 0, top_ = 0;
};

} // namespace heiban
