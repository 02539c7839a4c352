// wanted: a fuzz target's word for what must hold; libFuzzer keeps the input where it does not.
#pragma once

#include "base/utf8.h"
#include "feed/parse.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace heiban {

inline void wanted(bool holds, const char* what) {
  if (holds)
    return;
  std::fprintf(stderr, "wanted: %s\n", what);
  std::abort();
}

// Every text of a feed is UTF-8 without control characters or bidi controls.
inline void wanted_clean(std::string_view text) {
  wanted(is_valid_utf8(text), "a text is UTF-8");
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    wanted(c >= 0x20 || c == '\n' || c == '\t' || c == '\r', "no control characters");
    wanted(!(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069), "no bidi controls");
  }
}

inline void wanted_clean(const ParsedFeed& feed) {
  for (const std::string* text : {&feed.title, &feed.link, &feed.description, &feed.author})
    wanted_clean(*text);
  for (const Entry& entry : feed.entries) {
    for (const std::string* text :
         {&entry.title, &entry.link, &entry.id, &entry.summary, &entry.content, &entry.author})
      wanted_clean(*text);
    for (const std::string& category : entry.categories)
      wanted_clean(category);
    wanted(!entry.id.empty(), "an entry has an id");
  }
}

// The same bytes give the same entries twice, with clean texts; or a reason.
inline void wanted_of_feed(std::string_view bytes) {
  FeedContext context;
  context.base_url = "https://www.yunling.example/gggs/";
  context.now = {1'795'492'800};
  const Result<ParsedFeed> feed = parse_feed(bytes, context);
  const Result<ParsedFeed> again = parse_feed(bytes, context);
  wanted(feed.has_value() == again.has_value(), "the same answer twice");
  if (!feed)
    return wanted(!feed.error().message.empty(), "a refusal has a reason");
  wanted(feed->entries.size() == again->entries.size(), "the same entries twice");
  for (size_t i = 0; i < feed->entries.size(); ++i)
    wanted(feed->entries[i].id == again->entries[i].id, "the same ids twice");
  wanted_clean(*feed);
}

} // namespace heiban
