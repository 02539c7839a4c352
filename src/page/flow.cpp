#include "page/flow.h"

#include <algorithm>

namespace heiban {

int column_height(std::span<const FlowUnit> units, size_t from, size_t to) {
  int height = 0;
  for (size_t i = from; i < to; ++i)
    height += units[i].height + (i == from ? 0 : units[i].before);
  return height;
}

size_t fill_column(std::span<const FlowUnit> units, size_t from, size_t limit, int height,
                   bool may_pass) {
  int used = 0;
  size_t end = from;
  for (; end < limit; ++end) {
    used += units[end].height + (end == from ? 0 : units[end].before);
    if (used > height)
      break;
  }
  if (end == limit || end == from)
    return end;
  size_t best = end;
  for (size_t i = end; i > from; --i) {
    if (units[i].cost < units[best].cost)
      best = i;
    if (units[best].cost == BreakCost::Free)
      return best;
  }
  return may_pass ? from : best;
}

std::vector<size_t> fill_columns(std::span<const FlowUnit> units, size_t from, size_t limit,
                                 const FlowBox& box) {
  std::vector<size_t> ends;
  for (int column = 0; column < box.columns && from < limit; ++column) {
    const size_t to = fill_column(units, from, limit, box.height, box.may_pass);
    if (to == from)
      break;
    ends.push_back(to);
    from = to;
  }
  return ends;
}

int balanced_height(std::span<const FlowUnit> units, size_t from, size_t limit,
                    const FlowBox& box) {
  const auto worst = [&](const std::vector<size_t>& ends) { // Strand + 1: it does not hold all
    if (ends.empty() || ends.back() != limit)
      return static_cast<int>(BreakCost::Strand) + 1;
    int cost = 0;
    for (size_t i = 0; i + 1 < ends.size(); ++i)
      cost = std::max(cost, static_cast<int>(units[ends[i]].cost));
    return cost;
  };
  const int allowed = worst(fill_columns(units, from, limit, box));
  if (allowed > static_cast<int>(BreakCost::Strand))
    return box.height;
  const int total = column_height(units, from, limit);
  if (box.columns == 1)
    return total;
  int step = box.height;
  for (size_t i = from; i < limit; ++i)
    step = std::min(step, std::max(1, units[i].height / 2));
  for (int height = total / box.columns; height < box.height; height += step) {
    FlowBox smaller = box;
    smaller.height = height;
    const std::vector<size_t> ends = fill_columns(units, from, limit, smaller);
    if (worst(ends) > allowed)
      continue;
    int used = 0;
    for (size_t i = 0, start = from; i < ends.size(); start = ends[i++])
      used = std::max(used, column_height(units, start, ends[i]));
    return used;
  }
  return box.height;
}

} // namespace heiban
