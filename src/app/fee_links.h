// FeeLinks: from the bytes of a kind = "fees" address that are no spreadsheet to the workbook they
// hold or lead to. fee_reader calls it.
// A table on the page or in an item comes first, then a spreadsheet the page links, then the newest
// articles it lists, each read the same way: a few pages at most, and nothing twice.
// It judges no fee and remembers nothing: every page is asked for each time.
#pragma once

#include "app/fee_markup.h"
#include "config/feed_spec.h"
#include "feed/fetcher.h"
#include "feed/grid.h"
#include "feed/parse.h"
#include "notice/fee_schedule.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct FoundFees {
  Workbook book;
  std::vector<std::string> notes; // Chinese: where it was found
};

class FeeLinks {
public:
  // `fetcher` may be null: then no link is followed.
  FeeLinks(Fetcher* fetcher, const FeedSpec& feed, const FeeHeads& heads)
      : fetcher_(fetcher), feed_(feed), heads_(heads) {}

  // Malformed, in Chinese, where there is no schedule; TryLater where a page could not be had now.
  Result<FoundFees> find(std::string_view bytes, const FeedContext& context);

private:
  Result<FetchResponse> ask(const std::string& url);
  Result<FoundFees> file(const std::string& url, const std::string& from);
  std::optional<Result<FoundFees>> articles(const FeePage& page, bool about_fees,
                                            const FeedContext& context, std::string& looked_at);
  Result<FoundFees> article(const Entry& entry, const FeedContext& context);
  bool may_follow(const std::string& url) const;

  Fetcher* fetcher_;
  const FeedSpec& feed_;
  const FeeHeads& heads_;
};

} // namespace heiban
