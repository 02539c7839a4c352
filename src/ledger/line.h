// LedgerLine: one line of the ledger as a value, and its text with hash and chain.
// The writer (ledger.cpp) and the readers (read.h) share it; FORMAT.md describes the text.
// It opens no file and judges no chain: a line knows its own hash and the one it names as before
// it.
#pragma once

#include "base/result.h"
#include "calendar/instant.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// What a number in `shown` stands for, said once in a file: a notice, or a page of the board's own.
struct LedgerName {
  int number = 0; // from 0, in the order of the file
  std::string notice_id, content_hash, title;
  std::string category, doc_number;              // 文号; either may be empty
  std::optional<Instant> period_from, period_to; // its 公示期, half-open
  std::string own;                               // "fallback" …; empty for a notice
};

struct LedgerShown {
  int name = 0;                             // LedgerName::number
  int page = 1, of = 1;                     // page from 1
  int64_t from_seconds = 0, to_seconds = 0; // after the line's `from`
  bool continues = false;                   // a later piece of a stay that an earlier line began
};

struct LedgerLine {
  std::string kind; // "begin", "stood", "full", "gap", "event", "close", "day"
  Instant from, to; // half-open; the same for "begin", "event" and "close"
  std::string prev; // hash of the line before, over all files; 64 zeros for the very first
  std::string hash; // of this line; filled by read_line and write_line
  bool trusted = true;

  std::vector<LedgerName> names;  // stood
  std::vector<LedgerShown> shown; // stood
  std::string cause;              // gap: "off hours", "stopped", "crash", "power", "clock" …
  std::string boot;               // begin, gap: the boot it was written in
  std::optional<Instant> told;    // begin: what happened up to here is in older files
  std::string event, reason;      // event: "withdrawn", "stop", "resume"; Chinese, why
  std::optional<Instant> at;      // event: when it happened, where that was not `from`
  int notices = 0, showings = 0;  // day; full: showings only
  int64_t on_air_seconds = 0;     // day, full
};

inline constexpr size_t kLongestLedgerLine = 1u << 20;
std::string first_prev(); // 64 zeros

// The line with its hash, without a line break; fills line.hash.
std::string write_line(LedgerLine& line);

// Malformed when it is not a line, or its hash is not that of its text.
Result<LedgerLine> read_line(std::string_view text);

} // namespace heiban
