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

// The first notice of the round that was neither finished in it nor left out of it.
const Turn* next_turn(const Round& round, const Shown& shown) {
  std::unordered_set<std::string_view> passed(shown.done.begin(), shown.done.end());
  passed.insert(shown.left_out.begin(), shown.left_out.end());
  for (const Turn& turn : round.turns())
    if (!passed.contains(turn.notice->id))
      return &turn;
  return nullptr;
}

// An urgent notice that waits while something that is not urgent stands.
const Turn* interrupting(const Round& round, const Shown& shown) {
  const Turn* standing = round.find(shown.notice_id);
  if (standing && is_urgent(*standing))
    return nullptr;
  const Turn* next = next_turn(round, shown);
  return next && is_urgent(*next) ? next : nullptr;
}

void choose_left_out(const Round& round, Shown& shown) {
  shown.left_out = round.left_out(shown.missed);
  std::map<std::string, int> missed;
  for (const std::string& id : shown.left_out)
    missed[id] = shown.missed.contains(id) ? shown.missed[id] + 1 : 1;
  shown.missed = std::move(missed);
}

void begin_round(const Round& round, Shown& shown) {
  shown.round += 1;
  shown.index_page = 0;
  shown.done.clear();
  choose_left_out(round, shown);
}

Plan show(const Round& round, const Turn& turn, int page, Shown after, std::string why) {
  Plan out;
  out.now.kind = SlotKind::Notice;
  out.now.notice_id = turn.notice->id;
  out.now.title = turn.notice->title;
  out.now.page = page;
  out.now.of = static_cast<int>(turn.metrics->pages.size());
  out.now.dwell_ms = round.page_ms(turn, static_cast<size_t>(page - 1));
  out.now.why = std::move(why);
  after.notice_id = turn.notice->id;
  after.page = page;
  if (page == out.now.of)
    after.done.push_back(turn.notice->id);
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

Plan show_fallback(Shown after, const ProgrammeSettings& settings) {
  after.round = 0;
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

bool stands_unfinished(const Turn* turn, const Shown& shown) {
  return turn && shown.page < static_cast<int>(turn->metrics->pages.size());
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
  const Round round(edition, metrics, rules.settings, now);
  if (!round.emergency())
    if (const auto opens = off_until(rules, now)) {
      Plan quiet = show_own(SlotKind::Quiet, shown, (*opens - now) * 1000);
      quiet.after = shown; // the round goes on in the morning
      return quiet;
    }
  Shown after = shown;
  if (round.turns().empty())
    return show_fallback(std::move(after), rules.settings);
  std::string why = "newest";
  if (after.round == 0)
    begin_round(round, after);
  if (const Turn* urgent = interrupting(round, after))
    return show(round, *urgent, 1, std::move(after), "urgent");

  // A notice once begun is shown to its last page.
  if (const Turn* standing = round.find(shown.notice_id); stands_unfinished(standing, shown))
    return show(round, *standing, shown.page + 1, std::move(after), "next page");

  const Turn* next = next_turn(round, after);
  if (!next) {
    begin_round(round, after);
    next = next_turn(round, after);
    why = "new round";
  }
  if (after.index_page < static_cast<int>(round.index_pages()))
    return show_index(round, std::move(after));
  if (is_urgent(*next))
    why = "urgent";
  return show(round, *next, 1, std::move(after), std::move(why));
}

bool interrupts(const Edition& edition, const Metrics& metrics, const Shown& shown, Instant now) {
  const ProgrammeSettings settings; // the order of urgent notices depends on none of them
  return interrupting(Round(edition, metrics, settings, now), shown) != nullptr;
}

} // namespace heiban
