// What can be said of a whole poll against what stood before: a feed gone wrong, and withdrawals.
// review calls it before it looks at single notices.
// It counts and compares ids and dates; it reads no text.
#pragma once

#include "review/links.h"
#include "review/review.h"

#include <optional>
#include <string_view>

namespace heiban {

struct BatchProblem {
  std::string rule, reason; // both empty: none
};

// Whether an early warning, sent when it was published, is over for good.
bool is_taken_back(const Batch& batch, std::string_view id,
                   const std::optional<Instant>& published);

// Shrunk by more than half (or to nothing), too many new at once, every link foreign.
BatchProblem batch_problem(const Batch& batch, const Previous& previous,
                           const std::vector<Decision>& decisions, const ReviewRules& rules);

// SHA-256 over the ids and content hashes, whatever their order.
std::string batch_hash_of(const Batch& batch);

// Previous notices named by a tombstone or a Cancel, or whose own page is gone.
std::vector<Verdict> tombstones(const Batch& batch, const Previous& previous);

// Previous notices absent for the second time while an older one of the feed is still there. What
// is older than the feed's oldest has scrolled off: it stays until its validity ends.
std::vector<Verdict> absences(const Batch& batch, const Previous& previous);

// All previous notices: staff said that the feed is empty on purpose.
std::vector<Verdict> all_gone(const Batch& batch, const Previous& previous);

} // namespace heiban
