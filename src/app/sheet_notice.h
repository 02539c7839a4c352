// sheet_notice: a CSV or XLSX workbook → a Notice: its title rows, its tables, its notes below.
// `heiban pages` calls it to show a spreadsheet as the board would.
// It judges no fees (notice/fee_rules does) and drops no row: what is no table becomes text.
#pragma once

#include "feed/grid.h"
#include "notice/notice.h"

namespace heiban {

Notice sheet_notice(const Workbook& book, const std::string& title);

} // namespace heiban
