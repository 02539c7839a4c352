// find_list: where the list is on a list page of which staff said nothing.
// The reader of list pages calls it when heiban.toml has no select_item.
// It reads nothing but shapes: the rows of one look that have a link each, and mostly a date.
#pragma once

#include "feed/list_item.h"

namespace heiban {

struct FoundList {
  std::vector<ListItem> items; // empty: there is no list
  std::string where;           // a selector that would give them, roughly: "ul.list > li"
};

// Rows are li, tr, dl, dt, div, p … or plain links in a row, of which each has one to three links;
// those that stand at the same path of elements and classes belong together, however many <ul> they
// are spread over. The group with the most dated rows is the list; without dates at least three
// titles must be longer than a menu's.
FoundList find_list(const Node& root, int zone_minutes, Instant now);

} // namespace heiban
