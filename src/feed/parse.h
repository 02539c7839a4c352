// parse_feed: the bytes of one answer → ParsedFeed, whatever the format and charset.
// The poller and `heiban feed parse` call it.
// It fetches nothing, keeps nothing and reads no clock: `now` resolves year-less and relative
// dates.
#pragma once

#include "base/result.h"
#include "feed/entry.h"

#include <string>
#include <string_view>

namespace heiban {

struct FeedContext {
  std::string content_type; // HTTP's, may be empty
  std::string base_url;     // resolves relative links
  int zone_minutes = kBeijingMinutes;
  Instant now;
  // False: an entry's text that is HTML is given as HTML only. Blocks are made of that, and reading
  // it as plain text too costs as much as everything else.
  bool plain_beside_html = true;
};

// Malformed with a clear reason when the bytes are no feed (an HTML page says so by name).
Result<ParsedFeed> parse_feed(std::string_view bytes, const FeedContext& context);

} // namespace heiban
