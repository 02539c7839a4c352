// fee_reader: the bytes of a fee file → notices, or why staff must mend it first.
// FeedReader calls it for feeds of kind = "fees"; `heiban fees lint` and `heiban pages` share its
// parts. It remembers no earlier version (notice/fee_versions does).
#pragma once

#include "config/feed_spec.h"
#include "feed/fetcher.h"
#include "notice/fee_rules.h"
#include "notice/notice.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct FeeWords { // assets/fees: how heads and units are written
  FeeHeads heads;
  FeeUnits units;
};
Result<FeeWords> load_fee_words(); // Broken when the installation lacks them

struct FeeSheets {
  std::vector<Notice> notices;      // one per sheet that holds a schedule, and period of it
  std::vector<FeeFinding> findings; // of all sheets
  bool refused() const;             // F1 and its like: none of it may go on the wall
};
// `now` tells only which periods of a table are over for good.
FeeSheets read_fee_sheets(const Workbook& book, const FeeWords& words, const FeedSpec& feed,
                          Instant now);

struct FeeFile {
  std::vector<Notice> notices;       // empty when refused
  std::string problem;               // Chinese; not empty: keep what stands
  std::vector<std::string> findings; // Chinese, each with its sheet, row and column
  std::vector<std::string> notes;    // Chinese: where the table was found, when not in the bytes
};
struct FeeBytes {
  std::string_view bytes;
  std::string content_type;
  std::string url; // they came from; empty: the feed's
};
// `fetcher`, where given, follows a page's links to the schedule (fee_links.h).
FeeFile read_fee_file(const FeeBytes& answer, const FeedSpec& feed, Instant now,
                      Fetcher* fetcher = nullptr);

} // namespace heiban
