#include "notice/fee_schedule.h"

#include "notice/fee_effect.h"
#include "notice/fee_head.h"
#include "notice/fee_lines.h"
#include "notice/fee_unit.h"

#include <algorithm>
#include <iterator>

namespace heiban {
namespace {

// The row's own days: a column each, or both in one ("2026-09-01至2027-08-31").
void read_days(const FeeSchedule& schedule, FeeRow& row) {
  const EffectiveDays days = days_in(schedule.cell(row, FeeColumn::From));
  row.from = days.from;
  row.to = days.to;
  if (const std::optional<CivilDate> last = last_day_in(schedule.cell(row, FeeColumn::To)))
    row.to = last;
}

// Days that all rows share are the table's.
void share_days(FeeSchedule& schedule) {
  const FeeRow* first = nullptr;
  for (const FeeRow& row : schedule.rows) {
    if (row.section)
      continue;
    if (first && (row.from != first->from || row.to != first->to))
      return;
    first = &row;
  }
  if (first && first->from && !schedule.effective_from)
    schedule.effective_from = first->from;
  if (first && first->to && !schedule.effective_to)
    schedule.effective_to = first->to;
}

// One line a row where it has just one text; else its cells are lines: 单位：…, 日期：….
std::vector<std::string> titles_above(const FeeGrid& grid, size_t head) {
  std::vector<std::string> titles;
  for (size_t row = 0; row < head; ++row) {
    if (const std::string title = lone_text(grid[row]); !title.empty())
      titles.push_back(title);
    else
      std::ranges::copy_if(grid[row], std::back_inserter(titles),
                           [](const std::string& cell) { return !cell.empty(); });
  }
  return titles;
}

// 同上 and 〃 mean what stands in the row above; that row may be on another page.
std::vector<std::string> without_dittos(std::vector<std::string> cells, const FeeRow* above) {
  constexpr std::string_view kDittos[] = {"同上", "同前", "〃", "″", "\""};
  for (size_t i = 0; above && i < cells.size(); ++i)
    if (std::ranges::find(kDittos, cells[i]) != std::end(kDittos))
      cells[i] = above->cells[i];
  return cells;
}

std::optional<FeeAmount> amount_of(const FeeSchedule& schedule, const FeeRow& row) {
  for (const int column : schedule.standards())
    if (const std::string& text = row.cells[static_cast<size_t>(column)]; !text.empty())
      return read_amount(text);
  return {};
}

// A line with its number and nothing else: left over in a form.
bool is_number_alone(const FeeSchedule& schedule, const std::vector<std::string>& cells) {
  const int number = schedule.find(FeeColumn::Number);
  const std::string lone = lone_text(cells);
  return number >= 0 && !lone.empty() && cells[static_cast<size_t>(number)] == lone &&
         lone.find_first_not_of("0123456789.") == lone.npos;
}

// What a printed table writes above its next page.
bool is_continued(const std::vector<std::string>& cells) {
  constexpr std::string_view kWords[] = {"续",       "续表", "接上表", "续上表",     "（续）",
                                         "（续表）", "(续)", "(续表)", "（续上表）", "(续上表)"};
  return std::ranges::find(kWords, lone_text(cells)) != std::end(kWords);
}

// A column of units by its cells, where no head says so: 收费单位 names who charges, or by what.
void find_units(const FeeGrid& grid, FeeSchedule& schedule) {
  constexpr size_t kLooked = 32; // rows
  if (schedule.find(FeeColumn::Unit) >= 0)
    return;
  for (size_t column = 0; column < schedule.columns.size(); ++column) {
    size_t units = 0, others = 0;
    for (size_t row = schedule.head_row + 1;
         row < std::min(grid.size(), schedule.head_row + kLooked); ++row)
      if (const std::string& text = grid[row][column];
          !text.empty() && lone_text(grid[row]).empty())
        ++(normal_unit(text).starts_with("元/") ? units : others);
    if (schedule.columns[column] == FeeColumn::Other && units > others) {
      schedule.columns[column] = FeeColumn::Unit;
      return;
    }
  }
}

// The rows of one sheet below its head, told apart one by one.
class RowReader {
public:
  RowReader(const Sheet& sheet, FeeGrid& grid, const FeeHeads& heads, FeeSchedule& schedule)
      : sheet_(sheet), grid_(grid), heads_(heads), schedule_(schedule),
        begin_(schedule.head_row + 1), end_(end_of_fees(grid, begin_, heads)) {}

