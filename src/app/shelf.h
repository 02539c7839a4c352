// Shelf: one feed as the poller holds it: its settings, its state and its notices with verdicts.
// take_answer turns what came back into the shelf's next state.
// It asks nobody and writes nothing; a bad answer leaves every notice where it was.
#pragma once

#include "app/feed_reader.h"
#include "app/take_batch.h"

#include <vector>

namespace heiban {

struct Shelf {
  FeedSpec feed;
  FeedRecord record;
  std::vector<NoticeRecord> notices;
  FeedRecord saved;          // the record as the archive has it
  bool notices_saved = true; // the notices are as the archive has them
  bool wants_whole = false;  // the next answer is wanted whole, not as a 304
};

inline constexpr int kGoneTwice = 2; // NoticeRecord::page_gone: it is withdrawn

struct ShelfRules {
  ReviewSettings review;
  ProgrammeSettings programme;
  const std::vector<Decision>& decisions;
};

// True when the answer was understood (a 304 included), be it refused by review or not.
bool take_answer(Shelf& shelf, FeedAnswer answer, const ShelfRules& rules, const TrustedNow& now,
                 double random);

// Verdicts anew after other rules or a decision.
void judge_shelf(Shelf& shelf, const ShelfRules& rules, Instant now);

// Takes the bodies of what is over; the next answer is wanted whole when one is missing.
void erase_from(Shelf& shelf, const ProgrammeSettings& programme, Instant now);

// The next instant after `now` at which a notice begins or ends, if any.
std::optional<Instant> next_term(const Shelf& shelf, const ProgrammeSettings& programme,
                                 Instant now);

} // namespace heiban
