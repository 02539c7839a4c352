// plan: what stands on the glass now and next, and for how long. Pure; time is an argument.
// The board asks it at every turn, `heiban plan` and `snapshot` walk it ahead.
// It sees no page, only metrics that app filled; it draws nothing and reads no clock.
#pragma once

#include "calendar/instant.h"
#include "edition/edition.h"
#include "programme/metrics.h"
#include "programme/rules.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace heiban {

// What the board has shown: where the round stands. The empty value begins a new round; one with
// `round` 0 and the rest filled in (programme/recall.h) goes on within the round that was broken
// off.
struct Shown {
  int64_t round = 0;                 // from 1; 0: none has begun
  int index_page = 0;                // pages of the index shown in this round
  std::string notice_id;             // standing now, or last; empty: a page of the board's own
  int page = 0;                      // from 1
  std::vector<std::string> done;     // notices whose turn in this round is over
  std::vector<std::string> left_out; // older notices that wait for a later round
  std::map<std::string, int> resume; // lists: pages shown, where the next turn goes on
  int64_t turns = 0;                 // a count of turns, for `served`
  // The older notices, by the turn that was their last: who waited longest comes next.
  std::map<std::string, int64_t> served;
  std::vector<std::string> emergencies; // that have had their turn while they have the glass
};

enum class SlotKind {
  Notice,
  Index,    // 目录: what is on the board; opens a round of more than a handful of notices
  Quiet,    // outside opening hours
  Fallback, // nothing valid is left
  Stopped   // 紧急断播: the board's own word, never the plan's
};

// "", "index", "quiet", "fallback", "stopped": what the ledger and JSON lines call a page of the
// board's own.
std::string own_word(SlotKind kind);

struct Slot {
  SlotKind kind = SlotKind::Notice;
  std::string notice_id; // empty unless it is a notice
  std::string title;
  int page = 1, of = 1; // page from 1
  int64_t dwell_ms = 0;
  bool display_off = false; // quiet, and the display may be switched off until it is over
  std::string why; // short, for `heiban plan`: "newest", "next page", "new round", "fallback" …
};

// Fewer notices are a handful: they need no index.
inline constexpr size_t kIndexedNotices = 6;

struct Plan {
  Slot now;    // to be shown next, given `shown`
  Shown after; // hand this in again when its dwell is over
};

// Outside opening hours the quiet page, and the round goes on where it was; it is over a minute
// before the doors open. An urgent notice that stands alone stands then too.
// In them: urgent notices, the index, then newest first, each notice's pages in a row. A
// quiet or fallback slot may be long: what stands then is to be asked again whenever the edition
// changes. Where a round would grow longer than the config's target, programme/relief.h says what
// gives way. No page is skipped.
Plan plan(const Edition& edition, const Metrics& metrics, const Shown& shown,
          const ProgrammeRules& rules, Instant now);

// True when an urgent notice may not wait until the page that stands has had its time: then it is
// what plan() says for that instant.
bool interrupts(const Edition& edition, const Metrics& metrics, const Shown& shown,
                const ProgrammeRules& rules, Instant now);

// The first instant from `now` to `last` at which that is so; none: what stands has its time.
std::optional<Instant> next_interruption(const Edition& edition, const Metrics& metrics,
                                         const Shown& shown, const ProgrammeRules& rules,
                                         Instant now, Instant last);

} // namespace heiban
