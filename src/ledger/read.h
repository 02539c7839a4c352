// Reading the ledger back: days, lines, showings, and whether the chain holds.
// `heiban ledger` and the report call it; the writer uses it to go on after the last line.
// It changes nothing, not even a torn last line.
#pragma once

#include "ledger/line.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct LedgerFile {
  std::string date; // 2026-11-24
  std::string path;
};

// The folder's day files, oldest first; empty when there is no folder.
std::vector<LedgerFile> ledger_files(const std::string& folder);

struct BrokenLine {
  std::string file; // name within the folder
  int line = 0;     // from 1
  std::string what;
};

struct LedgerDay {
  std::vector<LedgerLine> lines;  // those that are whole, in order
  std::vector<BrokenLine> broken; // those that are not
  size_t whole_bytes = 0;         // up to and with the last line break
  size_t torn_bytes = 0;          // after it: a line that a crash cut
};
Result<LedgerDay> read_day(const LedgerFile& file);

struct Verification {
  size_t files = 0, lines = 0;
  size_t torn_bytes = 0;          // at the very end, which a crash may leave
  std::vector<BrokenLine> broken; // the first of each file; empty: the chain holds
  std::string first_day;          // 2026-11-24; what is older was deleted after its time
  bool from_the_start = false;    // the chain's very first line is there
  std::string head;               // hash of the last whole line: it stands for all before it
  Instant until;                  // to which that line tells
  std::string found_in;           // file:line with the hash that was asked for; empty: none
};
// `wanted`: a hash that a certificate once gave; empty: none is looked for.
Verification verify_ledger(const std::string& folder, std::string_view wanted = {});

// A page's stay on the glass; what lines cut in pieces is whole again.
struct Showing {
  LedgerName what;
  int page = 1, of = 1;
  Instant from, to;
};
struct LedgerGap {
  Instant from, to;
  std::string cause;
};
struct LedgerNote { // an event's line
  Instant at;
  std::string event, reason; // "withdrawn", "stop", "resume"; Chinese
  LedgerName about;          // without an id: the board itself
};
struct LedgerSpan {
  std::vector<Showing> showings;
  std::vector<LedgerGap> gaps;
  std::vector<LedgerNote> notes;
};

// Sees a span in order, a showing at a time: a year has millions.
class LedgerVisitor {
public:
  virtual ~LedgerVisitor() = default;
  virtual void showing(const Showing&) {}
  virtual void gap(const LedgerGap&) {}
  virtual void note(const LedgerNote&) {}
};
// What stood within [from, to), cut to it. Lines that are not whole are left out (verify names
// them); `on` may be called for a showing after the gaps that follow it.
void walk_span(const std::string& folder, Instant from, Instant to, LedgerVisitor& on);
// The same as one value: for a day, not for a year.
LedgerSpan read_span(const std::string& folder, Instant from, Instant to);

} // namespace heiban
