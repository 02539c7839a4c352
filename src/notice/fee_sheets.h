// fee_sheets: the tables of a notice as the grids a spreadsheet of them would give, the texts
// around them as its title rows and notes. app's fee_reader calls it where a fee schedule comes in
// a feed's item or on a web page. It judges no table: whether one is a fee schedule says
// fee_schedule. Pictures are left out.
#pragma once

#include "feed/grid.h"
#include "notice/notice.h"

#include <vector>

namespace heiban {

// One per table. Row numbers count the table's own rows; a line above or below has the number of
// the first or last. What stands below the last table stands below each.
std::vector<Sheet> sheets_of(const Notice& notice);

} // namespace heiban
