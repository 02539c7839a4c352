// LedgerAccounts: what a stretch of the ledger says of each notice: how often it stood, whole and
// in parts, for how long, day by day; and of the board: hours on air, gaps and what befell it. The
// certificate, the yearly report and `heiban ledger` are made from it. Pure but for reading the
// files; it judges nothing and writes nothing.
#pragma once

#include "ledger/read.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace heiban {

// A page that stood for less was leafed through or interrupted; it does not count as shown.
inline constexpr int64_t kCountedSeconds = 2;

struct Tally {
  int showings = 0;    // of pages
  int complete = 0;    // times all pages stood one after the other, other notices between or not
  int64_t seconds = 0; // all pages together
  Instant first, last; // meaningful with seconds > 0
};

struct VersionAccount { // of one content
  std::string content_hash;
  int pages = 0; // at the last showing
  Tally tally;
};

struct NoticeAccount {
  LedgerName name; // as last shown
  Tally tally;
  std::vector<VersionAccount> versions; // in the order they stood
  std::map<CivilDate, Tally> days;      // Beijing time
  std::vector<LedgerNote> notes;        // withdrawn …
};

struct DayAccount {
  int64_t on_air_seconds = 0;  // something stood: a notice or a page of the board's own
  std::vector<LedgerGap> gaps; // cut to the day
};

struct LedgerAccounts {
  std::vector<NoticeAccount> notices; // in the order they first stood
  std::map<CivilDate, DayAccount> days;
  std::vector<LedgerNote> notes; // of the board itself
};

struct OpenSpan { // of the opening hours
  Instant from, to;
};
// The opening hours within [from, to), in order: when the board was to be on.
using OpenSpans = std::function<std::vector<OpenSpan>(Instant from, Instant to)>;

LedgerAccounts ledger_accounts(const std::string& folder, Instant from, Instant to);

} // namespace heiban
