// label: one-line words that are placed, never broken: strips, chips, marks.
// strips, index_page and quiet_page draw with it.
// Nothing here is cut: the longest wording that fits in full is drawn, or none.
#pragma once

#include "page/builder.h"

#include <string>
#include <vector>

namespace heiban {

struct FittedLabel {
  std::string text;
  FontRole role = FontRole::Label;
  int size_px = 0, width = 0;
};

// The first of the wordings, longest first, that fits on one line of `width` px; else an empty one.
FittedLabel fit_label(const std::vector<std::string>& wordings, FontRole role, int size_px,
                      int width, FontSet& fonts);

// Starts at the box's left edge and stands in the middle of its height.
void draw_label(const FittedLabel& label, const Rect& box, Colour colour, PageRole as,
                PageBuilder& page);

bool is_dark(const Theme& theme);

// Whichever of the theme's own colours, black and white is read best on `fill`.
Colour ink_on(Colour fill, const Theme& theme);

// A word on a filled box, em ÷ 2 kept free on both sides; box.w: see chip_width.
void draw_chip(const FittedLabel& label, const Rect& box, Colour fill, const Theme& theme,
               PageBuilder& page);
// A category's word: on paper a chip; on a dark board a frame of coloured chalk, which lights less
// of the glass at the place where every page has it.
void draw_category(const FittedLabel& label, const Rect& box, Colour colour, const Theme& theme,
                   PageBuilder& page);
inline int chip_width(const FittedLabel& label) {
  return label.width + label.size_px / 2 * 2;
}

} // namespace heiban
