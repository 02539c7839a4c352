// PageMeasures: the sizes of one notice's pages in px, from the frame and the chosen body face.
// Segments lay out by them; paginate tries a few faces and keeps the best.
// It knows nothing of the notice: faces, columns and strips only.
#pragma once

#include "page/frame.h"
#include "page/paginate.h"
#include "text/paragraph.h"

#include <climits>

namespace heiban {

struct PageMeasures {
  int face = 0;                   // em of body text
  int pitch = 0;                  // px of a body line, the baseline grid
  int least = 0;                  // the legibility floor
  int small = 0;                  // em of captions, document numbers, continuation titles
  Rect body;                      // where text may stand; each page's head lines come off its top
  int columns = 1;                // of running text
  int measure = 1;                // em of a column
  int gutter = 0;                 // px between columns
  bool large_title = false;       // an alert's, seen from the door
  FontRole role = FontRole::Body; // of body text
  ParagraphStyle setting;         // what the theme and staff decide for every line

  int column_width() const { return measure > 0 ? measure * face : body.w; }
  int text_width() const { return columns * column_width() + (columns - 1) * gutter; }
  PageMeasures in_one_column() const; // short texts beside a table: as wide as can still be read
  int text_left() const { return body.x + (body.w - text_width()) / 2; }
  int column_left(int column) const { return text_left() + column * (column_width() + gutter); }
  ParagraphStyle style(FontRole of, int size_px) const; // no indent, ragged
  int pitch_of(int size_px) const; // px of a line of another size, tighter than body text
};

// `most_columns`: of running text; a single column may be wider than one of several that are left.
PageMeasures measures_of(const Frame& frame, const Legibility& legibility, const PageStyle& style,
                         int face, int most_columns = INT_MAX);

FontRole body_role(const Theme& theme);

} // namespace heiban
