#include "feed/parse.h"

#include "base/utf8.h"
#include "feed/charset.h"
#include "feed/fill_in.h"
#include "feed/read_json_feed.h"
#include "feed/read_xml_feed.h"

namespace heiban {

Result<ParsedFeed> parse_feed(std::string_view bytes, const FeedContext& context) {
  Decoded document = decode_document(bytes, context.content_type);
  const std::string_view text = trim(document.text());
  if (text.empty())
    return {ErrorKind::Malformed, "内容是空的"};
  const bool json = text.front() == '{' || text.front() == '[';
  Result<ParsedFeed> feed = json ? read_json_feed(text, context) : read_xml_feed(text, context);
  if (!feed)
    return feed;
  fill_in(*feed);
  feed->warnings.insert(feed->warnings.begin(), document.warnings.begin(), document.warnings.end());
  return feed;
}

} // namespace heiban
