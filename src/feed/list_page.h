// read_list_page: a web page that lists articles → a ParsedFeed whose entries have title, link and
// date. The app's feed reader calls it for feeds of kind = "page", and gets each article from its
// own page (article_page.h).
// It fetches nothing and runs no scripts: a list that a script fills in is said to be one.
#pragma once

#include "config/feed_spec.h"
#include "feed/parse.h"

#include <string>
#include <vector>

namespace heiban {

struct ListPage {
  ParsedFeed feed;                // its warnings: what staff should mend
  std::vector<std::string> notes; // Chinese: what was found, and by which selector
};

// Malformed, in Chinese, when a selector cannot be read or nothing was found; it says what to do.
Result<ListPage> read_list_page(std::string_view bytes, const FeedContext& context,
                                const PageSelectors& selectors);

} // namespace heiban
