#include "programme/plan.h"

#include "config/opening_hours.h"
#include "programme/round.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace heiban {
namespace {

constexpr int64_t kOnBeforeOpening = kMinute;

bool is_urgent(const Turn& turn) {
  return turn.notice->urgency == Urgency::Urgent;
}

bool waits_longer(const Turn& turn, const Turn& than, const Shown& shown) {
  const auto last_turn = [&](const Turn& one) {
    const auto found = shown.served.find(one.notice->id);
    return found == shown.served.end() ? 0 : found->second;
  };
  return last_turn(turn) < last_turn(than);
}

// Who comes next in this round: the first of those that come in every round, then the older notice
// that has waited longest; nobody who had a turn or was left out.
const Turn* next_turn(const Round& round, const Shown& shown) {
  std::unordered_set<std::string_view> passed(shown.done.begin(), shown.done.end());
  passed.insert(shown.left_out.begin(), shown.left_out.end());
  const Turn* older = nullptr;
  for (const Turn& turn : round.turns()) {
    if (passed.contains(turn.notice->id))
      continue;
    if (turn.every)
      return &turn;
    if (!older || waits_longer(turn, *older, shown))
      older = &turn;
  }
  return older;
}

bool contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::ranges::find(ids, id) != ids.end();
}

// An urgent notice that waits while something that is not urgent stands: they lead every round.
const Turn* interrupting(const Round& round, const Shown& shown) {
  const Turn* standing = round.find(shown.notice_id);
  if (standing && is_urgent(*standing))
    return nullptr;
  for (const Turn& turn : round.turns()) {
    if (!is_urgent(turn))
      return nullptr;
    if (!contains(shown.done, turn.notice->id))
      return &turn;
  }
  return nullptr;
}

bool may_be_urgent(const Edition& edition, Instant now) {
  return std::ranges::any_of(edition.notices, [&](const EditionNotice& one) {
    return one.notice.urgency == Urgency::Urgent && valid_at(one, now);
  });
}

constexpr size_t kRemembered = 128; // notices, besides twice as many as are on the board

// What is no longer on the board needs no memory; but it is not looked for while there is little.
template <typename Value>
void forget_gone(std::map<std::string, Value>& memory, const Round& round) {
  if (memory.size() <= 2 * round.turns().size() + kRemembered)
    return;
  std::unordered_set<std::string_view> here;
  for (const Turn& turn : round.turns())
    here.insert(turn.notice->id);
  std::erase_if(memory, [&](const auto& one) { return !here.contains(one.first); });
}

void begin_round(const Round& round, Shown& shown) {
  const bool broken_off = shown.round == 0;
  shown.round += 1;
  if (!broken_off) {
    shown.index_page = 0;
    shown.done.clear();
  }
  forget_gone(shown.served, round);
  forget_gone(shown.resume, round);
  shown.left_out = round.left_out(shown.served);
}

// Lists go on where their last part ended.
int first_page(const Turn& turn, const Shown& shown) {
  const auto found = shown.resume.find(turn.notice->id);
  const bool goes_on =
      found != shown.resume.end() && found->second < static_cast<int>(turn.metrics->pages.size());
  return goes_on ? found->second + 1 : 1;
}

void end_turn(const Turn& turn, Shown& shown) {
  const std::string& id = turn.notice->id;
  shown.done.push_back(id);
  ++shown.turns;
  if (!turn.every)
    shown.served[id] = shown.turns;
  if (shown.page < static_cast<int>(turn.metrics->pages.size()))
    shown.resume[id] = shown.page;
}

Slot slot_of(const Round& round, const Turn& turn, int page, std::string why) {
  Slot slot;
  slot.kind = SlotKind::Notice;
  slot.notice_id = turn.notice->id;
  slot.title = turn.notice->title;
  slot.page = page;
  slot.of = static_cast<int>(turn.metrics->pages.size());
  slot.dwell_ms = round.page_ms(turn, static_cast<size_t>(page - 1));
  slot.why = std::move(why);
  return slot;
}

Plan show(const Round& round, const Turn& turn, int page, Shown after, std::string why) {
  Plan out;
  out.now = slot_of(round, turn, page, std::move(why));
  after.notice_id = turn.notice->id;
  after.page = page;
  after.resume.erase(turn.notice->id);
  if (static_cast<size_t>(page) == round.end_of_part(turn, static_cast<size_t>(page - 1)))
    end_turn(turn, after);
  out.after = std::move(after);
  return out;
}

// A list that an urgent notice breaks into goes on where it was; a short notice begins again.
void keep_place(const Metrics& metrics, Shown& shown) {
  const auto measured = metrics.notices.find(shown.notice_id);
  if (measured != metrics.notices.end() && measured->second.pages.size() > kLongPages &&
      shown.page < static_cast<int>(measured->second.pages.size()) &&
      !contains(shown.done, shown.notice_id))
    shown.resume[shown.notice_id] = shown.page;
}

// Emergencies take turns among themselves, and the round waits as it is until they are over.
Plan show_emergency(const Round& round, const Metrics& metrics, Shown after) {
  const Turn* turn = round.find(after.notice_id);
  int page = 1;
  if (turn && after.page < static_cast<int>(turn->metrics->pages.size())) {
    page = after.page + 1;
  } else {
    if (!turn) {
      keep_place(metrics, after);
      after.emergencies.clear();
    }
    const auto waits = [&](const Turn& one) {
      return !contains(after.emergencies, one.notice->id);
    };
    auto next = std::ranges::find_if(round.turns(), waits);
    if (next == round.turns().end()) {
      after.emergencies.clear();
      next = round.turns().begin();
    }
    turn = &*next;
    after.emergencies.push_back(turn->notice->id);
  }
  Plan out;
  out.now = slot_of(round, *turn, page, "urgent");
  after.notice_id = turn->notice->id;
  after.page = page;
  out.after = std::move(after);
  return out;
}

