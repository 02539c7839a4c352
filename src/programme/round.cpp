#include "programme/round.h"

#include "programme/period.h"

#include <algorithm>

namespace heiban {
namespace {

// An emergency with an end of its own within a day has the glass to itself until then; one without
// would keep everything else away for good, and leads every round instead.
bool stands_alone(const Notice& notice, Instant from) {
  return notice.urgency == Urgency::Urgent && notice.valid_to && *notice.valid_to - from <= kDay;
}

bool is_urgent(const Turn& turn) {
  return turn.notice->urgency == Urgency::Urgent;
}

} // namespace

Round::Round(const Edition& edition, const Metrics& metrics, const ProgrammeSettings& settings,
             Instant now)
    : settings_(settings), now_(now) {
  take_turns(edition, metrics);
  take_index(metrics);
  relief_ = choose_relief(turns_, index_, settings_);
}

void Round::take_turns(const Edition& edition, const Metrics& metrics) {
  for (const EditionNotice& one : edition.notices) {
    if (!valid_at(one, now_))
      continue;
    const auto measured = metrics.notices.find(one.notice.id);
    if (measured == metrics.notices.end() || measured->second.pages.empty())
      continue;
    Turn& turn = turns_.emplace_back(Turn{&one.notice, &measured->second});
    turn.alone = stands_alone(one.notice, one.from);
    emergency_ = emergency_ || turn.alone;
  }
  if (emergency_)
    std::erase_if(turns_, [](const Turn& turn) { return !turn.alone; });
  std::ranges::stable_partition(turns_, is_urgent);
  for (Turn& turn : turns_) {
    turn.must = is_urgent(turn) || turn.notice->warning || in_public_notice(*turn.notice, now_);
    turn.reading = reading_of(turn.metrics->pages, settings_);
  }
}

void Round::take_index(const Metrics& metrics) {
  if (settings_.index_page && !emergency_ && turns_.size() >= kIndexedNotices)
    index_ = reading_of(metrics.index, settings_);
}

int64_t Round::page_ms(const Turn& turn, size_t page) const {
  return scaled_ms(turn.reading.full_ms[page], relief_.permille, settings_);
}

int64_t Round::index_ms(size_t page) const {
  return scaled_ms(index_.full_ms[page], relief_.permille, settings_);
}

size_t Round::end_of_part(const Turn& turn, size_t page) const {
  const size_t pages = turn.reading.full_ms.size();
  if (!turn.spread)
    return pages;
  const size_t part = part_pages(pages, relief_.rounds);
  return std::min(pages, (page / part + 1) * part);
}

const Turn* Round::find(const std::string& id) const {
  const auto at =
      std::ranges::find_if(turns_, [&](const Turn& turn) { return turn.notice->id == id; });
  return at == turns_.end() ? nullptr : &*at;
}

std::vector<std::string> Round::left_out(const std::map<std::string, int64_t>& served) const {
  std::vector<std::string> out;
  if (relief_.rounds == 1)
    return out;
  const auto last_turn = [&](const Turn* turn) {
    const auto found = served.find(turn->notice->id);
    return found == served.end() ? 0 : found->second;
  };
  std::vector<const Turn*> older;
  for (const Turn& turn : turns_)
    if (!turn.every)
      older.push_back(&turn);
  std::ranges::stable_sort(older, {}, last_turn);
  int64_t room = relief_.room_ms;
  bool full = false;
  for (const Turn* turn : older) {
    for (size_t page = 0; page < turn->reading.full_ms.size(); ++page)
      room -= page_ms(*turn, page);
    full = full || room < 0;
    if (full)
      out.push_back(turn->notice->id);
  }
  return out;
}

} // namespace heiban
