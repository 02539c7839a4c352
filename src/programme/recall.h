// recall: where the round stood, found again in what was shown: for a board that starts anew.
// app hands it the last showings of the ledger, the board's own record. Pure.
// It knows no file; whatever is missing from the record begins anew.
#pragma once

#include "programme/plan.h"

namespace heiban {

struct Stood {           // a page that stood on the glass
  std::string notice_id; // empty: a page of the board's own
  std::string own;       // its own_word
  int page = 1, of = 1;  // page from 1
};

// From the oldest to the last. What stood last stands once more, for it may have been cut short;
// lists go on where they were, and whoever had a turn in this round has had it.
Shown recall(const std::vector<Stood>& stood);

} // namespace heiban
