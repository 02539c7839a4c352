#include "page/column_widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace heiban {
namespace {

constexpr int kLeastText = 6 * kMilliEm;    // a column of sentences is not narrower
constexpr int kLongestWord = 12 * kMilliEm; // longer unbreakables may be broken after all
constexpr int kMostLines = 6;
constexpr int64_t kRagged = kMilliEm; // lines do not end exactly at the edge
constexpr double kWorthALine = 0.1;   // of an average row, some ten to a page
constexpr int64_t kStep = kMilliEm / 2;

enum class HeadLines { One, Two };

int least_width(const ColumnFacts& column, HeadLines lines) {
  const int half = std::max(2 * kMilliEm, column.head / 2 + kMilliEm / 2);
  const int head = lines == HeadLines::One ? column.head : std::min(column.head, half);
  const int text = std::min(column.natural, kLeastText); // beside numbers, too: 按实际发生费用收取
  const int body = column.numeric ? std::max(text, column.whole + column.rest) : text;
  return std::max({body, head, std::min(column.word, kLongestWord), kMilliEm});
}

double fourth(double x) {
  return x * x * x * x;
}

// How high a row is, smoothly: between its cells' mean and its highest cell.
struct Rows {
  const std::vector<ColumnFacts>& facts;
  const std::vector<size_t>& kept;
  std::vector<double> sums; // of each sampled row

  double part(size_t column, size_t row, int64_t width) const {
    return fourth(facts[kept[column]].sample[row] / static_cast<double>(width));
  }
  double gain(size_t column, int64_t width, int64_t more) const {
    double gained = 0;
    for (size_t row = 0; row < sums.size(); ++row) {
      const double after = sums[row] - part(column, row, width) + part(column, row, width + more);
      gained += std::sqrt(std::sqrt(sums[row])) - std::sqrt(std::sqrt(std::max(0.0, after)));
    }
    return gained;
  }
  void widen(size_t column, int64_t width, int64_t more) {
    for (size_t row = 0; row < sums.size(); ++row)
      sums[row] += part(column, row, width + more) - part(column, row, width);
  }
};

// From the least widths up, each step to the column that lowers the rows most.
void grow(const std::vector<ColumnFacts>& facts, const std::vector<size_t>& kept, int64_t left,
          std::vector<int64_t>& widths) {
  Rows rows{facts, kept, {}};
  rows.sums.resize(facts[kept[0]].sample.size(), 0);
  for (size_t row = 0; row < rows.sums.size(); ++row)
    for (size_t i = 0; i < kept.size(); ++i)
      rows.sums[row] += rows.part(i, row, widths[i]);
  for (; left >= kStep; left -= kStep) {
    size_t best = 0;
    double most = -1;
    for (size_t i = 0; i < kept.size(); ++i) {
      const ColumnFacts& column = facts[kept[i]];
      if (widths[i] >= std::max(column.natural, column.head))
        continue;
      const double gained = rows.gain(i, widths[i], kStep);
      if (gained <= most)
        continue;
      most = gained;
      best = i;
    }
    rows.widen(best, widths[best], kStep);
    widths[best] += kStep;
  }
}

// What most cells of a column want: its widest few may take a line more.
int usual_width(const ColumnFacts& column) {
  if (column.sample.empty())
    return column.natural;
  std::vector<int> sorted = column.sample;
  const auto ninth = sorted.begin() + static_cast<std::ptrdiff_t>((sorted.size() - 1) * 9 / 10);
  std::nth_element(sorted.begin(), ninth, sorted.end());
  return *ninth;
}

// The widths at which rows usually have the fewest lines that the room allows; nothing where even
// many lines do not help.
std::optional<std::vector<int64_t>> widths_by_lines(const std::vector<ColumnFacts>& facts,
                                                    const std::vector<size_t>& kept, int64_t room,
                                                    HeadLines heads) {
  for (int lines = 1; lines <= kMostLines; ++lines) {
    std::vector<int64_t> widths;
    for (const size_t column : kept) {
      const int64_t wanted = usual_width(facts[column]) / lines + (lines > 1 ? kRagged : 0);
      widths.push_back(std::max<int64_t>(least_width(facts[column], heads), wanted));
    }
    if (std::accumulate(widths.begin(), widths.end(), int64_t{0}) <= room)
      return widths;
  }
  return std::nullopt;
}

// Every line but the last ends short of the edge.
double lines_in(int64_t text, int64_t width) {
  const int64_t usual = std::max(width - kRagged, kRagged);
  return text <= width
             ? 1
             : std::ceil(static_cast<double>(text - kRagged) / static_cast<double>(usual));
}

double average_lines(const std::vector<ColumnFacts>& facts, const std::vector<size_t>& kept,
                     const std::vector<int64_t>& widths) {
  const size_t rows = facts[kept[0]].sample.size();
  if (rows == 0)
    return 1;
  double sum = 0;
  for (size_t row = 0; row < rows; ++row) {
    double lines = 1;
    for (size_t i = 0; i < kept.size(); ++i)
      lines = std::max(lines, lines_in(facts[kept[i]].sample[row], widths[i]));
    sum += lines;
  }
  return sum / static_cast<double>(rows);
}

ColumnWidths share_out(const std::vector<ColumnFacts>& facts, const std::vector<size_t>& kept,
                       int64_t room, HeadLines heads) {
  ColumnWidths result;
  int64_t least = 0, natural = 0;
  for (const size_t column : kept) {
    result.widths.push_back(least_width(facts[column], heads));
    least += result.widths.back();
    natural += std::max({facts[column].natural, facts[column].head, kMilliEm});
  }
  result.fits = least <= room;
  if (natural <= room)
    for (size_t i = 0; i < kept.size(); ++i)
      result.widths[i] = std::max({facts[kept[i]].natural, facts[kept[i]].head, kMilliEm});
  else if (kept.size() == 1)
    result.widths[0] = room;
  else if (result.fits) {
    result.widths = widths_by_lines(facts, kept, room, heads).value_or(result.widths);
    grow(facts, kept,
         room - std::accumulate(result.widths.begin(), result.widths.end(), int64_t{0}),
         result.widths);
  }
  result.lines = average_lines(facts, kept, result.widths);
  for (size_t i = 0; i < kept.size(); ++i)
    result.head_lines =
        std::max(result.head_lines, lines_in(facts[kept[i]].head, result.widths[i]));
  return result;
}

} // namespace

// A head stands in two lines where that makes the rows so much lower that it is worth its own line.
ColumnWidths share_width(const std::vector<ColumnFacts>& facts, const std::vector<size_t>& kept,
                         int64_t room) {
  ColumnWidths one = share_out(facts, kept, room, HeadLines::One);
  if (one.fits && one.lines <= 1)
    return one;
  ColumnWidths two = share_out(facts, kept, room, HeadLines::Two);
  return one.fits && one.lines <= two.lines + kWorthALine ? one : two;
}

} // namespace heiban
