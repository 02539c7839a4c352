// When to ask a feed again, and with which validators: pure functions over FeedState.
// The poller (app) calls one after_* for every answer; store keeps FeedState over restarts.
// It fetches nothing and reads no clock: `now` is trusted time, `random` in [0, 1) is the caller's.
#pragma once

#include "feed/entry.h"
#include "feed/fetcher.h"

#include <string>
#include <vector>

namespace heiban {

struct FeedState {
  std::string url; // the config's, which all of this is about; another url: a fresh state
  std::string etag, last_modified; // as the server wrote them, byte for byte
  Instant validators_at;           // of the body they belong to
  Instant next_due;
  Instant last_answer;         // the last 200 that could be read, or 304
  Instant last_change;         // the last 200 that could be read
  int failures = 0;            // in a row, the feed's own fault
  int64_t hinted_seconds = 0;  // the feed's ttl or sy:*; 0: none
  std::vector<int> skip_hours; // GMT, 0 … 23
  bool gone = false;           // answered 410: staff must look
  std::string moved_to;        // where permanent redirects lead since moved_since; or empty
  Instant moved_since;
  bool operator==(const FeedState&) const = default;
};

// The state of a feed never asked before. `position` among the config's feeds spreads the first
// requests, so that a start is no burst.
FeedState fresh_state(const std::string& config_url, int position, Instant now);

// The config's url, or the place a permanent redirect has named without a break for three days.
const std::string& url_to_ask(const FeedState& state, Instant now);

// Adds the validators, unless they are older than eight days (a server that always says 304 must
// not freeze the wall).
void add_validators(FetchRequest& request, const FeedState& state, Instant now);

struct PollTiming {
  int64_t interval_seconds = 600; // the config's
  Instant now;
  double random = 0;
};

// A 200 that parsed (its validators are kept), a 304 or a 200 with the bytes of the last time, a
// 200 that did not parse, any other status.
FeedState after_content(FeedState state, const FetchResponse& response, const ParsedFeed& feed,
                        const PollTiming& timing);
FeedState after_not_modified(FeedState state, const FetchResponse& response,
                             const PollTiming& timing);
FeedState after_unreadable(FeedState state, const PollTiming& timing);
FeedState after_status(FeedState state, const FetchResponse& response, const PollTiming& timing);

// No answer at all. `network_dead`: nobody could be reached, so this feed is not to blame.
FeedState after_no_answer(FeedState state, bool network_dead, const PollTiming& timing);

// True when more than times of day changed: then the state is worth a write at once. Due times
// alone may wait for the hourly flush.
bool is_worth_writing(const FeedState& before, const FeedState& after);

} // namespace heiban
