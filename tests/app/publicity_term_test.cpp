// A 公示期 through the poller: it stands to its last day whatever the feed does, and at midnight
// after it the notice and the names in it are gone from every file below the state folder.
#include "app/one_answer_helper.h"
#include "app/poller.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace heiban {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = "甄不凡"; // stands for personal data
const Instant kPublished = beijing_midnight({2026, 11, 24}) + 9 * kHour;

std::string item(int id, const std::string& title, const std::string& text, const char* date) {
  return fmt::format("<item><title>{}</title><guid>{}</guid><pubDate>{}</pubDate><description>{}"
                     "</description></item>",
                     title, id, date, text);
}

std::string public_notice(const std::string& period) {
  return item(1, "关于拟录用公务员的公示", std::string("拟录用") + kName + "。" + period,
              "2026-11-24 09:00");
}

class PublicityTerm : public testing::Test {
protected:
  PublicityTerm() {
    folder_ = testing::TempDir() + "publicity_term";
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    FeedSpec feed;
    feed.name = feed.category = "公告公示";
    feed.url = "https://www.e.cn/feed.xml";
    feed.max_age_days = 2;
    feed.keep = 1;
    settings_.feeds = {feed};
  }
  void serve(const std::string& items) {
    site_.body = "<rss version='2.0'><channel><title>t</title>" + items + "</channel></rss>";
  }
  void poll(Instant at) {
    start(at);
    poller_->poll_all({at, true}, 0);
  }
  void settle(Instant at) {
    start(at);
    poller_->settle({at, true});
  }
  void start(Instant at) {
    if (poller_)
      return;
    const auto table = HolidayCalendar::load(HEIBAN_ROOT "/assets/calendar/holidays.tsv");
    archive_.emplace(Archive::open(folder_ + "/archive.db").value());
    poller_ = std::make_unique<Poller>(PollerParts{*archive_, site_, folder_, {}, table.value()},
                                       settings_);
    ASSERT_TRUE(poller_->start({at, true}));
  }
  Edition edition() const { return load_edition(folder_).value(); }
  bool shows(const std::string& title, Instant at) const {
    for (const EditionNotice& one : edition().notices)
      if (one.notice.title == title && valid_at(one, at))
        return true;
    return false;
  }
  bool shown(Instant at) const { return shows("关于拟录用公务员的公示", at); }
  std::string findings() const {
    std::string out;
    for (const std::string& one : poller_->shelves()[0].record.findings)
      out += one + "\n";
    return out;
  }
  std::vector<std::string> files_with(const std::string& bytes) const {
    std::vector<std::string> out;
    for (const auto& file : fs::recursive_directory_iterator(folder_)) {
      if (!file.is_regular_file())
        continue;
      std::ifstream in(file.path(), std::ios::binary);
      std::stringstream all;
      all << in.rdbuf();
      if (all.str().find(bytes) != std::string::npos)
        out.push_back(file.path().filename());
    }
    return out;
  }

  OneAnswer site_{"application/rss+xml"};
  Settings settings_;
  std::string folder_;
  std::optional<Archive> archive_;
  std::unique_ptr<Poller> poller_;
};

constexpr const char* kNewer = "关于放假的通知";

TEST_F(PublicityTerm, StandsToItsLastDayThoughTheFeedScrolledOnAndItsAgeIsPast) {
  serve(public_notice("公示期为5个工作日。"));
  poll(kPublished + kHour);
  EXPECT_TRUE(shown(kPublished + kHour));
  serve(item(2, kNewer, "全文。", "2026-11-27 09:00"));
  poll(kPublished + 3 * kDay);
  EXPECT_TRUE(shown(kPublished + 3 * kDay)); // `keep` is one: a 公示 takes no other's place …
  EXPECT_TRUE(shows(kNewer, kPublished + 3 * kDay)); // … and gives its own to none
  for (int day = 4; day < 7; ++day)
    poll(kPublished + day * kDay);
  const Instant end = beijing_midnight({2026, 12, 2});
  EXPECT_TRUE(shown(end - 1));
  EXPECT_FALSE(shown(end));
  EXPECT_LE(poller_->next_wake(end - kHour), end);
}

TEST_F(PublicityTerm, AtItsEndTheNamesLeaveTheDiskWithoutANetwork) {
  serve(public_notice("公示期为2026年11月25日至12月1日。") +
        item(2, kNewer, "全文。", "2026-11-23 09:00"));
  poll(kPublished + kHour);
  serve(public_notice("公示期为2026年11月25日至12月1日。请监督。") +
        item(2, kNewer, "全文。", "2026-11-23 09:00"));
  poll(kPublished + kDay); // an edit: the edition before it is kept
  site_.body.clear();
  const Instant end = beijing_midnight({2026, 12, 2});
  settle(end - 1);
  EXPECT_FALSE(files_with(kName).empty());
  EXPECT_TRUE(shown(end - 1));
  settle(end);
  EXPECT_EQ(files_with(kName), std::vector<std::string>());
  EXPECT_FALSE(shown(end));
  // nor after a restart, or a backward clock
  poller_.reset();
  archive_.reset();
  settle(end + kHour);
  settle(end - kDay);
  EXPECT_EQ(files_with(kName), std::vector<std::string>());
}

TEST_F(PublicityTerm, AYearThatStaffAddSettlesIt) {
  serve(item(1, "关于拟录用公务员的公示", std::string("拟录用") + kName + "。公示期5个工作日。",
             "2026-12-30 09:00"));
  const Instant published = beijing_midnight({2026, 12, 30}) + 9 * kHour;
  poll(published + kHour);
  EXPECT_TRUE(shown(published + 9 * kDay)); // though its age is past
  EXPECT_NE(findings().find("无法核算"), std::string::npos) << findings();
  HolidayCalendar holidays =
      HolidayCalendar::load(HEIBAN_ROOT "/assets/calendar/holidays.tsv").value();
  holidays.take(
      HolidayCalendar::parse("2027\t通知\t元旦\t2027-01-01\t2027-01-03", "holidays.tsv").value());
  poller_->set_holidays(holidays);
  settle(published + 2 * kHour);
  const Instant end = beijing_midnight({2027, 1, 8});
  EXPECT_TRUE(shown(end - 1));
  EXPECT_FALSE(shown(end));
  ASSERT_TRUE(edition().notices.at(0).notice.publicity);
  EXPECT_EQ(edition().notices[0].notice.publicity->working.size(), 5u);
}

TEST_F(PublicityTerm, ShorterThanItsKindIsAFindingWithoutATitle) {
  serve(public_notice("公示期为2026年11月25日至11月27日。"));
  poll(kPublished + kHour);
  EXPECT_NE(findings().find("只有 3 个工作日"), std::string::npos) << findings();
  EXPECT_NE(findings().find("《公务员法》第三十二条"), std::string::npos);
  EXPECT_EQ(findings().find("拟录用"), std::string::npos); // titles may hold names
}

} // namespace
} // namespace heiban
