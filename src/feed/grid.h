// Workbook: a CSV or XLSX file as grids of texts, the way a person sees them on the screen.
// notice reads fee schedules from it; `heiban fees read` prints it, `heiban pages` lays it out.
// It keeps no formulas, colours or widths, and judges nothing: what a column means is notice's.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct GridMerge { // half-open, counted from 0 in `rows`
  int row_from = 0, column_from = 0, row_to = 0, column_to = 0;
};

struct Sheet {
  std::string name;                           // empty for CSV
  std::vector<std::vector<std::string>> rows; // all rows equally long; a covered cell is empty
  std::vector<GridMerge> merges;
  std::vector<int> row_numbers;    // the row's number in the file, from 1: what a message names
  std::vector<int> column_numbers; // likewise, 1 = A
};

struct Workbook {
  std::vector<Sheet> sheets;         // visible ones, in the file's order
  std::vector<std::string> findings; // Chinese: hidden rows, columns and sheets left out, …
};

struct GridLimits {
  size_t cells = 320'000;  // non-empty ones, in the whole file: 50,000 names, six columns each
  size_t area = 2'000'000; // rows × columns of all sheets, empty cells included
  int rows = 60'000;       // per sheet
  int columns = 512;
  size_t text = 12u << 20;  // bytes of all texts
  size_t cell = 3 * 32'767; // bytes of one: no spreadsheet holds more characters in one
};

// By content, not by name: an XLSX container, a JSON table, else CSV in any of feed/charset's
// encodings.
// Refused, with a Chinese sentence that says what to do, for .xls, encrypted and oversized files.
Result<Workbook> read_workbook(std::string_view bytes, std::string_view content_type = {},
                               const GridLimits& limits = {});

Result<Workbook> read_csv(std::string_view utf8,
                          const GridLimits& limits = {}); // RFC 4180, loosely
Result<Workbook> read_xlsx(std::string_view bytes, const GridLimits& limits = {}); // ECMA-376

Result<Workbook> read_json_grid(std::string_view utf8,
                                const GridLimits& limits = {}); // FEES_JSON.md

std::string column_letters(int number); // 1 → A, 27 → AA

} // namespace heiban
