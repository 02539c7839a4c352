#include "text/balance.h"

#include "text/greedy.h"
#include "text/title_words.h"

#include <algorithm>
#include <limits>

namespace heiban {
namespace {

constexpr double kUnreached = std::numeric_limits<double>::infinity();
// In squared em of unevenness. Inside a word, a name or a quoted term: rather a line more.
constexpr double kInsideWord = 60, kInsideQuote = 25, kBetweenSingles = 25;
constexpr double kInsideBook = 30, kInsideBookAfterComma = 20;
constexpr double kBeforeParticle = 8, kRuntTitle = 1e5;
constexpr double kOneMore = 40; // that a line more may cost beyond what parts a word
constexpr int kOneMoreFrom = 8; // em of measure; heads of narrow columns are parted as they must

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != set.npos;
}

// Particles and suffixes that end what stands before them.
bool clings_to_word(char32_t c) {
  return contains(U"的等性化者率类型式版及和与", c);
}
// Words of one character that end a name: 云岭|县. Not after one that goes before: 关于|县.
bool ends_name(char32_t before, char32_t c) {
  return contains(U"省市县区州镇乡村校园厅局委家", c) && is_ideographic(class_of(before)) &&
         !contains(U"于的和与及或对向按全我各本由在暨入到至经报", before);
}
// Words of one character that go with no neighbour more than with another.
bool stands_alone(char32_t c) {
  return contains(U"的和与及或在由为按对向从至到于以等并不未各共每暨将被把经", c) ||
         !is_ideographic(class_of(c));
}

// Of beginning a line at each code point.
struct BreakCosts {
  std::vector<double> costs;
  std::vector<bool> parts_word;
};

class Appraiser {
public:
  Appraiser(std::u32string_view title, IcuBreaks& icu) : title_(title) {
    icu.boundaries(IcuBreaks::Kind::Word, title, word_starts_);
    prefer_our_words();
    out_.costs.assign(title.size() + 1, 0);
    out_.parts_word.assign(title.size() + 1, false);
  }

  BreakCosts run() {
    int books = 0, quotes = 0;
    for (size_t i = 0; i < title_.size(); ++i) {
      if (books > 0)
        out_.costs[i] += title_[i - 1] == U'、' ? kInsideBookAfterComma : kInsideBook;
      if (quotes > 0)
        out_.costs[i] += kInsideQuote;
      books = std::max(0, books + (title_[i] == U'《') - (title_[i] == U'》'));
      quotes = std::max(0, quotes + (title_[i] == U'“') - (title_[i] == U'”'));
      beside_neighbour(i);
      const size_t length = title_word_length(title_.substr(i));
      for (size_t k = 1; k < length; ++k)
        part(i + k, kInsideWord);
      if (title_[i] == U'·')
        around_dot(i);
      if (title_[i] == U'第')
        after_ordinal(i);
    }
    return std::move(out_);
  }

private:
  bool after_date(size_t i) const {
    return i > 1 && class_of(title_[i - 2]) == CharClass::Digit &&
           contains(U"年月日", title_[i - 1]);
  }

  // 全|县中|小学 is what a dictionary sees in 全县中小学: where one of its words ends inside one of
  // the field's, the field's begins first. And 30|日全: a date ends where it ends.
  void prefer_our_words() {
    for (size_t i = 1; i < title_.size(); ++i) {
      size_t end = i + 1;
      while (end < title_.size() && !word_starts_[end])
        ++end;
      const size_t length = title_word_length(title_.substr(i));
      if (after_date(i) || end < i + length)
        word_starts_[i] = 1;
      if (word_starts_[i] && length > 1)
        std::fill_n(word_starts_.begin() + static_cast<ptrdiff_t>(i) + 1, length - 1, 0);
    }
  }

  void part(size_t i, double cost) {
    if (i >= title_.size())
      return;
    out_.costs[i] += cost;
    out_.parts_word[i] = true;
  }

  bool is_single(size_t i) const {
    return word_starts_[i] && (i + 1 == title_.size() || word_starts_[i + 1]) &&
           !stands_alone(title_[i]);
  }

  void beside_neighbour(size_t i) {
    const bool single = is_single(i);
    if (!word_starts_[i] || (i > 0 && single && ends_name(title_[i - 1], title_[i])))
      part(i, kInsideWord);
    else if (i > 0 && single && is_single(i - 1) && !after_date(i))
      part(i, kBetweenSingles); // a name, or a word that no dictionary has
    if (clings_to_word(title_[i]))
      out_.costs[i] += kBeforeParticle;
  }

  // 买买提·艾力: two Han at least on each side are of the name.
  void around_dot(size_t i) {
    for (size_t k = i; k > 0 && i - k < 2; --k)
      part(k, kInsideWord);
    for (size_t k = i + 1; k < std::min(i + 3, title_.size()) && !stands_alone(title_[k]); ++k)
      part(k, kInsideWord);
  }

  // 第一|学期, 第3|批
  void after_ordinal(size_t i) {
    size_t end = i + 1;
    while (end < title_.size() && (contains(U"一二三四五六七八九十百", title_[end]) ||
                                   class_of(title_[end]) == CharClass::Digit))
      ++end;
    if (end > i + 1)
      part(end, kInsideBook);
  }

  std::u32string_view title_;
  std::vector<uint8_t> word_starts_;
  BreakCosts out_;
};

class Balancer {
public:
  Balancer(const AnalysedText& text, const std::vector<Candidate>& candidates,
           const Measures& measures, BreakCosts costs)
      : text_(text), all_(candidates), measures_(measures), em_(text.em), costs_(std::move(costs)) {
  }

  // The cheapest way to set all candidates in `lines` lines; its cost, kUnreached if there is none.
  double run(size_t lines, std::vector<uint32_t>& chosen) {
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
      return kUnreached;
    chosen.assign(lines + 1, static_cast<uint32_t>(n - 1));
    for (size_t l = lines; l > 0; --l)
      chosen[l - 1] = from[l - 1][chosen[l]];
    return cost[n - 1];
  }

  bool parts_word(const std::vector<uint32_t>& chosen) const {
    return std::any_of(chosen.begin() + 1, chosen.end() - 1,
                       [&](uint32_t k) { return costs_.parts_word[all_[k].at - all_[0].at]; });
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
      double total = cost[j] + away * away + (last ? 0 : costs_.costs[all_[k].at - all_[0].at]);
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
  BreakCosts costs_;
};

} // namespace

void balance_lines(const AnalysedText& text, const std::vector<Candidate>& candidates,
                   const Measures& measures, IcuBreaks& icu, std::vector<uint32_t>& chosen) {
  fill_lines(candidates, measures, chosen);
  const size_t fewest = chosen.size() - 1;
  constexpr size_t kMostLines = 12; // a longer title is a text, and set as one
  if (fewest < 2 || fewest > kMostLines)
    return;
  const size_t from = candidates.front().at, to = candidates.back().at;
  Balancer balancer(text, candidates, measures,
                    Appraiser(text.text.substr(from, to - from), icu).run());
  std::vector<uint32_t> balanced, longer;
  const double cost = balancer.run(fewest, balanced);
  if (cost == kUnreached)
    return;
  chosen = std::move(balanced);
  if (measures.rest >= kOneMoreFrom * text.em && balancer.parts_word(chosen) &&
      balancer.run(fewest + 1, longer) < cost + kOneMore && !balancer.parts_word(longer))
    chosen = std::move(longer);
}

} // namespace heiban
