// Period: whether a notice is in its period of public notice (公示期), which the law wants seen on
// every one of its days.
// The round, the index and the choice of notices ask it. Pure.
// It reads no text: notice found the period's days.
#pragma once

#include "notice/notice.h"

namespace heiban {

// 公示 with an end of its own that is still to come.
bool in_public_notice(const Notice& notice, Instant now);

} // namespace heiban
