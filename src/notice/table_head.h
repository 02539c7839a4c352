// mark_head: which rows of a table name its columns, where the source does not say so itself.
// shape_table calls it last.
// It moves nothing: a title row above the heads stays, and is marked with them.
#pragma once

#include "notice/block.h"

#include <vector>

namespace heiban {

// `rows` fill a consistent grid; `bold[r]`: all texts of row r are bold.
void mark_head(std::vector<std::vector<TableCell>>& rows, const std::vector<bool>& bold);

} // namespace heiban
