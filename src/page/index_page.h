// index_page: 目录, the pages that say what is on the board: entries by category, each category
// with its word and colour, each entry with its title, date and mark.
// app makes the entries from an edition; a round opens with these pages.
// It knows no notice and no edition; a title is wrapped where it is long and never cut.
#pragma once

#include "page/paginate.h"

namespace heiban {

enum class IndexMark { None, New, Objection, Urgent }; // shown as 新, 公示中, 紧急

struct IndexEntry {
  std::string category, title;
  std::string date; // short: 11月24日; empty: none
  IndexMark mark = IndexMark::None;
};

// Categories in the order in which they first appear, entries in theirs. At least one page, at any
// size from 64 × 64. A page's rows are its entries. `fonts` must outlive the result.
std::unique_ptr<Pagination> paginate_index(const std::vector<IndexEntry>& entries,
                                           const PageStyle& style, FontSet& fonts);

} // namespace heiban
