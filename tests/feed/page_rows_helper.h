// The list pages and articles of the feed tests, in the shapes county sites have.
// list_page_test and article_page_test go through them; sites and people are invented.
// They are HTML as a server sends it, UTF-8 unless a test recodes it.
#pragma once

#include <string>
#include <vector>

namespace heiban {

struct ListRow {
  const char* what;
  std::string html;
  std::vector<std::string> entries; // "2026-11-24 title link" each; no date: "-"
};

std::vector<ListRow> list_pages();

} // namespace heiban
