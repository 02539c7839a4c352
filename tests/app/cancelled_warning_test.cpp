// An early warning that was taken back stays away, whatever the server forgets: through the poller,
// with a clock of the test's own.
#include "app/one_answer_helper.h"
#include "app/poller.h"
#include "edition/codec.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace heiban {
namespace {

constexpr Instant kSent{1'795'492'800}; // 2026-11-24 12:00 in Beijing

class CancelledWarning : public testing::Test {
protected:
  CancelledWarning() {
    std::string path = std::filesystem::temp_directory_path() / "heiban-cancelled-XXXXXX";
    state_ = ::mkdtemp(path.data());
    FeedSpec feed;
    feed.name = feed.category = "气象预警";
    feed.url = "https://www.e.cn/warnings.xml";
    feed.urgent = true;
    settings_.feeds = {feed};
    start();
  }
  ~CancelledWarning() override { std::filesystem::remove_all(state_); }

  void start() {
    poller_.reset();
    archive_.reset();
    archive_.emplace(Archive::open(state_ + "/archive.db").value());
    poller_.emplace(PollerParts{*archive_, site_, state_, {}, {}}, settings_);
    ASSERT_TRUE(poller_->start({now_, true}));
  }

  std::string message(const char* type, const std::string& id, const std::string& references,
                      const char* sender = "w@e.cn") {
    return fmt::format(
        "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'><identifier>{}</identifier>"
        "<sender>{}</sender><sent>{}</sent><status>Actual</status><msgType>{}</msgType>"
        "<scope>Public</scope><references>{}</references><info><language>zh-CN</language>"
        "<category>Met</category><event>暴雨</event><urgency>Immediate</urgency>"
        "<severity>Severe</severity><certainty>Observed</certainty><expires>{}</expires>"
        "<headline>云岭县气象台发布暴雨橙色预警信号{}</headline>"
        "<description>请停止户外教学。</description></info></alert>",
        id, sender, iso_utc(sent_), type, references, iso_utc(ends_), id);
  }
  std::string alert(const std::string& id) { return message("Alert", id, ""); }
  std::string reference(const std::string& id, const char* sender = "w@e.cn") {
    return fmt::format("{},{},{}", sender, id, iso_utc(kSent));
  }

  // What stands after the server has listed these, as the warnings' own identifiers.
  std::string stands(const std::string& messages) {
    site_.body = "<alerts>" + messages + "</alerts>";
    now_ = now_ + 10 * kMinute;
    poller_->poll_all({now_, true}, 0);
    poller_->settle({now_, true});
    std::string out;
    for (const EditionNotice& one : load_edition(state_).value().notices)
      if (valid_at(one, now_))
        out += one.notice.title.substr(one.notice.title.rfind("号") + 3);
    return out;
  }

  std::string state_;
  Settings settings_;
  OneAnswer site_{"application/xml"};
  Instant now_ = kSent, sent_ = kSent, ends_ = kSent + 12 * kHour;
  std::optional<Archive> archive_;
  std::optional<Poller> poller_;
};

TEST_F(CancelledWarning, StaysAwayWhenTheServerForgetsTheCancel) {
  EXPECT_EQ(stands(alert("a") + alert("b")), "ab");
  EXPECT_EQ(stands(alert("a") + alert("b") + message("Cancel", "c", reference("a"))), "b");
  EXPECT_EQ(stands(alert("a") + alert("b")), "b");
  start(); // the machine, too, may forget
  EXPECT_EQ(stands(alert("b") + alert("a")), "b");
  EXPECT_EQ(stands(alert("b") + alert("a") + alert("d")), "db") << "a new one is none of them";
}

TEST_F(CancelledWarning, OneThatCameWithItsCancelWasNeverSeenAndStaysAway) {
  EXPECT_EQ(stands(alert("a") + message("Cancel", "c", reference("a")) + alert("b")), "b");
  EXPECT_EQ(stands(alert("a") + alert("b")), "b");
  EXPECT_EQ(stands(message("Cancel", "f", reference("e")) + alert("b")), "b");
  EXPECT_EQ(stands(alert("e") + alert("b")), "b") << "its Alert came late";
}

// An identifier is its sender's own, and nobody takes back what another has sent.
TEST_F(CancelledWarning, OnlyWhoSentItTakesItBack) {
  const char* other = "x@other.cn";
  const std::string two = alert("a") + message("Alert", "a", "", other);
  EXPECT_EQ(stands(alert("a") + message("Cancel", "c", reference("a"), other)), "a");
  EXPECT_EQ(stands(two), "aa") << "two of one identifier";
  EXPECT_EQ(stands(two + message("Cancel", "d", reference("a", other), other)), "a");
  EXPECT_EQ(stands(two), "a");
  EXPECT_EQ(stands(message("Cancel", "e", reference("a"))), "");
}

TEST_F(CancelledWarning, OneOfTheSameNameSentLaterIsAnother) {
  EXPECT_EQ(stands(alert("a") + message("Cancel", "c", reference("a"))), "");
  EXPECT_EQ(stands(alert("a")), "");
  sent_ = now_;
  EXPECT_EQ(stands(alert("a")), "a");
}

TEST_F(CancelledWarning, WhatAnUpdateReplacedDoesNotComeBackBesideIt) {
  EXPECT_EQ(stands(alert("a")), "a");
  EXPECT_EQ(stands(alert("a") + message("Update", "u", reference("a"))), "u");
  EXPECT_EQ(stands(alert("a")), "u") << "the Update scrolled off, and stands to its end";
}

TEST_F(CancelledWarning, IsForgottenOnceItCannotMatterAnyMore) {
  ends_ = kSent + 40 * kDay;
  stands(alert("a") + alert("b"));
  stands(alert("b") + message("Cancel", "c", reference("a")));
  const auto remembered = [&] {
    for (const NoticeRecord& one : poller_->shelves().front().notices)
      if (one.rule == kCancelled)
        return true;
    return false;
  };
  stands(alert("b"));
  now_ = kSent + 46 * kDay;
  stands(alert("b"));
  EXPECT_TRUE(remembered()) << "its Alert ended six days ago";
  now_ = kSent + 48 * kDay;
  stands(alert("b"));
  EXPECT_FALSE(remembered());
}

} // namespace
} // namespace heiban
