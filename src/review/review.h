// review: whether each notice may go on the wall, and why. Pure: same input, same answer.
// The poller calls it after each successful poll; `heiban check` prints its reasons.
// It changes no notice (mask.h does, before it, where a feed's policy says so) and remembers
// nothing.
#pragma once

#include "calendar/instant.h"
#include "config/settings.h"
#include "notice/notice.h"

#include <map>
#include <string>
#include <vector>

namespace heiban {

enum class VerdictKind { Shown, Held, Withdrawn };

struct Verdict {
  std::string notice_id, content_hash;
  VerdictKind kind = VerdictKind::Held;
  std::string rule;   // short name: "id-number", "foreign-link", "shrunk", …; empty when shown
  std::string reason; // Chinese, for staff; names the place, never the data itself
};

// An early warning that is over for good. Another message of the same name, sent at another time,
// is not meant.
struct TakenBack {
  std::string id;
  std::optional<Instant> sent; // none: whenever it was
};

// What one poll of one feed brought.
struct Batch {
  std::string feed;
  std::vector<Notice> notices;            // in the feed's order
  std::vector<std::string> withdrawn_ids; // tombstones
  std::vector<std::string> kept_ids;      // of notices that are stubs: as they were, not read anew
  std::vector<std::string> gone_ids;      // their own pages answered 404 or 410 twice
  std::vector<TakenBack> taken_back;      // early warnings, now or before
};

// What stood before: the notices of this feed last shown or held.
struct PreviousNotice {
  std::string id, content_hash;
  std::optional<Instant> published;
  VerdictKind kind = VerdictKind::Shown;
  int absent_polls = 0; // successful polls in a row without it
};
using Previous = std::vector<PreviousNotice>;

// Staff's own word on a notice, by id and content hash (an edited item counts as new), or, with an
// empty id, on a whole batch by its batch_hash. The last word on the same thing counts.
struct Decision {
  std::string notice_id, content_hash;
  bool approve = false;  // else: hold …
  bool withdraw = false; // … or take down
  std::string reason;    // staff's, if they gave one
  bool operator==(const Decision&) const = default;
};

// The rule of a notice whose own page is gone, and its reason.
inline constexpr const char* kPageGone = "page-gone";
inline constexpr const char* kPageGoneReason = "原文网页已删除（两次答复 404 或 410）";

// The rule of an early warning that a Cancel or an Update took back, and its reason.
inline constexpr const char* kCancelled = "cancelled";
inline constexpr const char* kCancelledReason = "预警已经解除，或者已由新的预警代替";

struct ReviewRules {
  FeedSpec feed;
  ReviewSettings settings;
};

struct ReviewResult {
  // The batch is refused whole: the last good state stays. The verdicts are then those of
  // tombstones alone, and no absence is to be counted.
  bool keep_previous = false;
  std::string batch_rule;            // "shrunk", "flood" or "all-foreign", when so
  std::string batch_reason;          // Chinese; why, when so
  std::string batch_hash;            // names this batch: an approval of it lets it pass
  std::vector<Verdict> verdicts;     // of the batch's notices, then of withdrawn previous ones
  std::vector<std::string> findings; // Chinese remarks for staff
};

ReviewResult review(const Batch& batch, const Previous& previous,
                    const std::vector<Decision>& decisions, const ReviewRules& rules, Instant now);

} // namespace heiban
