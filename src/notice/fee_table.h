// fee_table: a schedule's rows as a table block: heads, section rows, merged cells as staff merged
// them. fee_notice calls it.
// Nothing is left out but columns that hold nothing at all and the one the caller tells elsewhere.
#pragma once

#include "notice/block.h"
#include "notice/fee_schedule.h"

namespace heiban {

Block fee_table(const FeeSchedule& schedule, const Sheet& sheet, bool without_phones);

} // namespace heiban
