// read_json_feed: JSON Feed 1.0 and 1.1 → ParsedFeed.
// feed/parse.cpp calls it when a document starts with { or [.
// It fills in nothing that the document does not say: feed/fill_in.h does.
#pragma once

#include "feed/parse.h"

namespace heiban {

// Malformed, with a Chinese reason, when it is no JSON or holds no items. Trailing commas, control
// characters in strings and a cut-off end are mended.
Result<ParsedFeed> read_json_feed(std::string_view utf8, const FeedContext& context);

} // namespace heiban
