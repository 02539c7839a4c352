// read_article: an article's own web page → its title, date, source and the HTML of its body.
// The app's article reader calls it for the entries of a list page (list_page.h).
// It makes no blocks (notice does), fetches nothing and follows no "next page".
#pragma once

#include "feed/parse.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct Article {
  std::string title, source, column; // by the page's meta tags, else empty (title: <h1>)
  std::optional<Instant> published;
  std::string body_html;              // links absolute
  std::vector<Enclosure> attachments; // files linked just outside the body
  std::string where;                  // what the body was found by: ".TRS_Editor", "select_body"
  std::vector<std::string> warnings;  // Chinese
};

// Where `body_selector` is empty or finds nothing, the containers Chinese sites use are tried, then
// the block with the most text. Malformed, in Chinese, when there is no text, table or picture.
Result<Article> read_article(std::string_view bytes, const FeedContext& context,
                             std::string_view body_selector);

} // namespace heiban
