// ListItem: one row of a list page: the link it has, the texts in it, the date among them.
// The finder and the reader of list pages make them; nobody else needs them.
// It chooses no rows: list_finder.h and staff's selectors do.
#pragma once

#include "calendar/instant.h"
#include "markup/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct ListText {
  std::string text;           // white space squeezed, never empty
  const Node* node = nullptr; // the text node
  bool in_link = false;       // inside the item's own link
};

struct ListItem {
  const Node* node = nullptr;
  const Node* link = nullptr; // an <a href>, the one with the longest text; nullptr: none
  std::vector<ListText> texts;
};

bool stands_in(const Node* node, const Node* ancestor); // or is it

// The item's first texts and links; what is far larger than any honest row is cut.
ListItem list_item(const Node& node);

struct ListDate {
  Instant at;
  size_t first = 0, count = 0; // the texts it was read from
  size_t start = 0, end = 0;   // count == 1: bytes of that text
};

// Outside the link first. Whole texts, dates inside texts, and a day set apart from its month
// (<b>24</b><i>2026-11</i>); inside the link only what cannot be part of a title.
std::optional<ListDate> list_date(const std::vector<ListText>& texts, int zone_minutes,
                                  Instant now);

// A date with a year anywhere in `text`: 浏览 35 发布时间：2026-11-24 09:30.
std::optional<Instant> date_inside(std::string_view text, int zone_minutes, Instant now);

// The link's text without its date and the marks before it; its title attribute where the page cut
// the text short.
std::string list_title(const ListItem& item, const std::optional<ListDate>& date);

// White space (U+00A0 and U+3000, too) squeezed to one space, none at the ends; a character cut in
// two is dropped.
std::string squeezed(std::string_view text);

} // namespace heiban
