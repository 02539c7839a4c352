// What a sheet without a readable fee table looks like: half a head, or a table on its side.
// app asks it of sheets in which read_fee_schedule finds nothing, before it leaves one out.
// It reads no schedule and judges none.
#pragma once

#include "notice/fee_column.h"
#include "notice/fee_finding.h"

#include <optional>

namespace heiban {

// Whether it has two heads of a fee table in a row, or stands on its side.
bool looks_like_fees(const Sheet& sheet, const FeeHeads& heads);

// Of a table with its heads below one another and a fee a column: where, and how to turn it.
std::optional<FeeFinding> on_its_side(const Sheet& sheet, const FeeHeads& heads);

} // namespace heiban
