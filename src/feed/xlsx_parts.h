// WorkbookParts: what an XLSX file says once for all its sheets: names, shared texts, formats.
// feed/xlsx_grid.cpp reads it first, feed/xlsx_sheet.cpp looks texts and formats up in it.
// It holds no cells, and of the styles only the number format and whether the font is struck
// through.
#pragma once

#include "feed/grid.h"
#include "feed/zip_container.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace heiban {

struct SheetPart {
  std::string name, path; // path inside the container
  bool hidden = false;
};

struct WorkbookParts {
  std::vector<SheetPart> sheets;
  std::vector<std::string> shared;       // shared strings, phonetic and struck runs left out
  std::set<int> struck_shared;           // those that had struck runs
  std::map<int, std::string> own_shared; // what runs with fonts of their own say, where it is asked
  std::vector<std::string> cell_formats; // number format code by style index; "" is General
  std::set<int> struck_styles;           // style indices whose font is struck through
  bool base_1904 = false;
};

// A whole number as the file's attributes write it, or `otherwise`.
int read_int(std::string_view text, int otherwise);

// Malformed (Chinese) when the container holds no workbook.
Result<WorkbookParts> read_workbook_parts(const ZipContainer& container, const GridLimits& limits);

} // namespace heiban
