// fill_in: what a feed left out, as well-kept readers supply it, and the caps on what it said.
// feed/parse.cpp calls it once on every feed, whatever its format.
// It overwrites nothing the feed said but texts beyond their caps and zh_CN for zh-CN.
#pragma once

#include "feed/entry.h"

namespace heiban {

// Title from the text's first line; id from the link, else a hash; published and updated from one
// another; authors from the feed's. Of entries that share an id but no link all but the first get
// their link appended to it.
void fill_in(ParsedFeed& feed);

} // namespace heiban
