// FeeSchedule: a fee table as staff wrote it, with the meaning of its columns found.
// read_fee_schedule makes it from a grid and fee_rules checks it; `heiban fees lint` calls both.
// Values stay as written; it refuses nothing and fills nothing in.
#pragma once

#include "calendar/instant.h"
#include "feed/grid.h"
#include "notice/fee_amount.h"
#include "notice/fee_class.h"
#include "notice/fee_column.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct FeeRow {
  size_t grid_row = 0;             // in the sheet's rows
  bool section = false;            // 一、城市学校住宿费: its text is cells[0]
  std::vector<std::string> cells;  // one per column, merged values and 同上 carried
  std::optional<FeeAmount> amount; // where its first standard is one amount
  std::string section_title;       // the sections it stands in, the outer first
  FeeClass section_class = FeeClass::None;
  std::optional<CivilDate> from{}, to{}; // first and last day, where a column gives the row its own
};

struct FeeSchedule {
  std::string sheet;
  std::vector<std::string> titles; // rows above the head
  std::vector<std::string> heads;
  std::vector<std::vector<std::string>> head_storeys; // the heads' rows, spans carried
  std::vector<FeeColumn> columns;                     // as many as heads
  size_t head_row = 0;                                // in the sheet's rows: the last of the head's
  std::vector<FeeRow> rows;
  std::vector<std::string> notes; // rows below the table
  // First day, last day, inclusive: of the whole table. Rows with days of their own: fee_periods.h.
  std::optional<CivilDate> effective_from, effective_to;

  int find(FeeColumn column) const;                            // index, or -1
  std::vector<int> standards() const;                          // indices, at least one
  std::string cell(const FeeRow& row, FeeColumn column) const; // empty without such a column
  std::string around() const;                                  // titles and notes, a line each
};

// Nothing when no row heads a column of standards beside one of projects or schools.
std::optional<FeeSchedule> read_fee_schedule(const Sheet& sheet, const FeeHeads& heads);

} // namespace heiban
