// BoardRecord: what the board writes: the ledger of what stood on the wall, and status.json.
// The board's loop calls it; all of it happens on a thread of its own, since a disk may take its
// time, be full or be gone, and the glass waits for none of that.
// It decides neither what is shown nor when to report.
#pragma once

#include "app/worker.h"
#include "edition/edition.h"
#include "health/report.h"
#include "ledger/ledger.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

class BoardRecord {
public:
  explicit BoardRecord(std::string state);

  void stands(const Standing& standing, Instant now, bool trusted);
  void withdrawals(const std::vector<EditionWithdrawal>& withdrawn, Instant now); // that are news
  void event(const LedgerEvent& event);
  void tick(Instant now, bool trusted); // writes the line that is due; tries again after trouble
  void report(const Report& report);
  void close(Instant now, const Report& last); // returns when all is written
  void finish(); // the same without an end: for whoever turns the time by hand

private:
  // These run on the worker.
  bool open(Instant now, bool trusted);
  void tell(Instant now);
  void tell_events(Instant now);
  void write(const Report& report);

  std::string state_;
  std::optional<Ledger> ledger_;
  std::optional<Standing> standing_;            // for a ledger that opens later than the page stood
  std::vector<LedgerEvent> withdrawn_, events_; // told again and again until they have a line
  std::string ledger_problem_;
  Worker worker_; // last: it stops before what it works on goes
};

} // namespace heiban
