// read_sheet: one worksheet's XML → a Sheet of the texts in its visible cells.
// feed/xlsx_grid.cpp calls it for each visible sheet.
// It computes no formula: the value the program saved last is what stands.
#pragma once

#include "feed/xlsx_parts.h"

namespace heiban {

struct LeftOut {             // of one sheet
  int rows = 0, columns = 0; // hidden, with something written in them
  int formulas = 0;          // whose value the program that wrote the file did not save
  int lost_texts = 0;        // cells whose text is not in the file
  int struck = 0;            // cells with text struck through
};

struct Spent {                // over all sheets
  size_t cells = 0, text = 0; // written cells, bytes of what they show
  size_t area = 0;            // rows × columns, empty cells included
};

// Refused (Chinese) over a limit; Malformed for broken XML.
Result<Sheet> read_sheet(std::string_view xml, const std::string& name, const WorkbookParts& parts,
                         const GridLimits& limits, Spent& spent, LeftOut& left_out);

} // namespace heiban
