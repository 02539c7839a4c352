// find_body: which element of an article's page holds the article.
// read_article calls it where staff named no selector, or one that finds nothing.
// It cuts nothing out of what it finds: notice leaves page chrome out.
#pragma once

#include "markup/tree.h"

#include <string>

namespace heiban {

struct FoundBody {
  const Node* node = nullptr; // nullptr: there is none
  std::string where;          // the selector, or 文字最多的一块
};

FoundBody find_body(const Node& root);

bool has_content(const Node& node); // a word or two, a table or a picture

} // namespace heiban
