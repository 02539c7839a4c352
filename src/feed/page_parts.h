// What list pages and articles have in common: the tree of a page, its base address, its title, its
// scripts.
// The readers of list pages and of articles use it.
// It fetches nothing and knows no selectors of staff.
#pragma once

#include "base/result.h"
#include "markup/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

Result<Tree> parse_page(std::string_view utf8); // the first 8 MiB

// <base href> where there is one (HTML 4.2.3), else the page's own address.
std::string page_base(const Node& root, std::string_view page_url);

std::string page_title(const Node& root); // <title>, white space squeezed

// The lists that some systems deliver as <script type="text/xml"> with a record per row: HTML each.
std::vector<std::string> lists_in_scripts(const Node& root);

// True when the page has next to nothing but scripts, or names a script's frame for its list.
bool fills_by_script(const Node& root);

} // namespace heiban
