// make_notice: Entry → Notice: identity, 文号, publisher, dates, blocks.
// The poller calls it for every entry; `heiban notice` uses html_blocks.h directly.
// It reads no config: what staff decided about the feed comes in as NoticeContext.
#pragma once

#include "notice/notice.h"

#include <string>

namespace heiban {

struct NoticeContext {
  std::string feed;      // FeedSpec::name
  std::string category;  // used where the entry has none of its own
  std::string publisher; // used where neither entry nor text names one
  std::string base_url;
  Instant now;
};

Notice make_notice(const Entry& entry, const NoticeContext& context);

} // namespace heiban
