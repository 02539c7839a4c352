// read_sheet: one worksheet's XML → a Sheet of the texts in its visible cells.
// feed/xlsx_grid.cpp calls it for each visible sheet.
// It computes no formula: the value the program saved last is what stands.
#pragma once

#include "feed/xlsx_parts.h"

namespace heiban {

struct HiddenParts {
  int rows = 0, columns = 0; // left out, with something written in them
};

// `cells` counts over all sheets. Refused (Chinese) over a limit; Malformed for broken XML.
Result<Sheet> read_sheet(std::string_view xml, const std::string& name, const WorkbookParts& parts,
                         const GridLimits& limits, size_t& cells, HiddenParts& hidden);

} // namespace heiban
