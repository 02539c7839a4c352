#include "page/column_plan.h"

#include "page/column_widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace heiban {
namespace {

constexpr double kCellSize = 0.9; // × body face, above the floor
constexpr double kPadEm = 0.3, kAirEm = 0.18, kListAirEm = 0.14;
constexpr double kCellPitch = 1.35;  // em
constexpr double kMostStretch = 1.8; // × natural widths: wider, the eye loses the row …
constexpr double kNearlyAll = 0.8;   // … but a table nearly as wide as the text is as wide
constexpr double kTallRow = 3;       // lines: taller rows, or …
constexpr double kFewRows = 2;       // … fewer of them on a page: some columns had better go, …
constexpr double kLowRow = 2;        // lines of cells side by side: no more need to go
constexpr double kWorthDropping = 1.2;  // … where that lets so many more rows stand there
constexpr double kTorn = 0.5;           // what a row is worth that reads badly
constexpr double kWorthTheFloor = 0.8;  // rows so much lower are worth the smallest face
constexpr size_t kMostGridColumns = 24; // beyond that nothing is a grid on a wall
constexpr int kMostPanels = 6;
constexpr double kWorthAPanel = 1.25;
constexpr size_t kListRows = 12;
constexpr int kName = 10 * kMilliEm;

int pad_of(int size_px) {
  return static_cast<int>(std::lround(kPadEm * size_px));
}

struct Trial {
  int size_px = 0;
  std::vector<size_t> kept, dropped;
  ColumnWidths widths; // of the kept
  double told = 0;     // lines of the dropped, of an average row

  double lines() const { return widths.lines + told; }
  double row_height() const { return size_px * (lines() * kCellPitch + 2 * kAirEm); }
};

Trial try_columns(const std::vector<ColumnFacts>& facts, std::vector<size_t> kept,
                  std::vector<size_t> dropped, int width, int size_px) {
  Trial trial{size_px, std::move(kept), std::move(dropped), {}, 0};
  const auto columns = static_cast<int>(trial.kept.size());
  const int64_t room = int64_t{width - 2 * pad_of(size_px) * columns} * kMilliEm / size_px;
  trial.widths = share_width(facts, trial.kept, std::max<int64_t>(room, 1));
  int64_t told = 0;
  for (const size_t column : trial.dropped) {
    const std::vector<int>& sample = facts[column].sample;
    const int64_t all = std::accumulate(sample.begin(), sample.end(), int64_t{0});
    told += all / std::max<int64_t>(1, static_cast<int64_t>(sample.size())) + facts[column].head +
            2 * kMilliEm;
  }
  trial.told =
      std::ceil(static_cast<double>(told) / static_cast<double>(std::max<int64_t>(room, 1)));
  return trial;
}

// The column to drop next: the one that wants most, never the one that names the row; the rows'
// numbers when only amounts and their units are left besides, and these when nothing else is.
size_t next_to_drop(const std::vector<ColumnFacts>& facts, const std::vector<size_t>& kept) {
  const bool numbered = kept.size() > 2 && facts[kept[0]].numeric;
  const auto named = std::ranges::find_if(kept, [&](size_t column) { return facts[column].words; });
  const size_t name = named == kept.end() ? numbered : static_cast<size_t>(named - kept.begin());
  size_t chosen = kept.size() - 1;
  int most = -1;
  for (size_t i = 0; i < kept.size(); ++i) {
    if (i == name)
      continue;
    const ColumnFacts& column = facts[kept[i]];
    const bool amount = column.amounts || column.units;
    const int wants = numbered && i == 0 ? 1 : amount ? 0 : std::max(column.natural, column.head);
    if (wants < most)
      continue;
    most = wants;
    chosen = i;
  }
  return chosen;
}

// How many rows such a page holds: what visitors turn pages for. A row that does not fit on one, or
// a head too high to be repeated, makes a table hard to read.
double rows_a_page(const Trial& trial, const TableContent& table, const PageMeasures& measures) {
  const double air = 2 * kAirEm * trial.size_px, line = kCellPitch * trial.size_px;
  const double head = table.grid.head_rows() == 0 ? 0 : trial.widths.head_lines * line + air;
  const double section = table.has_sections ? line + air : 0;
  const double em = measures.text_width() / static_cast<double>(trial.size_px) * kMilliEm;
  const double foot = table.foot.empty() ? 0 : std::ceil(table.foot_width / em) * line + air;
  const double rows = (measures.body.h - head - section - foot) / trial.row_height();
  return rows < 1 || head > measures.body.h * kLargestTableHead ? rows * kTorn : rows;
}

// In the usual face, or in the smallest where only that holds them or makes rows much lower.
Trial with_all(const TableContent& table, const std::vector<size_t>& all,
               const PageMeasures& measures, int size) {
  const int width = measures.text_width();
  Trial usual = try_columns(table.facts, all, {}, width, size);
  Trial small = try_columns(table.facts, all, {}, width, measures.least);
  const bool lower = small.lines() < usual.lines();
  const bool worth_it = lower && small.row_height() < usual.row_height() * kWorthTheFloor;
  return !usual.widths.fits || worth_it ? small : usual;
}

// Columns are dropped, one after another, for as long as that lets more rows stand on a page.
Trial choose_trial(const TableContent& table, const PageMeasures& measures) {
  const std::vector<ColumnFacts>& facts = table.facts;
  const int size =
      std::max(measures.least, static_cast<int>(std::lround(measures.face * kCellSize)));
  std::vector<size_t> kept(facts.size()), dropped;
  std::iota(kept.begin(), kept.end(), size_t{0});
  if (facts.size() > kMostGridColumns) {
    dropped.assign(kept.begin() + 1, kept.end());
    kept.resize(1);
    return try_columns(facts, kept, dropped, measures.text_width(), size);
  }
  Trial best = with_all(table, kept, measures, size);
  double most = best.widths.fits ? rows_a_page(best, table, measures) : 0;
  if (best.widths.fits && best.lines() <= kTallRow && most >= kFewRows)
    return best;
  while (kept.size() > 1) {
    const size_t drop = next_to_drop(facts, kept);
    const bool amount = facts[kept[drop]].amounts || facts[kept[drop]].units;
    if (best.widths.fits && amount)
      return best; // what a fee costs stands beside its name
    dropped.push_back(kept[drop]);
    std::sort(dropped.begin(), dropped.end());
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(drop));
    Trial trial = try_columns(facts, kept, dropped, measures.text_width(), size);
    const double rows = trial.widths.fits ? rows_a_page(trial, table, measures) : 0;
    const bool last_resort = most == 0 && kept.size() == 1; // nothing fits: told, at least
    if (rows <= most * kWorthDropping && !last_resort)
      continue;
    best = std::move(trial);
    most = rows;
    if (most >= kFewRows && best.widths.lines <= kLowRow)
      return best;
  }
  return best;
}