  void read() {
    for (size_t row = begin_; row < grid_.size(); ++row) {
      if (is_blank_line(grid_[row]) || is_number_alone(schedule_, grid_[row]) ||
          is_continued(grid_[row]))
        continue;
      if (const size_t head_end = again(row); head_end > row)
        row = head_end - 1;
      else
        add(row);
    }
  }

private:
  // The heads once more, as on printed pages, in whatever words: where they end.
  size_t again(size_t row) const {
    const std::optional<FeeHead> head = fee_head_at(sheet_, grid_, row, heads_);
    const bool is_same = head && head->first == row &&
                         (head->texts == schedule_.heads ||
                          (head->columns == schedule_.columns && !has_digits(grid_[row])));
    return is_same ? head->end : row;
  }

  static bool has_digits(const FeeLine& cells) {
    return std::ranges::any_of(cells, [](const std::string& cell) {
      return cell.find_first_of("0123456789") != cell.npos;
    });
  }

  void add(size_t row) {
    const FeeLine& cells = grid_[row];
    const std::string lone = lone_text(cells);
    // A second table below has a foot line of the first above it.
    const bool foot = is_foot_line(cells, heads_) &&
                      (row >= end_ || lone.empty() || lone.find("：") != std::string::npos);
    if (foot || (row >= end_ && is_note_line(sheet_, row, lone))) {
      schedule_.notes.push_back(lone.empty() ? foot_text(cells, heads_) : lone);
    } else if (!lone.empty() && is_section_line(sheet_, row, lone)) {
      sections_.enter(lone);
      schedule_.rows.push_back({row, true, cells, {}, {}});
      schedule_.rows.back().cells[0] = lone;
    } else {
      add_fee(row);
    }
  }

  void add_fee(size_t row) {
    FeeRow fee{row, false, without_dittos(std::move(grid_[row]), above()), {}, sections_.path()};
    fee.section_class = sections_.fee_class();
    fee.amount = amount_of(schedule_, fee);
    read_days(schedule_, fee);
    schedule_.rows.push_back(std::move(fee));
  }

  const FeeRow* above() const {
    const auto last = std::find_if(schedule_.rows.rbegin(), schedule_.rows.rend(),
                                   [](auto& r) { return !r.section; });
    return last == schedule_.rows.rend() ? nullptr : &*last;
  }

  const Sheet& sheet_;
  FeeGrid& grid_; // emptied row by row
  const FeeHeads& heads_;
  FeeSchedule& schedule_;
  FeeSections sections_;
  size_t begin_, end_;
};

} // namespace

int FeeSchedule::find(FeeColumn column) const {
  const auto found = std::find(columns.begin(), columns.end(), column);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

std::vector<int> FeeSchedule::standards() const {
  std::vector<int> out;
  for (size_t i = 0; i < columns.size(); ++i)
    if (columns[i] == FeeColumn::Standard || columns[i] == FeeColumn::FurtherStandard)
      out.push_back(static_cast<int>(i));
  return out;
}

std::string FeeSchedule::cell(const FeeRow& row, FeeColumn column) const {
  const int index = find(column);
  return index < 0 ? std::string() : row.cells[static_cast<size_t>(index)];
}

std::string FeeSchedule::around() const {
  std::string out;
  for (const std::string& line : titles)
    out += line + "\n";
  for (const std::string& line : notes)
    out += line + "\n";
  return out;
}

std::optional<FeeSchedule> read_fee_schedule(const Sheet& sheet, const FeeHeads& heads) {
  FeeGrid grid = carried(sheet);
  std::optional<FeeHead> head = find_fee_head(sheet, grid, heads);
  if (!head)
    return {};
  FeeSchedule schedule;
  schedule.sheet = sheet.name;
  schedule.titles = titles_above(grid, head->first);
  schedule.head_row = head->end - 1;
  schedule.heads = std::move(head->texts);
  schedule.head_storeys = std::move(head->storeys);
  schedule.columns = std::move(head->columns);
  find_units(grid, schedule);
  RowReader(sheet, grid, heads, schedule).read();
  const EffectiveDays days = effective_days(schedule.around());
  schedule.effective_from = days.from;
  schedule.effective_to = days.to;
  share_days(schedule);
  return schedule;
}

} // namespace heiban
