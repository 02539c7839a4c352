// Ledger: the record of what stood on the glass (公示留痕): a JSON-lines file a day, each line
// chained to the one before by its hash; at most a line a minute. FORMAT.md describes it.
// The board calls it at every turn; ledger/read.h reads it back. It holds no body text, and a disk
// that refuses never stops the board: what could not be written is written later.
#pragma once

#include "base/result.h"
#include "calendar/instant.h"

#include <memory>
#include <optional>
#include <string>

namespace heiban {

// What stands: a page of a notice, or with an empty id a page of the board's own ("fallback",
// "index", "quiet", "stopped").
struct Standing {
  std::string notice_id, content_hash, title;
  int page = 1, of = 1;                          // page from 1
  std::string own;                               // the word for a page of the board's own
  std::string category, doc_number;              // of a notice; either may be empty
  std::optional<Instant> period_from, period_to; // its 公示期, half-open
};

// What befell a notice or the board: "withdrawn" (with its notice), "stop", "resume" (紧急断播).
struct LedgerEvent {
  std::string event;
  std::string notice_id, content_hash, title;
  std::string reason; // Chinese
  Instant at;         // when it happened
};

struct LedgerStart {
  std::string boot_id; // of this boot: tells a crash from a power cut
  Instant now;
  bool trusted = true; // false: lines say that the clock was not to be trusted
};

class Ledger {
public:
  // Creates the folder, mends a torn last line, writes the gap since the last one.
  // TryLater when the disk refuses; the board then goes on without and tries again.
  static Result<Ledger> open(const std::string& folder, const LedgerStart& start);

  Ledger(Ledger&&) noexcept;
  Ledger& operator=(Ledger&&) noexcept;
  ~Ledger(); // writes nothing: a line that close() did not write is lost, as in a crash

  // From `now` on this stands on the glass; what stood before stood until now.
  void stands(const Standing& standing, Instant now);

  // From `now` on nothing stands, and why: "off hours", "display off".
  void nothing(const std::string& cause, Instant now);

  // A line of its own at once. An event that an earlier line told already is not told again: a
  // withdrawal is known by its time, for an edition names it for days.
  void event(const LedgerEvent& event, Instant now);

  // Writes the line that is due. Call it at next_due() or later, and at every turn.
  void tick(Instant now);
  Instant next_due() const;

  void clock_trusted(bool trusted);

  // A closing line: the board leaves on purpose. Nothing may be called after it.
  void close(Instant now);

  const std::string& problem() const; // English; empty: the last write went well

private:
  struct State;
  explicit Ledger(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

} // namespace heiban
