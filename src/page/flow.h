// flow: units (lines, table rows) of known height → columns, broken where breaking costs least.
// text and table segments pour their units through it; it is TYPESETTING 24 and 25 as numbers.
// It sets nothing and draws nothing; a unit is only its height, the blank above it and a cost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace heiban {

enum class BreakCost : uint8_t {
  Free,
  Avoid,  // a lead-in and what it leads to
  Widow,  // one line of a paragraph alone
  Strand, // a heading at the foot, a signature without its text, inside a row span
};

struct FlowUnit {
  int height = 0;                   // px
  int before = 0;                   // px of blank above, none at a column's top
  BreakCost cost = BreakCost::Free; // of beginning a column with this unit
};

struct FlowBox {
  int height = 0; // px of each column
  int columns = 1;
  bool may_pass = false; // the place may be left empty rather than broken badly
};

// One column from `from`: one past its last unit, at most `limit`; `from` when nothing fits, or
// when `may_pass` and only bad breaks are to be had.
size_t fill_column(std::span<const FlowUnit> units, size_t from, size_t limit, int height,
                   bool may_pass);

// Where each column ends, `columns` of them at most.
std::vector<size_t> fill_columns(std::span<const FlowUnit> units, size_t from, size_t limit,
                                 const FlowBox& box);

// The least height at which the columns hold all units up to `limit`, breaking as well as they do
// at `box.height`; `box.height` when even that does not hold them.
int balanced_height(std::span<const FlowUnit> units, size_t from, size_t limit, const FlowBox& box);

// px of units [from, to) in one column.
int column_height(std::span<const FlowUnit> units, size_t from, size_t to);

} // namespace heiban
