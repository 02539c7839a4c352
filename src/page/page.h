// Page: a finished page as data: positioned glyph runs, rules, fills and pictures, and its k/n.
// page/paginate makes it, page/dump prints it, page/raster turns it into an Image.
// It holds no live label (clock, page mark, freshness: screen/compose) and decides nothing.
#pragma once

#include "config/theme.h"
#include "page/frame.h"
#include "text/glyphs.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace heiban {

enum class PageRole { Title, Heading, Body, Cell, Head, Foot, Caption, Label, Decoration };

struct RunItem {    // one line's glyphs of one face
  Rect box;         // ink-independent: advance × line box
  int baseline = 0; // px from the page's top
  Colour colour;
  PageRole role = PageRole::Body;
  GlyphRun run;     // run.x: its origin from the page's left edge
  std::string text; // what it says, for dumps, search and proof
  int row = -1;     // table row of the source, where it is one
};

struct FillItem {
  Rect box;
  Colour colour;
  PageRole role = PageRole::Decoration;
};

struct PictureItem {
  Rect box;
  std::string picture; // SHA-256 of the clean PNG
  std::string alt;
};

using PageItem = std::variant<RunItem, FillItem, PictureItem>; // a rule is a thin fill

struct Page {
  int width = 0, height = 0; // px
  Colour background;
  Frame frame; // where the live labels go
  std::string notice_id, content_hash, title;
  std::string category, publisher, date; // what the live strips name
  std::string alert_word;         // 紧急通知, 橙色预警: the head strip's; empty: no alert
  std::optional<Colour> head_ink; // of date and clock, where not the theme's head_text
  int number = 1, of = 1;
  std::vector<PageItem> items; // painted in order
  int characters = 0, rows = 0;
};

} // namespace heiban
