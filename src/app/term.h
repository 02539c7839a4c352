// Term: from when until when a notice may be shown: its own dates, else its age.
// The poller asks it when it chooses and when it erases; `heiban check` explains by it.
// Pure. It judges no content (review does) and counts no notices (choose does).
#pragma once

#include "config/settings.h"
#include "store/records.h"

namespace heiban {

struct Term {
  Instant from;
  Instant until; // half-open
};

// When the notice came, as far as it can be believed: a date in the future never pins it on top.
Instant dated_at(const NoticeRecord& record);

// The feed's or the text's own end, else so many days after it came or was last edited, by category
// or by feed.
Term term_of(const NoticeRecord& record, const FeedSpec& feed, const ProgrammeSettings& settings);

inline bool is_over(const Term& term, Instant now) {
  return term.until <= now;
}

} // namespace heiban