size_t rows_down(const ColumnPlan& plan, const PageMeasures& measures) {
  const int row = plan.pitch + 2 * plan.air;
  return static_cast<size_t>(std::max(1, measures.body.h * 3 / 4 / row));
}

// Narrow tables that do not fit on one page stand in several panels side by side.
void set_panels(const TableGrid& grid, const PageMeasures& measures, ColumnPlan& plan) {
  if (!plan.dropped.empty() || grid.rows() <= rows_down(plan, measures))
    return;
  const int room = measures.text_width(), one = std::max(1, plan.width());
  plan.panels = std::clamp((room + plan.gutter) / (one + plan.gutter), 1, kMostPanels);
}

void stretch(const PageMeasures& measures, ColumnPlan& plan) {
  const int natural = std::max(1, plan.columns_width());
  const int room =
      (measures.text_width() - (plan.panels - 1) * plan.gutter) / plan.panels - plan.serial;
  const double whole = static_cast<double>(room) / natural;
  const double factor = kMostStretch >= whole * kNearlyAll ? whole : kMostStretch;
  if (factor <= 1)
    return;
  for (int& width : plan.widths)
    width = static_cast<int>(width * factor);
}

ColumnPlan plan_of(const TableGrid& grid, const std::vector<ColumnFacts>& facts,
                   const PageMeasures& measures, const Trial& trial) {
  const bool names = is_name_list(grid, facts);
  ColumnPlan plan;
  plan.size_px = trial.size_px;
  plan.pitch = static_cast<int>(std::lround(trial.size_px * kCellPitch));
  plan.pad = pad_of(trial.size_px);
  plan.air = static_cast<int>(std::lround(trial.size_px * (names ? kListAirEm : kAirEm)));
  plan.gutter = trial.size_px;
  plan.dropped = trial.dropped;
  plan.widths.assign(facts.size(), 0);
  for (size_t i = 0; i < trial.kept.size(); ++i) // a px of grace for rounding
    plan.widths[trial.kept[i]] =
        static_cast<int>(trial.widths.widths[i] * trial.size_px / kMilliEm) + 1 + 2 * plan.pad;
  if (names) {
    const auto digits = static_cast<int>(std::to_string(grid.rows()).size());
    plan.serial = digits * plan.size_px * 3 / 5 + plan.pad;
    if (plan.width() > measures.text_width())
      plan.serial = 0; // ours, not the list's: it gives way before the names do
  }
  set_panels(grid, measures, plan);
  return plan;
}

// A list of many pages is set in a smaller face, not under the floor, where that gives it another
// panel: what stands on two pages can be looked for on one.
ColumnPlan plan_list(const TableGrid& grid, const std::vector<ColumnFacts>& facts,
                     const PageMeasures& measures, const Trial& trial) {
  const auto holds = [&](const ColumnPlan& plan) {
    return static_cast<double>(rows_down(plan, measures)) * plan.panels;
  };
  ColumnPlan best = plan_of(grid, facts, measures, trial);
  const auto rows = static_cast<double>(grid.rows());
  for (int size = trial.size_px - 1; size >= measures.least && rows > 2 * holds(best); --size) {
    const Trial smaller = try_columns(facts, trial.kept, {}, measures.text_width(), size);
    ColumnPlan plan = plan_of(grid, facts, measures, smaller);
    if (holds(plan) > holds(best) * kWorthAPanel)
      best = std::move(plan);
  }
  return best;
}

} // namespace

int ColumnPlan::columns_width() const {
  return std::accumulate(widths.begin(), widths.end(), 0);
}

bool is_name_list(const TableGrid& grid, const std::vector<ColumnFacts>& facts) {
  return grid.columns() == 1 && grid.rows() >= kListRows && facts[0].natural <= kName &&
         !facts[0].numeric;
}

ColumnPlan plan_columns(const TableContent& table, const PageMeasures& measures) {
  const Trial trial = choose_trial(table, measures);
  const bool list = trial.dropped.empty() && trial.widths.lines <= 1;
  ColumnPlan plan = list ? plan_list(table.grid, table.facts, measures, trial)
                         : plan_of(table.grid, table.facts, measures, trial);
  stretch(measures, plan);
  return plan;
}

} // namespace heiban
