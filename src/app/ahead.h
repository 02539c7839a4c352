// Ahead: what will stand on the glass from the instant that was asked about, page by page.
// `heiban plan` prints it, `heiban snapshot` draws it.
// It begins with an empty board, waits for nothing and knows no ledger: same edition, same answer.
#pragma once

#include "app/edition_at.h"
#include "app/wall.h"

namespace heiban {

class Ahead {
public:
  // All three must outlive it.
  Ahead(const Setup& setup, const EditionAt& asked, Wall& wall);

  struct Step {
    Slot slot;
    Instant at;
    int64_t stands_ms = 0; // its dwell, or less where it expires
    bool new_round = false;
  };
  Step next(); // the wall is laid out for it

  int64_t passed_ms() const { return passed_ms_; }

private:
  const EditionAt& asked_;
  Wall& wall_;
  ProgrammeRules rules_;
  Shown shown_;
  int64_t passed_ms_ = 0;
};

} // namespace heiban
