// recall_round: where the round stood when the board last ran, read back from its ledger.
// The painter asks it once, before the first page; programme/recall makes sense of it.
// It writes nothing, and a ledger that cannot be read is no reason to wait: days off are passed
// over, but it looks back no further than the round that was broken off needs.
#pragma once

#include "edition/edition.h"
#include "programme/plan.h"

#include <string>

namespace heiban {

// `edition`: whose notices are looked for; the ledger in `state` is the board's own.
Shown recall_round(const std::string& state, const Edition& edition);

} // namespace heiban
