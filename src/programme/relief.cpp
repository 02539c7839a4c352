#include "programme/relief.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int kFull = 1000;
constexpr int kSkim = 500;  // permille: still enough to skim a page
constexpr int kStep = 10;   // permille between two scales that are tried
constexpr int kNewest = 50; // percent of the target that belongs to the newest in every round

class Balance {
public:
  Balance(std::vector<Turn>& turns, const Reading& index, const ProgrammeSettings& settings)
      : turns_(turns), index_(index), settings_(settings),
        target_ms_(settings.round_target_minutes * int64_t{60'000}),
        guarantee_ms_(settings.guarantee_minutes * int64_t{60'000}), sums_(turns.size()) {}

  Relief choose() {
    const Relief chosen = search();
    return weigh(chosen.permille, chosen.rounds); // marks the turns for the one that was chosen
  }

private:
  Relief weigh(int permille, int rounds);
  Relief search();
  Relief best_between(int rounds, int least, int most);
  int64_t sum(const Reading& reading, int permille) const;
  int64_t longest_part(const Turn& turn, int permille, int rounds) const;

  std::vector<Turn>& turns_;
  const Reading& index_;
  const ProgrammeSettings& settings_;
  const int64_t target_ms_, guarantee_ms_;
  std::vector<int64_t> sums_; // of each turn at the scale being weighed
};

int64_t Balance::sum(const Reading& reading, int permille) const {
  if (permille == kFull)
    return reading.sum_ms;
  int64_t sum = 0;
  for (const Reading::Run& run : reading.runs)
    sum += static_cast<int64_t>(run.pages) * scaled_ms(run.full_ms, permille, settings_);
  return sum;
}

int64_t Balance::longest_part(const Turn& turn, int permille, int rounds) const {
  const size_t part = part_pages(turn.reading.full_ms.size(), rounds);
  int64_t longest = 0, now = 0;
  size_t room = part; // of the part, for pages yet
  for (const Reading::Run& run : turn.reading.runs) {
    const int64_t page_ms = scaled_ms(run.full_ms, permille, settings_);
    for (size_t left = run.pages; left > 0;) {
      const size_t pages = std::min(left, room);
      now += static_cast<int64_t>(pages) * page_ms;
      longest = std::max(longest, now);
      left -= pages;
      room -= pages;
      if (room == 0) {
        room = part;
        now = 0;
      }
    }
  }
  return longest;
}

// How long a round is, and how long a page waits, with everybody's pages at that scale and older
// notices in every `rounds`-th round.
//
// What is in every round leads it, in the same order each time; then come the lists' parts, then
// older notices in the order in which they were last shown, as many as `room_ms` holds. So between
// two showings of an older notice every other older one is shown just once. A round fills its room
// to within one turn of the longest, or has shown all of them: with a room of an equal share and
// the longest turn besides, all have been shown after `rounds` rounds.
Relief Balance::weigh(int permille, int rounds) {
  int64_t every = sum(index_, permille), lists = 0, parts = 0, older = 0, longest = 0;
  for (size_t i = 0; i < turns_.size(); ++i) {
    Turn& turn = turns_[i];
    sums_[i] = sum(turn.reading, permille);
    turn.spread = rounds > 1 && turn.notice->urgency != Urgency::Urgent &&
                  turn.reading.full_ms.size() > kLongPages;
    turn.every = rounds == 1 || turn.must || turn.spread;
    if (turn.spread) {
      lists += sums_[i];
      parts += longest_part(turn, permille, rounds);
    } else if (turn.every) {
      every += sums_[i];
    }
  }
  bool newest = true; // the first that finds no room ends them
  for (size_t i = 0; i < turns_.size(); ++i) {
    if (turns_[i].every)
      continue;
    newest = newest && every + parts + sums_[i] <= target_ms_ * kNewest / 100;
    turns_[i].every = newest;
    (newest ? every : older) += sums_[i];
    longest = newest ? longest : std::max(longest, sums_[i]);
  }
  Relief out{.permille = permille, .rounds = rounds};
  out.room_ms = std::min(older, (older + rounds - 1) / rounds + longest);
  out.round_ms = every + parts + out.room_ms;
  out.wait_ms = rounds * every + lists + (lists > 0 ? rounds * out.room_ms : older);
  out.target_kept = out.round_ms <= target_ms_;
  out.guarantee_kept = out.wait_ms <= guarantee_ms_;
  return out;
}

// The largest scale from `least` up to `most` at which both promises are kept; else the relief at
// `least`, which keeps them not.
Relief Balance::best_between(int rounds, int least, int most) {
  const auto keeps = [](const Relief& one) { return one.target_kept && one.guarantee_kept; };
  Relief best = weigh(least, rounds);
  if (!keeps(best))
    return best;
  int low = least / kStep, high = most / kStep + 1;
  while (high - low > 1) {
    const int middle = (low + high) / 2;
    const Relief tried = weigh(middle * kStep, rounds);
    (keeps(tried) ? low : high) = middle;
    if (keeps(tried))
      best = tried;
  }
  return best;
}

Relief Balance::search() {
  const auto keeps = [](const Relief& one) { return one.target_kept && one.guarantee_kept; };
  for (int rounds = 1; rounds <= kMostRounds; ++rounds)
    if (const Relief relief = best_between(rounds, kSkim, kFull); keeps(relief))
      return relief;
  Relief best;
  best.permille = -1;
  for (int rounds = 1; rounds <= kMostRounds; ++rounds)
    if (const Relief relief = best_between(rounds, 0, kSkim);
        keeps(relief) && relief.permille > best.permille)
      best = relief;
  if (best.permille >= 0)
    return best;
  for (int rounds = kMostRounds; rounds > 1; --rounds)
    if (const Relief relief = weigh(0, rounds); relief.guarantee_kept)
      return relief;
  const Relief all = weigh(0, 1);
  return all.guarantee_kept ? all : weigh(0, kMostRounds);
}

} // namespace

Reading reading_of(const std::vector<PageMetrics>& pages, const ProgrammeSettings& settings) {
  Reading reading;
  reading.full_ms.reserve(pages.size());
  for (const PageMetrics& page : pages) {
    const int64_t full = dwell_ms(page, settings);
    reading.full_ms.push_back(full);
    if (reading.runs.empty() || reading.runs.back().full_ms != full)
      reading.runs.push_back({full, 0});
    ++reading.runs.back().pages;
    reading.sum_ms += full;
  }
  return reading;
}

int64_t scaled_ms(int64_t full_ms, int permille, const ProgrammeSettings& settings) {
  return std::max(std::min(full_ms, settings.scan_floor_ms), full_ms * permille / kFull);
}

size_t part_pages(size_t pages, int rounds) {
  const auto n = static_cast<size_t>(rounds);
  return std::max<size_t>((pages + n - 1) / n, 1);
}

Relief choose_relief(std::vector<Turn>& turns, const Reading& index,
                     const ProgrammeSettings& settings) {
  return Balance(turns, index, settings).choose();
}

} // namespace heiban
