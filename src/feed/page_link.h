// Where a page's link leads, script or none.
// The readers of list pages and articles call it.
// It resolves nothing: feed/url.h does.
#pragma once

#include "markup/tree.h"

#include <string_view>

namespace heiban {

// Where an <a> leads: its href, or the page that its script opens
// (onclick="window.open('t1.html')"); empty: nowhere.
std::string_view page_link(const Node& a);

// An <a> that leads somewhere, or another element whose click opens a page and that holds no such
// <a>: <li onclick="window.open('t1.html')">.
bool is_page_link(const Node& node);

bool leads_somewhere(std::string_view href); // not empty, a fragment, javascript:, mailto: …

} // namespace heiban