Plan show_own(SlotKind kind, Shown after, int64_t dwell_ms) {
  Plan out;
  out.now.kind = kind;
  out.now.dwell_ms = dwell_ms;
  out.now.why = own_word(kind);
  after.notice_id.clear();
  after.page = 0;
  out.after = std::move(after);
  return out;
}

Plan show_quiet(Shown after, int64_t dwell_ms, bool display_off) {
  Plan quiet = show_own(SlotKind::Quiet, {}, dwell_ms);
  quiet.now.display_off = display_off;
  quiet.after = std::move(after); // the round goes on in the morning
  return quiet;
}

Plan show_fallback(Shown after, const ProgrammeSettings& settings) {
  after.round = 0;
  after.index_page = 0;
  after.done.clear();
  after.left_out.clear();
  return show_own(SlotKind::Fallback, std::move(after), settings.dwell_cap_ms);
}

Plan show_index(const Round& round, Shown after) {
  const size_t page = static_cast<size_t>(after.index_page++);
  Plan out = show_own(SlotKind::Index, std::move(after), round.index_ms(page));
  out.now.title = "目录";
  out.now.page = static_cast<int>(page) + 1;
  out.now.of = static_cast<int>(round.index_pages());
  return out;
}

// Nothing while the board is on; else when it comes on again, a little before the doors open.
std::optional<Instant> off_until(const ProgrammeRules& rules, Instant now) {
  const Instant ahead = now + kOnBeforeOpening;
  if (is_open(rules.hours, rules.holidays, now) || is_open(rules.hours, rules.holidays, ahead))
    return std::nullopt;
  return next_change(rules.hours, rules.holidays, now) - kOnBeforeOpening;
}

// Within its turn: neither at its last page nor at the end of a list's part.
bool stands_unfinished(const Turn* turn, const Shown& shown) {
  return turn && shown.page < static_cast<int>(turn->metrics->pages.size()) &&
         !contains(shown.done, turn->notice->id) && !shown.resume.contains(turn->notice->id);
}

std::string why_next(const Turn& turn, int page, bool new_round) {
  if (is_urgent(turn))
    return "urgent";
  if (page > 1)
    return "list goes on";
  if (new_round)
    return "new round";
  return turn.every ? "newest" : "older";
}

} // namespace

std::string own_word(SlotKind kind) {
  switch (kind) {
  case SlotKind::Index:
    return "index";
  case SlotKind::Quiet:
    return "quiet";
  case SlotKind::Fallback:
    return "fallback";
  case SlotKind::Stopped:
    return "stopped";
  case SlotKind::Notice:
    break;
  }
  return "";
}

Plan plan(const Edition& edition, const Metrics& metrics, const Shown& shown,
          const ProgrammeRules& rules, Instant now) {
  return next_in(Round(edition, metrics, rules.settings, now), metrics, shown, rules, now);
}

Plan next_in(const Round& round, const Metrics& metrics, Shown after, const ProgrammeRules& rules,
             Instant now) {
  if (!round.emergency())
    if (const auto opens = off_until(rules, now))
      return show_quiet(std::move(after), (*opens - now) * 1000, rules.display_off);
  if (round.turns().empty())
    return show_fallback(std::move(after), rules.settings);
  if (round.emergency())
    return show_emergency(round, metrics, std::move(after));
  if (after.round == 0)
    begin_round(round, after);
  if (const Turn* urgent = interrupting(round, after)) {
    keep_place(metrics, after);
    return show(round, *urgent, 1, std::move(after), "urgent");
  }

  // A notice once begun is shown to its last page.
  if (const Turn* standing = round.find(after.notice_id); stands_unfinished(standing, after)) {
    const int page = after.page + 1;
    return show(round, *standing, page, std::move(after), "next page");
  }

  bool new_round = false;
  const Turn* next = next_turn(round, after);
  if (!next) {
    begin_round(round, after);
    next = next_turn(round, after);
    new_round = true;
  }
  if (!is_urgent(*next) && after.index_page < static_cast<int>(round.index_pages()))
    return show_index(round, std::move(after));
  const int page = first_page(*next, after);
  return show(round, *next, page, std::move(after), why_next(*next, page, new_round));
}

bool interrupts(const Edition& edition, const Metrics& metrics, const Shown& shown,
                const ProgrammeRules& rules, Instant now) {
  if (!may_be_urgent(edition, now)) // nearly always: no round is worked out for it
    return false;
  const Round round(edition, metrics, rules.settings, now);
  if (round.emergency())
    return round.find(shown.notice_id) == nullptr;
  if (off_until(rules, now))
    return false; // it leads the round in the morning
  return interrupting(round, shown) != nullptr;
}

std::optional<Instant> next_interruption(const Edition& edition, const Metrics& metrics,
                                         const Shown& shown, const ProgrammeRules& rules,
                                         Instant now, Instant last) {
  if (interrupts(edition, metrics, shown, rules, now))
    return now;
  std::optional<Instant> first;
  for (const EditionNotice& one : edition.notices)
    if (one.notice.urgency == Urgency::Urgent && one.from > now && one.from <= last &&
        (!first || one.from < *first) && interrupts(edition, metrics, shown, rules, one.from))
      first = one.from;
  return first;
}

} // namespace heiban
