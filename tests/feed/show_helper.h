// show: a ParsedFeed as lines (title=…, 0.link=…), so that a test's row names just what it is
// about. The feed tests call it; it is not part of heiban.
#pragma once

#include "feed/parse.h"

#include <string>
#include <vector>

namespace heiban {

// Lines for the feed ("title=…") and for each entry by number ("0.title=…"); absent things have
// none. Lists are joined by " | ", an enclosure is "url type length".
std::string show(const ParsedFeed& feed);

struct FeedCase {
  std::string what;
  std::string document;
  std::vector<std::string> lines; // each must be one of show()'s; "!x" : no line starts with x
};

// Parses with +08:00, the given base and 2026-11-24T12:00+08:00 as the present.
void check_feed(const FeedCase& c, const std::string& base = {}, const std::string& type = {});

FeedContext test_context();

} // namespace heiban
