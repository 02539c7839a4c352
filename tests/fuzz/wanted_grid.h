// What must hold of every grid that feed reads out of a table file.
#pragma once

#include "feed/grid.h"
#include "wanted.h"

namespace heiban {

inline void wanted_of_sheet(const Sheet& sheet) {
  const size_t columns = sheet.rows.empty() ? 0 : sheet.rows[0].size();
  for (const auto& row : sheet.rows)
    wanted(row.size() == columns, "all rows are equally long");
  wanted(sheet.row_numbers.size() == sheet.rows.size(), "each row has its number");
  wanted(sheet.rows.empty() || sheet.column_numbers.size() == columns,
         "each column has its number");
  for (const GridMerge& merge : sheet.merges)
    wanted(merge.row_from >= 0 && merge.row_from < merge.row_to &&
               merge.row_to <= static_cast<int>(sheet.rows.size()) && merge.column_from >= 0 &&
               merge.column_from < merge.column_to && merge.column_to <= static_cast<int>(columns),
           "a merge lies in the grid");
}

inline void wanted_of_grid(const Result<Workbook>& book, const Result<Workbook>& again) {
  wanted(book.has_value() == again.has_value(), "the same answer twice");
  if (!book)
    return wanted(!book.error().message.empty(), "a refusal has a reason");
  wanted(book->sheets.size() == again->sheets.size(), "the same sheets twice");
  for (size_t i = 0; i < book->sheets.size(); ++i) {
    wanted_of_sheet(book->sheets[i]);
    wanted(book->sheets[i].rows == again->sheets[i].rows, "the same rows twice");
  }
}

} // namespace heiban
