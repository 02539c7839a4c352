#include "text/optimise.h"

#include <algorithm>
#include <limits>

namespace heiban {
namespace {

constexpr double kRunt = 1e7;      // more than any spacing: it stays only where nothing helps
constexpr double kOverflow = 1e11; // per em beyond the measure
constexpr double kShrink = 2, kSpread = 80; // weights: squeezing in comes before pushing out
constexpr double kLoose = 0.1;  // em a place: from there on the eye sees holes, and cost runs away
constexpr double kLimit = 0.5;  // em a place, rule 20's: beyond it a line is no line
constexpr double kBeyond = 2e7; // of such a line for each time the limit: worse than a runt,
constexpr double kLastRunt = 5e9; // but where runts come last
constexpr double kMostTimes = 20; // the limit
constexpr double kRagged = 0.2;   // of an em of blank at a ragged line's end, squared
// A justified line left ragged all the same, and an em of blank at its end, squared: better one
// such line than two full of holes.
constexpr double kLeftRagged = 90, kBlank = 8;
constexpr double kUnexplained = 1000; // of a ragged line that the next character would still fit
constexpr double kPartsOne = 10;      // a penalty that a wider search may save
constexpr double kHopeless = 9; // a start this much worse than the best near it is not followed
constexpr int kMostBlank = 2;   // em up to which lines are tried at first
constexpr double kUnreached = std::numeric_limits<double>::infinity();

class Chooser {
public:
  Chooser(const std::vector<Candidate>& candidates, const Measures& measures, int32_t em)
      : all_(candidates), measures_(measures), em_(em), inverse_em_(1.0 / em),
        runt_(measures.runts_last ? kLastRunt : kRunt), nodes_(candidates.size()) {
    nodes_[0].cost = 0;
  }

  // Follows only promising starts, which is nearly always enough.
  void hurry() {
    live_.assign(1, 0);
    size_t low = 0; // of live_: the earliest start that a line to `k` can have
    for (uint32_t k = 1; k < all_.size(); ++k) {
      while (low < live_.size() && !fits(live_[low], k))
        ++low;
      if (low == live_.size())
        low = revive(k);
      if (reach_from_live(low, k))
        live_.push_back(k);
    }
  }

  // Whether the way found has a runt, a line too long or full of holes, or parts what reads as one.
  // Within a unit that no line holds nothing better is to be had.
  bool is_ugly() const {
    for (auto k = static_cast<uint32_t>(all_.size() - 1), j = k; k > 0; k = j) {
      j = nodes_[k].from;
      const bool last = k + 1 == all_.size();
      if (last && !measures_.ends)
        continue; // its line goes on in the next stretch
      const bool within = all_[j].inside && all_[k].inside;
      if (last ? is_runt(j) : all_[k].penalty >= kPartsOne)
        return true;
      if (!fits(j, k) || (!last && !within && measures_.justified && spread_of(j, k) > kLoose))
        return true;
    }
    return false;
  }

  // Tries every line that can be, however short.
  void search() {
    uint32_t low = 0;
    for (uint32_t k = 1; k < all_.size(); ++k) {
      while (low + 1 < k && !fits(low, k))
        ++low;
      Node& node = nodes_[k];
      node.cost = kUnreached;
      for (uint32_t j = low; j < k && (j == 0 || !is_too_dear(j, k, node.cost)); ++j)
        consider(j, k, node);
      node.cost += all_[k].penalty;
    }
  }

  void trace(std::vector<uint32_t>& chosen) const {
    chosen.clear();
    for (auto k = static_cast<uint32_t>(all_.size() - 1); k > 0; k = nodes_[k].from)
      chosen.push_back(k);
    chosen.push_back(0);
    std::reverse(chosen.begin(), chosen.end());
  }

private:
  struct Node {
    double cost = kUnreached;
    uint32_t from = 0;
  };

  int32_t measure(uint32_t start) const { return start == 0 ? measures_.first : measures_.rest; }

  bool fits(uint32_t j, uint32_t k) const {
    const LineSize size = line_between(all_[j], all_[k]);
    return size.natural - size.shrink <= measure(j);
  }

  // em by which each place of the line grows.
  double spread_of(uint32_t j, uint32_t k) const {
    const LineSize size = line_between(all_[j], all_[k]);
    return (measure(j) - size.natural) * inverse_em_ / std::max(size.spread, 1);
  }

  bool ends(uint32_t k) const { return measures_.ends && k + 1 == all_.size(); }

