// Reading the ledger back: days, lines, showings, and whether the chain holds.
// `heiban ledger` and the report call it; the writer uses it to go on after the last line.
// It changes nothing, not even a torn last line.
#pragma once

#include "ledger/line.h"

#include <string>
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
};
Verification verify_ledger(const std::string& folder);

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
struct LedgerSpan {
  std::vector<Showing> showings;
  std::vector<LedgerGap> gaps;
};
// What stood within [from, to), cut to it.
LedgerSpan read_span(const std::string& folder, Instant from, Instant to);

} // namespace heiban
