// Ledger::State: what the writer knows between two calls: the open day file, the end of the chain,
// what stands and what was not yet written. ledger.cpp works it, resume.cpp takes up an older
// chain. Nobody outside this folder sees it.
#pragma once

#include "ledger/day_file.h"
#include "ledger/ledger.h"
#include "ledger/line.h"
#include "ledger/read.h"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace heiban {

// A stretch of time with one thing on the glass, or with nothing and a cause.
struct Stretch {
  LedgerName what;
  int page = 1, of = 1;
  std::string cause;      // not empty: nothing stood
  bool continues = false; // it stood before `from` already: a later piece of one stay
  Instant from, to;
};

struct Ledger::State {
  std::string folder, boot, problem;
  bool trusted = true;
  DayFile file;
  CivilDate day;      // of the open file
  bool ended = false; // its closing summary is written
  std::string prev = first_prev();
  std::map<std::string, int> numbers; // names said in the open file
  std::deque<Stretch> pending;        // not yet written, in order
  std::optional<Stretch> current;     // since its `from`; its `to` is open
  Instant last;                       // no line reaches back before this
  std::optional<Instant> told;        // withdrawals up to here have their lines …
  std::set<std::string> told_now;     // … and at this very second, those of these notices
  Instant line_at, sync_at;           // of the last flush, of the last sync

  // ledger.cpp
  Result<void> write(LedgerLine line);
  Result<void> begin_day(CivilDate date);
  Result<void> end_day();
  Result<void> flush(Instant to); // all up to `to`, which lies in the open file's day or at its end
  Result<void> roll_to(Instant now);
  Result<void> advance(Instant now);
  void change(std::optional<Stretch> next, Instant now);
  void cut(Instant to);
  void note(const Result<void>& done);
  LedgerLine next_line(size_t& stretches);
  LedgerLine full_line(size_t& stretches) const;
  bool is_full() const;
  bool is_told(const LedgerEvent& event) const;
  void remember(const LedgerLine& line);
  int64_t line_every() const;

  // resume.cpp
  Result<void> resume(Instant now);
  Result<void> take_up(const LedgerDay& day, const std::string& path);
  void set_future_aside(Instant now);
  void prune(Instant now) const;
};

std::string key_of(const LedgerName& name); // what makes two names the same

} // namespace heiban
