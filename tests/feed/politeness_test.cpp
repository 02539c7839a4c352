#include "feed/politeness.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

constexpr Instant kNow{1'795'492'800}; // 2026-11-24T04:00:00Z

PollTiming timing(Instant now = kNow, double random = 0, int64_t interval = 600) {
  return {interval, now, random};
}
FetchResponse ok() {
  FetchResponse response;
  response.status = 200;
  response.etag = "W/\"1\"";
  response.last_modified = "Tue, 24 Nov 2026 00:00:00 GMT";
  response.final_url = "http://e.cn/feed";
  return response;
}
FetchResponse status(int code, int64_t retry_after = -1) {
  FetchResponse response;
  response.status = code;
  response.retry_after_seconds = retry_after;
  response.final_url = "http://e.cn/feed";
  return response;
}
FeedState fresh() {
  return fresh_state("http://e.cn/feed", 0, kNow);
}
int64_t wait(const FeedState& state, Instant now = kNow) {
  return state.next_due - now;
}

TEST(Politeness, AStartIsNoBurst) {
  EXPECT_EQ(wait(fresh_state("u", 0, kNow)), 0);
  EXPECT_EQ(wait(fresh_state("u", 1, kNow)), 2);
  EXPECT_EQ(wait(fresh_state("u", 1000, kNow)), 60);
}

TEST(Politeness, TheIntervalIsTheConfigsWithJitter) {
  EXPECT_EQ(wait(after_content(fresh(), ok(), {}, timing())), 600);
  EXPECT_EQ(wait(after_content(fresh(), ok(), {}, timing(kNow, 0.5))), 570);
  EXPECT_EQ(wait(after_content(fresh(), ok(), {}, timing(kNow, 0.999))), 541);
  EXPECT_EQ(wait(after_content(fresh(), ok(), {}, timing(kNow, 0.999, 2))), 2);
}

TEST(Politeness, HintsLengthenToAnHour) {
  struct Row {
    const char* what;
    int64_t max_age;
    int ttl;
    int64_t period;
    int64_t interval, expected;
  };
  const Row kRows[] = {
      {"none", -1, 0, 0, 600, 600},
      {"max-age shorter", 60, 0, 0, 600, 600},
      {"max-age longer", 1800, 0, 0, 600, 1800},
      {"max-age far longer", 86400, 0, 0, 600, 3600},
      {"ttl in minutes", -1, 30, 0, 600, 1800},
      {"ttl of a day", -1, 1440, 0, 600, 3600},
      {"sy", -1, 0, 2700, 600, 2700},
      {"the longest of them", 900, 20, 1000, 600, 1200},
      {"an interval of its own beyond an hour", 1800, 90, 0, 7200, 7200},
  };
  for (const Row& row : kRows) {
    FetchResponse response = ok();
    response.max_age_seconds = row.max_age;
    ParsedFeed feed;
    if (row.ttl)
      feed.ttl = row.ttl;
    if (row.period)
      feed.update_period_seconds = row.period;
    const FeedState state = after_content(fresh(), response, feed, timing(kNow, 0, row.interval));
    EXPECT_EQ(wait(state), row.expected) << row.what;
    FetchResponse same = status(304);
    same.max_age_seconds = row.max_age;
    EXPECT_EQ(wait(after_not_modified(state, same, timing(kNow, 0, row.interval))), row.expected)
        << row.what << ", kept over a 304";
  }
}

TEST(Politeness, SkipHoursAreGmt) {
  ParsedFeed feed;
  feed.skip_hours = {4, 5};
  EXPECT_EQ(after_content(fresh(), ok(), feed, timing()).next_due.seconds, kNow.seconds + 2 * 3600);
  feed.skip_hours = {12}; // noon in Beijing is hour 4
  EXPECT_EQ(wait(after_content(fresh(), ok(), feed, timing())), 600);
  for (int hour = 0; hour < 24; ++hour)
    feed.skip_hours.push_back(hour);
  EXPECT_EQ(wait(after_content(fresh(), ok(), feed, timing())), 600) << "every hour: ignored";
}

TEST(Politeness, ValidatorsAreEchoedForEightDays) {
  const FeedState state = after_content(fresh(), ok(), {}, timing());
  FetchRequest request;
  add_validators(request, state, kNow + 8 * kDay - 1);
  EXPECT_EQ(request.etag, "W/\"1\"");
  EXPECT_EQ(request.last_modified, "Tue, 24 Nov 2026 00:00:00 GMT");
  for (const Instant when : {kNow + 8 * kDay, kNow - 1}) {
    FetchRequest later;
    add_validators(later, state, when);
    EXPECT_EQ(later.etag + later.last_modified, "");
  }
}

TEST(Politeness, A304RenewsNeitherAgeNorMissingValidators) {
  const FeedState state = after_content(fresh(), ok(), {}, timing());
  FetchResponse same = status(304);
  const FeedState kept = after_not_modified(state, same, timing(kNow + kDay));
  EXPECT_EQ(kept.etag, state.etag);
  EXPECT_EQ(kept.validators_at, state.validators_at);
  EXPECT_FALSE(is_worth_writing(state, kept));
  same.etag = "\"2\"";
  const FeedState changed = after_not_modified(state, same, timing(kNow + kDay));
  EXPECT_EQ(changed.etag, "\"2\"");
  EXPECT_TRUE(is_worth_writing(state, changed));
}

TEST(Politeness, TheSameBytesSentWholeRenewTheValidators) {
  const FeedState state = after_content(fresh(), ok(), {}, timing());
  FetchResponse whole = ok();
  whole.etag = "\"2\"";
  whole.last_modified.clear();
  const FeedState kept = after_not_modified(state, whole, timing(kNow + 9 * kDay));
  EXPECT_EQ(kept.last_change, state.last_change);
  FetchRequest request;
  add_validators(request, kept, kNow + 10 * kDay);
  EXPECT_EQ(request.etag, "\"2\"");
  EXPECT_EQ(request.last_modified, "");
}

TEST(Politeness, ABodyThatDidNotParseLeavesNoValidators) {
  const FeedState state = after_unreadable(after_content(fresh(), ok(), {}, timing()), timing());
  EXPECT_EQ(state.etag + state.last_modified, "");
  EXPECT_EQ(state.failures, 1);
}

TEST(Politeness, BackOffDoublesToAnHourAndForgets) {
  FeedState state = fresh();
  std::vector<int64_t> waits;
  for (int i = 0; i < 50; ++i) {
    state = after_no_answer(state, false, timing());
    waits.push_back(wait(state));
  }
  EXPECT_EQ(std::vector<int64_t>(waits.begin(), waits.begin() + 5),
            (std::vector<int64_t>{600, 1200, 2400, 3600, 3600}));
  EXPECT_EQ(waits.back(), 3600) << "never gives up";
  EXPECT_EQ(wait(after_no_answer(fresh(), false, timing(kNow, 0.5))), 570);
  EXPECT_EQ(wait(after_no_answer(fresh(), false, timing(kNow, 0, 7200))), 7200);
  state = after_content(state, ok(), {}, timing());
  EXPECT_EQ(state.failures, 0);
  EXPECT_EQ(wait(state), 600);
}

TEST(Politeness, ADeadNetworkCountsAgainstNobody) {
  FeedState state = fresh();
  for (int i = 0; i < 50; ++i)
    state = after_no_answer(state, true, timing());
  EXPECT_EQ(state.failures, 0);
  EXPECT_EQ(wait(state), 60);
}

TEST(Politeness, RetryAfterUpToADay) {
  EXPECT_EQ(wait(after_status(fresh(), status(503, 120), timing())), 600);
  EXPECT_EQ(wait(after_status(fresh(), status(429, 5000), timing())), 5000);
  EXPECT_EQ(wait(after_status(fresh(), status(503, 999'999), timing())), 86'400);
  EXPECT_EQ(wait(after_status(fresh(), status(500), timing())), 600);
  EXPECT_EQ(after_status(fresh(), status(404), timing()).failures, 1);
}

TEST(Politeness, GoneIsMutedAndTold) {
  FeedState state = after_status(fresh(), status(410), timing());
  EXPECT_TRUE(state.gone);
  EXPECT_EQ(wait(state), 7 * kDay);
  state = after_content(state, ok(), {}, timing());
  EXPECT_FALSE(state.gone);
}

TEST(Politeness, AMoveIsBelievedAfterThreeDays) {
  FetchResponse moved = ok();
  moved.moved_permanently = true;
  moved.final_url = "http://new.cn/feed";
  FeedState state = after_content(fresh(), moved, {}, timing());
  EXPECT_EQ(url_to_ask(state, kNow + 3 * kDay - 1), "http://e.cn/feed");
  state = after_not_modified(state, moved, timing(kNow + 2 * kDay));
  EXPECT_EQ(url_to_ask(state, kNow + 3 * kDay), "http://new.cn/feed");
  FetchResponse direct = ok(); // asked there directly, it answers itself
  direct.final_url = "http://new.cn/feed";
  state = after_content(state, direct, {}, timing(kNow + 4 * kDay));
  EXPECT_EQ(url_to_ask(state, kNow + 5 * kDay), "http://new.cn/feed");
  const FeedState failed = after_no_answer(state, false, timing(kNow + 5 * kDay));
  EXPECT_EQ(url_to_ask(failed, kNow + 6 * kDay), "http://e.cn/feed")
      << "the old place is asked again";
  const FeedState back = after_content(failed, ok(), {}, timing(kNow + 6 * kDay));
  EXPECT_EQ(url_to_ask(back, kNow + 99 * kDay), "http://e.cn/feed");
  EXPECT_TRUE(is_worth_writing(failed, back));
}

TEST(Politeness, AMoveThatMovesOnBeginsAnew) {
  FetchResponse moved = ok();
  moved.moved_permanently = true;
  moved.final_url = "http://a.cn/";
  FeedState state = after_content(fresh(), moved, {}, timing());
  moved.final_url = "http://b.cn/";
  state = after_content(state, moved, {}, timing(kNow + 2 * kDay));
  EXPECT_EQ(url_to_ask(state, kNow + 4 * kDay), "http://e.cn/feed");
  EXPECT_EQ(url_to_ask(state, kNow + 5 * kDay), "http://b.cn/");
  moved.moved_permanently = false; // a temporary redirect proves nothing
  state = after_content(state, moved, {}, timing(kNow + 2 * kDay));
  moved.final_url = "http://c.cn/";
  state = after_content(state, moved, {}, timing(kNow + 2 * kDay));
  EXPECT_EQ(url_to_ask(state, kNow + 9 * kDay), "http://e.cn/feed");
}

TEST(Politeness, OnlyTimesAreNotWorthAWrite) {
  const FeedState state = after_content(fresh(), ok(), {}, timing());
  FeedState later = state;
  later.next_due = later.next_due + 5;
  later.last_answer = later.last_answer + 5;
  EXPECT_FALSE(is_worth_writing(state, later));
  later.failures = 1;
  EXPECT_TRUE(is_worth_writing(state, later));
}

} // namespace
} // namespace heiban
