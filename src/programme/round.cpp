#include "programme/round.h"

#include "programme/period.h"

#include <algorithm>
#include <set>

namespace heiban {
namespace {

constexpr int kFull = 1000;

// An emergency with an end of its own within a day has the glass to itself until then; one without
// would keep everything else away for good, and leads every round instead.
bool stands_alone(const Notice& notice, Instant from) {
  return notice.urgency == Urgency::Urgent && notice.valid_to && *notice.valid_to - from <= kDay;
}

} // namespace

Round::Round(const Edition& edition, const Metrics& metrics, const ProgrammeSettings& settings,
             Instant now)
    : settings_(settings), now_(now), target_ms_(settings.round_target_minutes * int64_t{60'000}) {
  take_turns(edition, metrics);
  take_index(metrics);
  choose_scale();
  if (too_long_)
    mark_every_round();
}

void Round::take_turns(const Edition& edition, const Metrics& metrics) {
  for (const EditionNotice& one : edition.notices) {
    const auto measured = metrics.notices.find(one.notice.id);
    if (!valid_at(one, now_) || measured == metrics.notices.end() || measured->second.pages.empty())
      continue;
    Turn& turn = turns_.emplace_back(Turn{&one.notice, &measured->second});
    turn.alone = stands_alone(one.notice, one.from);
    for (const PageMetrics& page : measured->second.pages) {
      const int64_t full = dwell_ms(page, settings_);
      turn.full_ms += full;
      turn.least_ms += std::min(full, settings_.scan_floor_ms);
    }
  }
  emergency_ = std::ranges::any_of(turns_, &Turn::alone);
  if (emergency_)
    std::erase_if(turns_, [](const Turn& turn) { return !turn.alone; });
  std::ranges::stable_partition(
      turns_, [](const Turn& turn) { return turn.notice->urgency == Urgency::Urgent; });
}

void Round::take_index(const Metrics& metrics) {
  if (settings_.index_page && !emergency_ && turns_.size() >= kIndexedNotices)
    index_ = metrics.index;
}

int64_t Round::scaled(const PageMetrics& page) const {
  const int64_t full = dwell_ms(page, settings_);
  return std::max(std::min(full, settings_.scan_floor_ms), full * scale_ / kFull);
}

int64_t Round::page_ms(const Turn& turn, size_t page) const {
  return scaled(turn.metrics->pages[page]);
}

int64_t Round::turn_ms(const Turn& turn) const {
  if (scale_ == kFull)
    return turn.full_ms;
  int64_t sum = 0;
  for (size_t page = 0; page < turn.metrics->pages.size(); ++page)
    sum += page_ms(turn, page);
  return sum;
}

int64_t Round::sum_ms(bool older_only) const {
  int64_t sum = 0;
  for (const Turn& turn : turns_)
    if (!older_only || !turn.every)
      sum += turn_ms(turn);
  for (size_t page = 0; !older_only && page < index_.size(); ++page)
    sum += index_ms(page);
  return sum;
}

// The largest scale at which one round keeps to the target.
void Round::choose_scale() {
  if (sum_ms(false) <= target_ms_)
    return;
  int64_t least = 0;
  for (const Turn& turn : turns_)
    least += turn.least_ms;
  for (const PageMetrics& page : index_)
    least += std::min(dwell_ms(page, settings_), settings_.scan_floor_ms);
  too_long_ = least > target_ms_;
  int low = 0, high = kFull; // low keeps to it (or nothing does), high does not
  while (!too_long_ && high - low > 1) {
    scale_ = (low + high) / 2;
    (sum_ms(false) <= target_ms_ ? low : high) = scale_;
  }
  scale_ = low;
}

// Half of the target is for the newest; what is left is for the older ones in their rounds.
void Round::mark_every_round() {
  int64_t sum = 0;
  for (size_t page = 0; page < index_.size(); ++page)
    sum += index_ms(page);
  for (Turn& turn : turns_) {
    const bool must = turn.notice->urgency == Urgency::Urgent || turn.notice->warning ||
                      in_public_notice(*turn.notice, now_);
    const int64_t ms = turn_ms(turn);
    turn.every = must || sum + ms <= target_ms_ / 2;
    if (turn.every)
      sum += ms;
  }
}

int64_t Round::room_for_older() const {
  const int64_t older = sum_ms(true), every = sum_ms(false) - older;
  const int64_t share = (older + kMostMissed) / (kMostMissed + 1);
  return std::max(target_ms_ - every, share);
}

const Turn* Round::find(const std::string& id) const {
  const auto at =
      std::ranges::find_if(turns_, [&](const Turn& turn) { return turn.notice->id == id; });
  return at == turns_.end() ? nullptr : &*at;
}

std::vector<std::string> Round::left_out(const std::map<std::string, int>& missed) const {
  std::vector<std::string> out;
  if (!too_long_)
    return out;
  const auto waited = [&](const Turn* turn) {
    const auto found = missed.find(turn->notice->id);
    return found == missed.end() ? 0 : found->second;
  };
  std::vector<const Turn*> older;
  for (const Turn& turn : turns_)
    if (!turn.every)
      older.push_back(&turn);
  std::ranges::stable_sort(older, std::greater(), waited);
  int64_t room = room_for_older();
  bool full = false;
  for (const Turn* turn : older) {
    const int64_t ms = turn_ms(*turn);
    full = full || (ms > room && turn != older.front()); // the first goes, however long it is
    if (full && waited(turn) < kMostMissed)
      out.push_back(turn->notice->id);
    else
      room -= ms;
  }
  return out;
}

int64_t Round::longest_ms() const {
  if (!too_long_)
    return sum_ms(false);
  // Rounds before it may have left twice the longest turn of their room empty.
  return sum_ms(false) - sum_ms(true) + room_for_older() + 2 * longest_older_ms();
}

int64_t Round::longest_older_ms() const {
  int64_t longest = 0;
  for (const Turn& turn : turns_)
    if (!turn.every)
      longest = std::max(longest, turn_ms(turn));
  return longest;
}

int Round::rounds_between() const {
  if (!too_long_)
    return 1;
  const int64_t taken = std::max<int64_t>(room_for_older() - longest_older_ms(), 1);
  const int64_t needed = (sum_ms(true) + taken - 1) / taken;
  return static_cast<int>(std::clamp<int64_t>(needed, 1, kMostMissed + 1));
}

} // namespace heiban
