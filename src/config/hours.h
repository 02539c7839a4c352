// Opening hours as staff write them: "8:30-12:00, 14:00-17:30", "休息", "全天" → ranges.
// The key tables call it.
// It knows no weekdays and no holidays: opening_hours.h applies what was read.
#pragma once

#include "config/settings.h"

#include <optional>
#include <string>
#include <string_view>

namespace heiban {

struct HoursText {
  std::optional<DayHours> hours;
  std::string problem; // Chinese, when there are none
};

// Dashes of any kind, ~, 至 and 到 make a range; commas of any kind, 、 and ； part ranges; 上午
// and 下午 may stand before a time; 24:00 ends a day. A range never crosses midnight.
HoursText read_hours(std::string_view text);

} // namespace heiban
