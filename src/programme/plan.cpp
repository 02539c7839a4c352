#include "programme/plan.h"

#include "programme/round.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace heiban {
namespace {

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
  shown.done.clear();
  choose_left_out(round, shown);
}

Plan show(const Round& round, const Turn& turn, int page, Shown after, std::string why) {
  Plan out;
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

Plan show_fallback(Shown after, const ProgrammeSettings& settings) {
  Plan out;
  out.now.dwell_ms = settings.dwell_cap_ms;
  out.now.why = "fallback";
  after.notice_id.clear();
  after.page = 0;
  after.done.clear();
  after.left_out.clear();
  out.after = std::move(after);
  return out;
}

} // namespace

Plan plan(const Edition& edition, const Metrics& metrics, const Shown& shown,
          const ProgrammeSettings& settings, Instant now) {
  const Round round(edition, metrics, settings, now);
  Shown after = shown;
  if (round.turns().empty())
    return show_fallback(std::move(after), settings);
  if (after.done.empty() && after.notice_id.empty())
    choose_left_out(round, after);
  if (const Turn* urgent = interrupting(round, after))
    return show(round, *urgent, 1, std::move(after), "urgent");

  // A notice once begun is shown to its last page.
  if (const Turn* standing = round.find(shown.notice_id))
    if (shown.page < static_cast<int>(standing->metrics->pages.size()))
      return show(round, *standing, shown.page + 1, std::move(after), "next page");

  std::string why = "newest";
  const Turn* next = next_turn(round, after);
  if (!next) {
    begin_round(round, after);
    next = next_turn(round, after);
    why = "new round";
  }
  if (is_urgent(*next))
    why = "urgent";
  return show(round, *next, 1, std::move(after), std::move(why));
}

bool interrupts(const Edition& edition, const Metrics& metrics, const Shown& shown, Instant now) {
  const ProgrammeSettings settings; // the order of urgent notices depends on none of them
  return interrupting(Round(edition, metrics, settings, now), shown) != nullptr;
}

} // namespace heiban
