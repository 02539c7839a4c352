// EffectiveDays: since when and until when fees stand, as a schedule's title, notes and cells say.
// read_fee_schedule calls it. Days of other matters in the same lines (a 公示期, what an older
// document did away with) are left alone.
#pragma once

#include "calendar/instant.h"

#include <optional>
#include <string_view>

namespace heiban {

struct EffectiveDays { // first day and last, both inclusive
  std::optional<CivilDate> from, to;
};

// Of the lines above and below a table: 自2027年2月15日起执行,
// 执行期限：2026年9月1日至2027年8月31日, 有效期至二〇二七年八月三十一日, 2026年9月至2027年1月执行.
EffectiveDays effective_days(std::string_view around);

// Of a cell in a column of days: the first date, and the second where there is one.
EffectiveDays days_in(std::string_view cell);

// Of a cell in a column of last days: 2027年8月31日, 2027年8月.
std::optional<CivilDate> last_day_in(std::string_view cell);

} // namespace heiban
