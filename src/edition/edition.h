// Edition: the one immutable value that says what may be shown, now and later, each with its
// validity. fetch publishes it as edition.json (edition/codec.h, FORMAT.md); board shows it.
// It holds nothing held back, nothing expired, and no markup; it decides no order and no dwell.
#pragma once

#include "calendar/instant.h"
#include "notice/notice.h"

#include <optional>
#include <string>
#include <vector>

namespace heiban {

struct EditionNotice {
  Notice notice;
  Instant from;                 // may be shown from here …
  std::optional<Instant> until; // … to here, half-open; none: until withdrawn
};

// A notice that stood and was taken down: for the ledger, which names it once.
struct EditionWithdrawal {
  std::string id, content_hash, title;
  std::string reason; // Chinese
  Instant at;
};

struct FeedStatus {
  std::string name;
  std::optional<Instant> last_success; // the last poll that answered 200 or 304 and parsed
  std::string problem;                 // Chinese, empty when the last poll was fine
};

struct Edition {
  static constexpr int kSchema = 1;
  int64_t sequence = 0; // rises by one with each publication
  Instant made_at;
  std::vector<EditionNotice> notices; // newest first
  std::vector<FeedStatus> feeds;
  std::vector<EditionWithdrawal> withdrawn; // of the last days, oldest first
};

bool valid_at(const EditionNotice& notice, Instant now);

// The next instant after `now` at which what is valid changes, if any.
std::optional<Instant> next_change(const Edition& edition, Instant now);

// Drops every notice that can no longer be shown at `now` or later.
void drop_expired(Edition& edition, Instant now);

// The latest success of any feed: what the freshness label says.
std::optional<Instant> freshness(const Edition& edition);

} // namespace heiban
