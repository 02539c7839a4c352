// read_date: the dates that feeds and web pages really carry → an instant, or nothing.
// feed and notice call it with the feed's zone and with `now`, which year-less and relative dates
// are counted from; `heiban feed date` shows it.
// It guesses no date out of running text and reads no lunar dates.
#pragma once

#include "calendar/instant.h"

#include <optional>
#include <string_view>

namespace heiban {

struct DateReading {
  Instant at;            // midnight in its zone where there is no time of day
  bool has_time = false; // a time of day was written, or the date was relative to now
  bool has_zone = false;
};

// RFC 822 and its abuses, RFC 3339, ISO 8601 (calendar, week and ordinal dates, basic and extended,
// reduced), asctime, Unix seconds and milliseconds, numeric dates with - / . and 年月日, Chinese
// numerals, full-width forms, 上午/下午, brackets, labels (发布时间：), year-less dates (nearest
// past) and relative ones (3小时前, 昨天 14:20). Without a zone the text is in `zone_minutes` east
// of UTC; CST is China's, +08:00. What is no date of the calendar (13th month, 25:14) is refused.
std::optional<DateReading> read_date_fully(std::string_view text, int zone_minutes, Instant now);

// A date alone, or the one whole date among names: 编辑：张三 2026-11-24 10:20 | 云山县教育局.
std::optional<Instant> read_dated_line(std::string_view text, int zone_minutes, Instant now);

std::optional<Instant> read_date(std::string_view text, int zone_minutes, Instant now);

} // namespace heiban
