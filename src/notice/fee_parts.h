// fee_parts: the tables of one sheet, each with heads of its own, as sheets of their own.
// app's fee_reader calls it before read_fee_schedule. Heads that only come again, as on printed
// pages, part nothing.
#pragma once

#include "feed/grid.h"
#include "notice/fee_column.h"

#include <string>
#include <vector>

namespace heiban {

struct FeePart {
  Sheet sheet;      // its rows keep their numbers in the file
  std::string name; // of its table: 代收费, 表2
};

// The lines above the first table and below the last stand with each. Nothing where the sheet has
// one table or none: then it stands for itself.
std::vector<FeePart> fee_parts(const Sheet& sheet, const FeeHeads& heads);

} // namespace heiban
