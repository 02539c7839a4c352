// Any bytes as JSON Feed: entries with clean texts, or a reason; the same twice.
#include "feed/parse.h"
#include "wanted.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace heiban;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  FeedContext context;
  context.base_url = "https://www.yunling.example/gggs/";
  context.now = {1'795'492'800};
  const Result<ParsedFeed> feed = parse_feed(bytes, context);
  const Result<ParsedFeed> again = parse_feed(bytes, context);
  wanted(feed.has_value() == again.has_value(), "the same answer twice");
  if (!feed) {
    wanted(!feed.error().message.empty(), "a refusal has a reason");
    return 0;
  }
  wanted(feed->entries.size() == again->entries.size(), "the same entries twice");
  for (size_t i = 0; i < feed->entries.size(); ++i)
    wanted(feed->entries[i].id == again->entries[i].id, "the same ids twice");
  wanted_clean(*feed);
  return 0;
}
