// read_xml_feed: XML text → ParsedFeed, for RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and CDF.
// feed/parse.cpp calls it once it has seen that a document is not JSON.
// It fills in nothing that the document does not say: feed/fill_in.h does.
#pragma once

#include "feed/parse.h"

namespace heiban {

// Malformed, with a Chinese reason, when there is no feed in it (an HTML page says so by name).
Result<ParsedFeed> read_xml_feed(std::string_view utf8, const FeedContext& context);

} // namespace heiban
