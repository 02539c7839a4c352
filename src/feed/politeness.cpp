#include "feed/politeness.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int64_t kValidatorsLive = 8 * kDay;
constexpr int64_t kMoveIsProven = 3 * kDay;
constexpr int64_t kLongestHint = kHour; // max-age, Expires, ttl, sy:*
constexpr int64_t kLongestRetryAfter = kDay;
constexpr int64_t kLongestBackOff = kHour;
constexpr int64_t kGoneRecheck = 7 * kDay;                // a 410 may be a mistake, too
constexpr int64_t kNetworkRecheck = kMinute;              // while nothing answers at all
constexpr int64_t kStartStep = 2, kStartSpread = kMinute; // seconds between first requests

// Jitter only shortens, so that a change is seen within one interval.
int64_t jittered(int64_t seconds, double random) {
  return std::max<int64_t>(1, seconds - static_cast<int64_t>(seconds * 0.1 * random));
}

// The next instant from `due` on that no skipped hour covers.
Instant outside_skip_hours(Instant due, const std::vector<int>& skip_hours) {
  Instant at = due;
  for (int tries = 0; tries < 24; ++tries) {
    const int hour = static_cast<int>(((at.seconds / kHour) % 24 + 24) % 24);
    if (std::find(skip_hours.begin(), skip_hours.end(), hour) == skip_hours.end())
      return at;
    at = {(at.seconds / kHour + 1) * kHour};
  }
  return due; // every hour is skipped: nobody can have meant that
}

void plan_regular(FeedState& state, const FetchResponse& response, const PollTiming& timing) {
  const int64_t hint =
      std::min(std::max(response.max_age_seconds, state.hinted_seconds), kLongestHint);
  const int64_t wanted = std::max(timing.interval_seconds, hint);
  const Instant due = timing.now + jittered(wanted, timing.random);
  state.next_due = outside_skip_hours(due, state.skip_hours);
}

void plan_back_off(FeedState& state, int64_t retry_after_seconds, const PollTiming& timing) {
  const int64_t longest = std::max(kLongestBackOff, timing.interval_seconds);
  int64_t delay = timing.interval_seconds;
  for (int i = 1; i < state.failures && delay < longest; ++i)
    delay *= 2;
  delay = jittered(std::min(delay, longest), timing.random);
  delay = std::max(delay, std::min(retry_after_seconds, kLongestRetryAfter));
  state.next_due = timing.now + delay;
}

void note_redirect(FeedState& state, const FetchResponse& response, Instant now) {
  const bool still_there = !state.moved_to.empty() && response.final_url == state.moved_to;
  const std::string place = response.moved_permanently ? response.final_url : std::string();
  if (still_there || place == state.moved_to)
    return; // redirected there again, or asked there directly
  state.moved_to = place;
  state.moved_since = now;
}

void note_answer(FeedState& state, const FetchResponse& response, Instant now) {
  note_redirect(state, response, now);
  state.failures = 0;
  state.gone = false;
  state.last_answer = now;
}

} // namespace

FeedState fresh_state(const std::string& config_url, int position, Instant now) {
  FeedState state;
  state.url = config_url;
  state.next_due = now + std::min(position * kStartStep, kStartSpread);
  return state;
}

const std::string& url_to_ask(const FeedState& state, Instant now) {
  const bool proven = !state.moved_to.empty() && now - state.moved_since >= kMoveIsProven;
  return proven && state.failures == 0 ? state.moved_to : state.url;
}

void add_validators(FetchRequest& request, const FeedState& state, Instant now) {
  const int64_t age = now - state.validators_at;
  if (age < 0 || age >= kValidatorsLive)
    return;
  request.etag = state.etag;
  request.last_modified = state.last_modified;
}

FeedState after_content(FeedState state, const FetchResponse& response, const ParsedFeed& feed,
                        const PollTiming& timing) {
  note_answer(state, response, timing.now);
  state.last_change = timing.now;
  state.etag = response.etag;
  state.last_modified = response.last_modified;
  state.validators_at = timing.now;
  state.hinted_seconds =
      std::max<int64_t>(feed.ttl.value_or(0) * kMinute, feed.update_period_seconds.value_or(0));
  state.skip_hours = feed.skip_hours;
  plan_regular(state, response, timing);
  return state;
}

FeedState after_not_modified(FeedState state, const FetchResponse& response,
                             const PollTiming& timing) {
  note_answer(state, response, timing.now);
  const bool whole = response.status == 200;
  if (whole || !response.etag.empty())
    state.etag = response.etag;
  if (whole || !response.last_modified.empty())
    state.last_modified = response.last_modified;
  if (whole)
    state.validators_at = timing.now; // else a feed at rest would be sent whole from day eight on
  plan_regular(state, response, timing);
  return state;
}

FeedState after_unreadable(FeedState state, const PollTiming& timing) {
  state.etag.clear(); // else the next 304 would keep us from ever seeing the mended feed
  state.last_modified.clear();
  ++state.failures;
  plan_back_off(state, -1, timing);
  return state;
}

FeedState after_status(FeedState state, const FetchResponse& response, const PollTiming& timing) {
  ++state.failures;
  if (response.status == 410) {
    state.gone = true;
    state.next_due = timing.now + kGoneRecheck;
    return state;
  }
  plan_back_off(state, response.retry_after_seconds, timing);
  return state;
}

FeedState after_no_answer(FeedState state, bool network_dead, const PollTiming& timing) {
  if (network_dead) {
    const int64_t delay = std::min(timing.interval_seconds, kNetworkRecheck);
    state.next_due = timing.now + jittered(delay, timing.random);
    return state;
  }
  ++state.failures;
  plan_back_off(state, -1, timing);
  return state;
}

bool is_worth_writing(const FeedState& before, const FeedState& after) {
  FeedState same_times = after;
  same_times.next_due = before.next_due;
  same_times.last_answer = before.last_answer;
  return !(same_times == before);
}

} // namespace heiban
