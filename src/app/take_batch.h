// take_batch: what a poll brought and what review said of it → the feed's records after it.
// The poller calls it after every answer it understood; the archive keeps what comes out.
// Pure. It chooses nothing for the edition; it only says which notices still have a body.
#pragma once

#include "app/term.h"
#include "app/trusted_time.h"

#include <string>
#include <vector>

namespace heiban {

// What the verdict makes of the record at `now`; a withdrawn notice's body goes at once.
void apply(const Verdict& verdict, NoticeRecord& record, Instant now);

// A new notice was first seen now; while the clock is not trusted, at its own date if that is later
// (the clock can then only be behind).
std::vector<NoticeRecord> take_batch(const std::vector<NoticeRecord>& before, Batch batch,
                                     const ReviewResult& result, const TrustedNow& now);

// Early warnings that were taken back stay so: a server that no longer has the Cancel may still
// list the Alert. The batch learns of those taken back before, the records of those it takes back,
// known or not. To be called before review.
void remember_cancelled(std::vector<NoticeRecord>& records, Batch& batch, Instant now);

// Review's view of the records.
Previous previous_of(const std::vector<NoticeRecord>& records);

// The same answer once more (a 304): what was absent from it is absent for one more poll.
std::vector<NoticeRecord> count_absences(const std::vector<NoticeRecord>& before,
                                         const std::string& feed, const ReviewRules& rules,
                                         Instant now);

// New verdicts on what is there (staff decided, or the rules changed); nobody is counted absent.
std::vector<NoticeRecord> judge_again(std::vector<NoticeRecord> records, const std::string& feed,
                                      const std::vector<Decision>& decisions,
                                      const ReviewRules& rules, Instant now);

// True when a record that should have a body has none: the answer is needed whole once more.
bool lacks_bodies(const std::vector<NoticeRecord>& records, const FeedSpec& feed,
                  const ProgrammeSettings& settings, Instant now);

// Takes the body from every record that can no longer be shown, and forgets records that are over
// and no longer in the feed. Of those the feed still has, the newest `keep` and some to follow them
// keep their bodies.
void erase_what_is_over(std::vector<NoticeRecord>& records, const FeedSpec& feed,
                        const ProgrammeSettings& settings, Instant now);

} // namespace heiban