  // Whether a line from `j`, and with it every shorter one, costs more by itself than the best way.
  bool is_too_dear(uint32_t j, uint32_t k, double best) const {
    const LineSize size = line_between(all_[j], all_[k]);
    const int32_t over = size.natural - measure(j);
    if (over >= 0 || ends(k) || best == kUnreached)
      return false;
    const double x = over * inverse_em_;
    const double ragged = measures_.loosest > 0 ? kLeftRagged + kBlank * x * x : best;
    return std::min(line(over, size), ragged) >= best;
  }

  // How much of the measure the line leaves blank.
  int32_t consider(uint32_t j, uint32_t k, Node& node) const {
    const LineSize size = line_between(all_[j], all_[k]);
    const int32_t over = size.natural - measure(j);
    if (nodes_[j].cost >= node.cost)
      return -over; // no line costs less than nothing
    double cost = nodes_[j].cost + (ends(k) ? last_line(j, over, size) : line(over, size));
    if (measures_.loosest > 0 && !ends(k) && is_left_ragged(over, size) && has_room(j, k + 1))
      cost += kUnexplained;
    if (cost < node.cost)
      node = {cost, j};
    return -over;
  }

  // No promising start reaches `k`: those that were given up behind the last one are followed too.
  size_t revive(uint32_t k) {
    const uint32_t known = live_.back();
    for (uint32_t j = known + 1; j < k; ++j) {
      Node& node = nodes_[j];
      if (node.cost == kUnreached)
        consider(node.from, j, node);
      live_.push_back(j);
    }
    size_t low = live_.size() - 1;
    while (low > 0 && fits(live_[low - 1], k))
      --low;
    return low;
  }

  // Whether lines that begin at `k` are worth following.
  bool reach_from_live(size_t low, uint32_t k) {
    const bool last = ends(k);
    const int32_t blank = kMostBlank * em_;
    Node& node = nodes_[k];
    const LineSize longest = line_between(all_[live_[low]], all_[k]);
    if (!last && measure(live_[low]) - longest.natural > blank) {
      node.from = live_[low]; // in the middle of every line: costed only when it is needed
      return false;
    }
    double best_start = kUnreached;
    size_t i = low;
    for (; i < live_.size(); ++i) {
      best_start = std::min(best_start, nodes_[live_[i]].cost);
      if (consider(live_[i], k, node) > blank && !last)
        break;
    }
    if (last)
      return true;
    for (; i < live_.size(); ++i)
      best_start = std::min(best_start, nodes_[live_[i]].cost);
    node.cost += all_[k].penalty;
    return node.cost <= best_start + kHopeless;
  }

  // A justified line that would have to be spread too far.
  bool is_left_ragged(int32_t over, const LineSize& size) const {
    return measures_.justified && measures_.loosest > 0 &&
           -over * inverse_em_ > measures_.loosest * std::max(size.spread, 1);
  }

  // Whether the line from `j` would hold what stands before `k` too.
  bool has_room(uint32_t j, uint32_t k) const {
    return k < all_.size() && line_between(all_[j], all_[k]).natural <= measure(j);
  }

  double line(int32_t over, const LineSize& size) const {
    if (over == 0)
      return 0;
    const double x = over * inverse_em_;
    if (over > size.shrink)
      return kOverflow * (1 + (over - size.shrink) * inverse_em_);
    if (over > 0)
      return kShrink * x * over / size.shrink;
    if (!measures_.justified)
      return kRagged * x * x;
    const double each = -x / std::max(size.spread, 1);
    if (is_left_ragged(over, size))
      return kLeftRagged + kBlank * x * x;
    const bool forced = measures_.filled && each > kLimit;
    const double beyond = forced ? kBeyond * std::min(each / kLimit, kMostTimes) : 0;
    const double holes = std::min(each, kLimit) / kLoose;
    return beyond - kSpread * x * each * (1 + holes * holes);
  }

  // Of the last line, which begins at `j`.
  bool is_runt(uint32_t j) const { return j > 0 && all_[j].at > measures_.last_line_from; }

  double last_line(uint32_t j, int32_t over, const LineSize& size) const {
    return (is_runt(j) ? runt_ : 0) + (over > 0 ? line(over, size) : 0);
  }

  const std::vector<Candidate>& all_;
  const Measures& measures_;
  int32_t em_;
  double inverse_em_, runt_;
  std::vector<Node> nodes_;
  std::vector<uint32_t> live_; // starts worth following, in order
};

} // namespace

void choose_breaks(const std::vector<Candidate>& candidates, const Measures& measures, int32_t em,
                   std::vector<uint32_t>& chosen) {
  Chooser chooser(candidates, measures, em);
  chooser.hurry();
  if (chooser.is_ugly())
    chooser.search();
  chooser.trace(chosen);
}

} // namespace heiban
