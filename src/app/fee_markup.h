// fee_markup: fee schedules that come as the table inside a feed's item or on a web page, as a
// workbook; and the links of such a page that may lead to one. fee_links follows them; fee_reader
// calls both where the bytes are no spreadsheet. It fetches nothing.
#pragma once

#include "config/feed_spec.h"
#include "feed/grid.h"
#include "feed/parse.h"
#include "notice/fee_schedule.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

bool is_markup(std::string_view bytes); // a feed or a web page, by its first character

bool is_spreadsheet_link(std::string_view url); // by its ending

struct FeePage {
  std::string title;              // of the web page's article
  Workbook book;                  // tables that are a fee schedule or were to be one; may be none
  std::vector<std::string> files; // spreadsheets its items or its text link, absolute
  std::vector<std::string> far_files; // those linked elsewhere on the page
  std::vector<Entry> entries;         // a feed's items, or what a list page lists
};

// Malformed, in Chinese, where the bytes are neither a feed nor a page with anything on it.
Result<FeePage> read_fee_page(std::string_view bytes, const FeedContext& context,
                              const FeedSpec& feed, const FeeHeads& heads);

} // namespace heiban
