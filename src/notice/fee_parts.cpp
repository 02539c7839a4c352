#include "notice/fee_parts.h"

#include "base/utf8.h"
#include "notice/fee_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

namespace heiban {
namespace {

constexpr size_t kMostParts = 64;
constexpr size_t kMostLeads = 3;   // lines between two tables that lead to the second
constexpr size_t kLeadLength = 30; // characters

using Range = std::pair<size_t, size_t>; // rows, half-open

// Heads in the midst of a table must be surer than those at its top: three that are known, and
// nothing in the row like an amount.
bool is_sure(const FeeLine& row, const FeeHeads& heads) {
  const auto known = std::ranges::count_if(
      row, [&](const std::string& cell) { return column_of(cell, heads) != FeeColumn::Other; });
  return known >= 3 && std::ranges::none_of(row, [](const std::string& cell) {
           return cell.find_first_of("0123456789") != cell.npos;
         });
}

// A list's number before a heading and what stands in brackets behind it say no name.
std::string name_of(std::string_view lead) {
  const size_t mark = lead.find("、");
  constexpr size_t kNumber = 9; // bytes: 十一 and the like
  if (mark != lead.npos && mark <= kNumber)
    lead.remove_prefix(mark + std::string_view("、").size());
  if (const size_t bracket = lead.find("（"); bracket != lead.npos && bracket > 0)
    lead = lead.substr(0, bracket);
  return std::string(trim(lead));
}

class Parting {
public:
  Parting(const Sheet& sheet, const FeeHeads& heads)
      : sheet_(sheet), heads_(heads), grid_(carried(sheet)) {}

  std::vector<FeePart> part() {
    find_tables();
    std::vector<FeePart> parts;
    if (starts_.size() < 2)
      return parts;
    const size_t end = end_of_fees(grid_, heads_ends_.back(), heads_);
    for (size_t i = 0; i < starts_.size(); ++i) {
      const bool last = i + 1 == starts_.size();
      std::vector<Range> ranges = {{starts_[i], last ? grid_.size() : starts_[i + 1]}};
      if (i > 0)
        ranges.insert(ranges.begin(), {0, shared_titles()});
      if (!last)
        ranges.emplace_back(end, grid_.size());
      std::string name = lead_of(i);
      parts.push_back({rows_of(ranges), name.empty() ? fmt::format("表{}", i + 1) : name});
    }
    return parts;
  }

private:
  // Where each table begins, the lines that lead to it included, and where its head ends.
  void find_tables() {
    const std::optional<FeeHead> first = find_fee_head(sheet_, grid_, heads_);
    if (!first)
      return;
    std::vector<FeeColumn> columns = first->columns;
    first_head_ = first->first;
    starts_.push_back(0);
    heads_ends_.push_back(first->end);
    for (size_t row = first->end; row < grid_.size() && starts_.size() < kMostParts; ++row) {
      if (!is_sure(grid_[row], heads_))
        continue;
      const std::optional<FeeHead> head = fee_head_at(sheet_, grid_, row, heads_);
      if (!head || head->first != row)
        continue;
      if (head->columns != columns) {
        starts_.push_back(first_lead(row));
        columns = head->columns;
        heads_ends_.push_back(head->end);
      }
      row = head->end - 1;
    }
  }

  bool is_lead(size_t row) const {
    const std::string lone = lone_text(grid_[row]);
    return !lone.empty() && count_code_points(lone) <= kLeadLength &&
           lone.find("：") == lone.npos && lone.find("。") == lone.npos &&
           !is_foot_line(grid_[row], heads_);
  }

  size_t first_lead(size_t head) const {
    size_t row = head;
    while (head - row < kMostLeads && row > heads_ends_.back() && is_lead(row - 1))
      --row;
    return row;
  }

  // The last line above a table, where it is a heading: of the first table, one that is numbered.
  std::string lead_of(size_t part) const {
    const size_t head = part == 0 ? shared_titles() : starts_[part];
    const bool leads = part == 0 ? head < first_head_ : is_lead(head);
    return leads ? name_of(lone_text(grid_[head])) : std::string();
  }

  // The lines above the first table that are every table's: not the heading of the first.
  size_t shared_titles() const {
    size_t end = first_head_;
    while (end > 1 && !lone_text(grid_[end - 1]).empty() && is_heading(lone_text(grid_[end - 1])))
      --end;
    return end;
  }

  static bool is_heading(std::string_view text) {
    const size_t mark = text.find("、");
    return name_of(text).size() < text.size() && mark != text.npos && mark <= 9;
  }

  Sheet rows_of(const std::vector<Range>& ranges) const {
    Sheet out;
    out.name = sheet_.name;
    out.column_numbers = sheet_.column_numbers;
    for (const auto& [from, to] : ranges) {
      const auto moved = static_cast<int>(out.rows.size()) - static_cast<int>(from);
      for (size_t row = from; row < to; ++row) {
        out.rows.push_back(sheet_.rows[row]);
        out.row_numbers.push_back(sheet_.row_numbers[row]);
      }
      for (const GridMerge& merge : sheet_.merges)
        if (static_cast<int>(from) <= merge.row_from && merge.row_to <= static_cast<int>(to))
          out.merges.push_back(
              {merge.row_from + moved, merge.column_from, merge.row_to + moved, merge.column_to});
    }
    return out;
  }

  const Sheet& sheet_;
  const FeeHeads& heads_;
  FeeGrid grid_;
  size_t first_head_ = 0;
  std::vector<size_t> starts_, heads_ends_;
};

} // namespace

std::vector<FeePart> fee_parts(const Sheet& sheet, const FeeHeads& heads) {
  return Parting(sheet, heads).part();
}

} // namespace heiban
