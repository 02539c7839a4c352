// fee_versions: which version of each fee schedule stands when, so that exactly one does (F5).
// The poller calls it with what a feed just brought and what the board already has of it; the
// switch itself is then only the passing of time, with or without a network.
// Pure. It judges no row; what it is given has passed the rules.
#pragma once

#include "notice/notice.h"

#include <string>
#include <vector>

namespace heiban {

struct FeeVersions {
  std::vector<Notice> notices;       // the fresh ones, then those that stand until they begin
  std::vector<std::string> findings; // Chinese, for staff
};

// Each version stands from its own first day to the next one's; a version without a day of its own
// stands at once. What stood before ends when its successor begins: now, or, where all that came
// begins later, at that later midnight, announced until then. A version that was still to come and
// is no longer in the file ends unseen.
FeeVersions follow_on(std::vector<Notice> fresh, const std::vector<Notice>& before, Instant now);

} // namespace heiban
