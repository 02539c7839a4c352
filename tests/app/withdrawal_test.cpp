// What leaves the wall before its time, and what does not: through the poller, with a site and a
// clock of the test's own.
#include "app/poller.h"

#include "edition/codec.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

namespace heiban {
namespace {

constexpr Instant kNow{1'795'492'800}; // 2026-11-24 12:00 in Beijing
constexpr const char* kFeed = "https://www.e.cn/feed.xml";

std::string link_of(int i) {
  return fmt::format("https://www.e.cn/t{}.html", i);
}

// Item 0 is the newest.
class Site : public Fetcher {
public:
  Result<FetchResponse> fetch(const FetchRequest& request) override {
    asked.push_back(request.url);
    FetchResponse response;
    response.final_url = request.url;
    if (request.url != kFeed) {
      response.status = gone.contains(request.url) ? gone_status : 200;
      return response;
    }
    if (feed_status != 200)
      return {ErrorKind::TryLater, "连不上"};
    response.status = 200;
    response.content_type = "application/atom+xml";
    response.body = "<feed xmlns='http://www.w3.org/2005/Atom' "
                    "xmlns:at='http://purl.org/atompub/tombstones/1.0'><title>公告</title>";
    for (const int i : items)
      response.body += fmt::format(
          "<entry><id>tag:{0}</id><title>关于第{0}号事项的通知</title><link href='{1}'/>"
          "<updated>{2}</updated><published>{2}</published><content>内容{0}{3}</content></entry>",
          i, link_of(i), iso_utc(kNow - (i + 1) * kHour), edited.contains(i) ? "改" : "");
    for (const int i : tombstones)
      response.body += fmt::format("<at:deleted-entry ref='tag:{}' when='{}'/>", i, iso_utc(kNow));
    response.body += "</feed>";
    return response;
  }

  std::vector<int> items;
  std::set<int> tombstones, edited;
  std::set<std::string> gone;
  int gone_status = 404, feed_status = 200;
  std::vector<std::string> asked;
};

class Withdrawal : public testing::Test {
protected:
  Withdrawal() {
    std::string path = std::filesystem::temp_directory_path() / "heiban-withdrawal-XXXXXX";
    state_ = ::mkdtemp(path.data());
    FeedSpec feed;
    feed.name = feed.category = "公告";
    feed.url = kFeed;
    feed.link_hosts = {"e.cn"};
    feed.keep = 60;
    settings_.feeds = {feed};
    archive_.emplace(Archive::open(state_ + "/archive.db").value());
    poller_.emplace(PollerParts{*archive_, site_, state_, {}}, settings_);
    EXPECT_TRUE(poller_->start(at()));
    site_.items = range(0, 40);
    poll();
  }
  ~Withdrawal() override { std::filesystem::remove_all(state_); }

  static std::vector<int> range(int first, int count) {
    std::vector<int> out;
    for (int i = first; i < first + count; ++i)
      out.push_back(i);
    return out;
  }
  TrustedNow at() const { return {now_, true}; }
  void poll() {
    now_ = now_ + 10 * kMinute;
    poller_->poll_all(at(), 0.5);
    poller_->settle(at());
  }
  // So many hours, as the fetch loop lives them.
  void live(int64_t hours) {
    for (const Instant end = now_ + hours * kHour; now_ < end; now_ = now_ + 10 * kMinute) {
      while (poller_->poll_due(at(), 0.5)) {
      }
      poller_->settle(at());
    }
  }
  size_t shown() const { return load_edition(state_).value().notices.size(); }
  NoticeRecord record(const std::string& number) const {
    for (const NoticeRecord& one : poller_->shelves().front().notices)
      if (one.link == link_of(std::stoi(number)))
        return one;
    return {};
  }
  std::string reason(int i) const { return record(std::to_string(i)).reason; }
  const FeedRecord& feed() const { return poller_->shelves().front().record; }

  std::string state_;
  Settings settings_;
  Site site_;
  std::optional<Archive> archive_;
  std::optional<Poller> poller_;
  Instant now_ = kNow;
};

TEST_F(Withdrawal, OneOfFortyLeavesWhenItIsAbsentTwice) {
  ASSERT_EQ(shown(), 40u);
  site_.items.erase(site_.items.begin() + 5);
  poll();
  EXPECT_EQ(shown(), 40u);
  poll();
  EXPECT_EQ(shown(), 39u);
  EXPECT_EQ(reason(5), "连续两次不在来源里，而更早的内容还在");
  const Edition edition = load_edition(state_).value();
  ASSERT_EQ(edition.withdrawn.size(), 1u);
  EXPECT_EQ(edition.withdrawn[0].title, "关于第5号事项的通知");
  EXPECT_EQ(edition.withdrawn[0].at, now_);
}

TEST_F(Withdrawal, ALossOfMoreThanHalfIsKeptUntilStaffApprove) {
  for (const int left : {0, 3}) {
    site_.items = range(0, left);
    poll();
    poll();
    EXPECT_EQ(shown(), 40u) << left;
    EXPECT_NE(feed().refused, "");
  }
  poller_->decide({"", feed().refused, true, false, ""}, at());
  poll();
  EXPECT_EQ(feed().refused, "");
  EXPECT_EQ(shown(), 40u) << "37 are older than the oldest: scrolled off, not withdrawn";
}

TEST_F(Withdrawal, AFeedEmptiedOnPurposeIsToldFromOneThatFailed) {
  site_.feed_status = 500;
  poll();
  EXPECT_EQ(feed().problem, "连不上");
  EXPECT_EQ(feed().refused, "") << "nothing to approve";
  site_.feed_status = 200;
  site_.items.clear();
  poll();
  EXPECT_EQ(feed().problem, "来源这次是空的（上次有 40 条），保留上一次的内容");
  EXPECT_EQ(shown(), 40u);
  poller_->decide({"", feed().refused, true, false, ""}, at());
  live(1);
  EXPECT_EQ(shown(), 0u);
}

TEST_F(Withdrawal, ATombstoneActsAtOnceAndFortyAreNoFault) {
  site_.tombstones = {7};
  poll();
  EXPECT_EQ(shown(), 39u);
  EXPECT_EQ(reason(7), "来源已撤下这条内容");
  for (int i = 0; i < 40; ++i)
    site_.tombstones.insert(i);
  poll();
  EXPECT_EQ(shown(), 0u);
  EXPECT_EQ(feed().problem, "");
}

TEST_F(Withdrawal, APageGoneTwiceTakesItsNoticeDownAndBringsItBack) {
  site_.gone = {link_of(3)};
  const size_t asked_before = site_.asked.size();
  live(12);
  EXPECT_EQ(shown(), 39u);
  EXPECT_EQ(reason(3), kPageGoneReason);
  // Polite: forty pages in a day, none twice but the one in doubt.
  std::map<std::string, int> times;
  for (size_t i = asked_before; i < site_.asked.size(); ++i)
    times[site_.asked[i]] += site_.asked[i] != kFeed;
  for (const auto& [url, count] : times)
    EXPECT_LE(count, url == link_of(3) ? 2 : 1) << url;
  site_.gone.clear();
  live(30);
  EXPECT_EQ(shown(), 40u) << "the page is back";
}

TEST_F(Withdrawal, APageGoneOnceOrAServerInTroubleSaysNothing) {
  site_.gone = {link_of(3), link_of(4)};
  site_.gone_status = 500;
  live(14);
  EXPECT_EQ(shown(), 40u);
  site_.gone_status = 410;
  site_.gone = {link_of(9)};
  for (int hour = 0; hour < 48 && record("9").page_gone == 0; ++hour)
    live(1);
  ASSERT_EQ(record("9").page_gone, 1);
  site_.gone.clear();
  live(6);
  EXPECT_EQ(record("9").page_gone, 0);
  EXPECT_EQ(shown(), 40u);
}

TEST_F(Withdrawal, ASiteRebuiltTakesNothingDown) {
  for (int i = 0; i < 40; ++i)
    site_.gone.insert(link_of(i));
  live(20);
  EXPECT_EQ(shown(), 40u);
  EXPECT_THAT(feed().findings, testing::Contains(testing::HasSubstr("可能是网站改版")));
}

TEST_F(Withdrawal, ByStaffHoldsOverPollsAndAnEditWaits) {
  const NoticeRecord before = record("2");
  poller_->decide({before.id, "", false, true, "群众反映有误"}, at());
  poller_->settle(at());
  EXPECT_EQ(shown(), 39u);
  EXPECT_EQ(reason(2), "工作人员撤下：群众反映有误");
  EXPECT_FALSE(record("2").body) << "its data are gone";
  EXPECT_EQ(record("2").title, "关于第2号事项的通知") << "but what it was is not";
  poll();
  EXPECT_EQ(shown(), 39u);
  site_.edited.insert(2);
  poll();
  EXPECT_EQ(record("2").kind, VerdictKind::Held);
  EXPECT_EQ(record("2").rule, "edited");
  poller_->decide({before.id, record("2").content_hash, true, false, ""}, at());
  poller_->settle(at());
  EXPECT_EQ(shown(), 40u);
}

TEST_F(Withdrawal, AnApprovalBringsBackWhatStaffTookDown) {
  const NoticeRecord before = record("2");
  poller_->decide({before.id, before.content_hash, false, true, ""}, at());
  poller_->settle(at());
  EXPECT_EQ(shown(), 39u);
  poller_->decide({before.id, before.content_hash, true, false, ""}, at());
  live(1);
  EXPECT_EQ(shown(), 40u);
}

TEST_F(Withdrawal, IsRememberedOverARestart) {
  site_.tombstones = {7};
  poll();
  poller_.reset();
  archive_.reset();
  archive_.emplace(Archive::open(state_ + "/archive.db").value());
  poller_.emplace(PollerParts{*archive_, site_, state_, {}}, settings_);
  ASSERT_TRUE(poller_->start(at()));
  EXPECT_EQ(reason(7), "来源已撤下这条内容");
  EXPECT_EQ(record("7").title, "关于第7号事项的通知");
  EXPECT_TRUE(record("7").has_stood);
  EXPECT_NE(record("7").verdict_at, Instant{});
}

} // namespace
} // namespace heiban
