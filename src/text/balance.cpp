#include "text/balance.h"

#include "text/greedy.h"
#include "text/title_words.h"

#include <algorithm>
#include <limits>

namespace heiban {
namespace {

constexpr double kUnreached = std::numeric_limits<double>::infinity();
constexpr double kInsideWord = 60, kInsideBook = 30, kBeforeParticle = 8, kRuntTitle = 1e5;

// Particles and suffixes that end what stands before them.
bool clings_to_word(char32_t c) {
  return std::u32string_view(U"的等性化者率类型式版及和与").find(c) != std::u32string_view::npos;
}

// What it costs to begin a line at each code point, in squared em of unevenness.
std::vector<double> break_costs(const AnalysedText& text, size_t from, size_t to, IcuBreaks& icu) {
  const std::u32string_view title = text.text.substr(from, to - from);
  std::vector<uint8_t> word_starts;
  icu.boundaries(IcuBreaks::Kind::Word, title, word_starts);
  std::vector<double> costs(title.size() + 1, 0);
  int books = 0;
  for (size_t i = 0; i < title.size(); ++i) {
    if (!word_starts[i])
      costs[i] += kInsideWord;
    if (books > 0)
      costs[i] += kInsideBook;
    if (title[i] == U'《')
      ++books;
    if (title[i] == U'》')
      books = std::max(0, books - 1);
    if (clings_to_word(title[i]))
      costs[i] += kBeforeParticle;
    const size_t length = title_word_length(title.substr(i));
    for (size_t k = 1; k < length; ++k)
      costs[i + k] = std::max(costs[i + k], kInsideWord);
  }
  return costs;
}

class Balancer {
public:
  Balancer(const AnalysedText& text, const std::vector<Candidate>& candidates,
           const Measures& measures, std::vector<double> costs)
      : text_(text), all_(candidates), measures_(measures), em_(text.em), costs_(std::move(costs)) {
  }

  // The cheapest way to set all candidates in `lines` lines; false: there is none.
  bool run(size_t lines, std::vector<uint32_t>& chosen) {
    const size_t n = all_.size();
    const int32_t natural = all_.back().end - all_.front().start;
    const double target = static_cast<double>(natural) / static_cast<double>(lines) / em_;
    std::vector<double> cost(n, kUnreached);
    cost[0] = 0;
    std::vector<std::vector<uint32_t>> from(lines, std::vector<uint32_t>(n, 0));
    for (size_t l = 0; l < lines; ++l) {
      std::vector<double> next(n, kUnreached);
      for (uint32_t k = 1; k < n; ++k)
        reach(cost, target, k, next, from[l]);
      cost = std::move(next);
    }
    if (cost[n - 1] == kUnreached)
      return false;
    chosen.assign(lines + 1, static_cast<uint32_t>(n - 1));
    for (size_t l = lines; l > 0; --l)
      chosen[l - 1] = from[l - 1][chosen[l]];
    return true;
  }

private:
  // A bracket at the end, such as the unit in a table's head, is a line of its own and no runt.
  bool opens_bracket(uint32_t at) const { return text_.text[at] == U'（'; }

  void reach(const std::vector<double>& cost, double target, uint32_t k, std::vector<double>& next,
             std::vector<uint32_t>& from) const {
    const bool last = k + 1 == all_.size();
    for (uint32_t j = k; j-- > 0;) {
      const LineSize size = line_between(all_[j], all_[k]);
      if (size.natural > (j == 0 ? measures_.first : measures_.rest))
        break;
      if (cost[j] == kUnreached)
        continue;
      const double away = static_cast<double>(size.natural) / em_ - target;
      double total = cost[j] + away * away + (last ? 0 : costs_[all_[k].at - all_[0].at]);
      if (last && j > 0 && all_[j].at > measures_.last_line_from && !opens_bracket(all_[j].at))
        total += kRuntTitle;
      if (total >= next[k])
        continue;
      next[k] = total;
      from[k] = j;
    }
  }

  const AnalysedText& text_;
  const std::vector<Candidate>& all_;
  const Measures& measures_;
  int32_t em_;
  std::vector<double> costs_;
};

} // namespace

void balance_lines(const AnalysedText& text, const std::vector<Candidate>& candidates,
                   const Measures& measures, IcuBreaks& icu, std::vector<uint32_t>& chosen) {
  fill_lines(candidates, measures, chosen);
  const size_t fewest = chosen.size() - 1;
  constexpr size_t kMostLines = 12; // a longer title is a text, and set as one
  if (fewest < 2 || fewest > kMostLines)
    return;
  std::vector<uint32_t> balanced;
  Balancer balancer(text, candidates, measures,
                    break_costs(text, candidates.front().at, candidates.back().at, icu));
  if (balancer.run(fewest, balanced))
    chosen = std::move(balanced);
}

} // namespace heiban
