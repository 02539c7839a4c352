// fee_markup: fee schedules that come as the table inside a feed's item or on an article's web
// page, as a workbook. fee_reader calls it where the bytes are no spreadsheet. It follows no link:
// a list of articles is no schedule.
#pragma once

#include "config/feed_spec.h"
#include "feed/grid.h"
#include "notice/fee_schedule.h"

#include <string>
#include <string_view>

namespace heiban {

bool is_markup(std::string_view bytes); // a feed or a web page, by its first character

// Only tables that are a fee schedule or were to be one; other items and tables are left alone.
// Malformed, in Chinese, where there is none.
Result<Workbook> read_fee_markup(std::string_view bytes, const std::string& content_type,
                                 const FeedSpec& feed, const FeeHeads& heads, Instant now);

} // namespace heiban
