// PageBuilder: puts set lines, fills and pictures on a page as items, in whole pixels.
// Segments and strips draw with it while a page's display list is made.
// It decides no place and breaks no line: callers say where, text/paragraph.h said how.
#pragma once

#include "page/page.h"
#include "text/paragraph.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct SetText { // a text with its lines, so that each line can say what it holds
  std::u32string characters;
  SetParagraph set;
};

SetText set_text(FontSet& fonts, std::string_view utf8, const ParagraphStyle& style, int width_px);

// The parts of a text between its '\n's; at least one.
std::vector<std::string_view> split_at_line_ends(std::string_view text);

struct LineLook {
  PageRole role = PageRole::Body;
  Colour colour;
  int size_px = 0;                // em: the baseline follows from it and the pitch
  int row = -1;                   // table row
  std::vector<RoleRange> accents; // code points set in another role …
  Colour accent;                  // … and drawn in this colour
};

struct LinePlace {
  int x = 0, y = 0; // px: the line's start edge and its box's top
  int pitch = 0;    // px: the box's height
};

class PageBuilder {
public:
  PageBuilder(Page& page, FontSet& fonts) : page_(page), fonts_(fonts) {}

  FontSet& fonts() { return fonts_; }
  const Page& page() const { return page_; }

  void line(const SetText& text, size_t line, const LinePlace& place, const LineLook& look);
  // Every line of the text, one under the other; returns the y below the last.
  int lines(const SetText& text, const LinePlace& place, const LineLook& look);
  void fill(const Rect& box, Colour colour, PageRole role = PageRole::Decoration);
  void picture(const Rect& box, const std::string& sha256, const std::string& alt);

private:
  Page& page_;
  FontSet& fonts_;
};

// Baseline of a line whose em box stands in the middle of its pitch, px below the line's top.
int baseline_in(int pitch, int size_px);

} // namespace heiban
