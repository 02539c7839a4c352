// Personal data of a 公示 through the whole of heiban: fetched, shown, recorded; and at the end of
// its days not a byte of them is left below the state folder.
#include "app/board_record.h"
#include "app/painter.h"
#include "app/poller.h"
#include "base/file.h"
#include "edition/codec.h"
#include "ledger/read.h"
#include "picture/png.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace heiban {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFeed = "https://www.e.cn/feed.xml";
constexpr const char* kPicture = "https://www.e.cn/zhen.png";
const Instant kPublished = beijing_midnight({2026, 11, 24}) + 9 * kHour;
const Instant kEnd = beijing_midnight({2026, 12, 2});

// Invented, each at a place of its own: title, text, table, caption, attachment, link.
const std::vector<std::string> kNames = {"甄不凡", "贾无名", "宓叔夜", "逄小满", "仉文伯"};
const std::vector<std::string> kTraces = {"zhen-bufan", "zhen.png"};

class Site : public Fetcher {
public:
  Result<FetchResponse> fetch(const FetchRequest& request) override {
    if (down)
      return {ErrorKind::TryLater, "没有回答"};
    FetchResponse response;
    response.status = 200;
    response.final_url = request.url;
    response.content_type = request.url == kPicture ? "image/png" : "application/rss+xml";
    const std::vector<uint32_t> grey(320 * 200, 0x808080);
    response.body = request.url == kPicture ? encode_png(grey.data(), 320, 200) : feed();
    return response;
  }

  std::string feed() const {
    return "<rss version='2.0' xmlns:at='http://purl.org/atompub/tombstones/1.0'><channel>"
           "<title>公告</title>" +
           (withdrawn ? std::string("<at:deleted-entry ref='1' when='2026-11-25T10:00:00+08:00'/>")
                      : fmt::format("<item><title>关于拟聘用{}等3名同志的公示</title>"
                                    "<guid>1</guid><link>https://www.e.cn/zhen-bufan.html</link>"
                                    "<pubDate>2026-11-24 09:00</pubDate>"
                                    "<description><![CDATA[{}]]></description></item>",
                                    kNames[0], text())) +
           "<item><title>关于放假的通知</title><guid>2</guid><pubDate>2026-11-23 09:00</pubDate>"
           "<description>全文。</description></item></channel></rss>";
  }
  std::string text() const {
    return fmt::format("<p>现将{}同志等人公示，公示期为2026年11月25日至12月1日。{}</p>"
                       "<table><tr><th>序号</th><th>姓名</th></tr><tr><td>1</td><td>{}</td></tr>"
                       "<tr><td>2</td><td>{}</td></tr></table>"
                       "<p><img src='{}' alt='{}近照'></p>"
                       "<p><a href='/{}.docx'>{}简历.docx</a></p>",
                       kNames[1], edited ? "请监督。" : "", kNames[0], kNames[2], kPicture,
                       kNames[3], "zhen-bufan", kNames[4]);
  }

  bool down = false, edited = false, withdrawn = false;
};

class Erasure : public testing::Test {
protected:
  Erasure() {
    std::string path = fs::temp_directory_path() / "heiban-erasure-XXXXXX";
    state_ = ::mkdtemp(path.data());
    FeedSpec feed;
    feed.name = feed.category = "公告公示";
    feed.url = kFeed;
    feed.link_hosts = {"e.cn"};
    setup_.settings.feeds = {feed};
    setup_.settings.bureau.name = "云岭县教育局";
    setup_.state = state_;
    setup_.width = 960;
    setup_.height = 540;
    setup_.theme = load_theme(std::string(HEIBAN_ROOT) + "/assets/themes/heiban.toml").value();
    setup_.fonts = load_fonts(std::string(HEIBAN_ROOT) + "/fonts/fonts.toml").value();
    archive_.emplace(Archive::open(state_ + "/archive.db").value());
    const auto holidays = HolidayCalendar::load(HEIBAN_ROOT "/assets/calendar/holidays.tsv");
    poller_.emplace(PollerParts{*archive_, site_, state_, {}, holidays.value()}, setup_.settings);
    EXPECT_TRUE(poller_->start({kPublished, true}));
    painter_.emplace(setup_);
    record_.emplace(state_);
  }
  ~Erasure() override { fs::remove_all(state_); }

  void poll(Instant at) {
    poller_->poll_all({at, true}, 0);
    poller_->settle({at, true});
  }

  // A round of the board, as its loop lives it.
  void show(Instant at) {
    painter_->reload();
    for (int turn = 0; turn < 8; ++turn) {
      Painted painted = painter_->paint({.at = at, .now = at, .shown = shown_});
      shown_ = painted.plan.after;
      record_->withdrawals(painted.withdrawn, at);
      record_->stands(painted.stands, at, true);
      Report report;
      report.notice = painted.stands.notice_id;
      report.edition = painted.edition;
      record_->report(report);
      at = at + 20;
    }
    record_->tick(at + kMinute, true);
  }
  void leave(Instant at) {
    record_->close(at, {});
    record_.reset();
    archive_.reset();
  }

  // Every file below the state folder that says it.
  std::vector<std::string> files_with(const std::string& text) const {
    std::vector<std::string> out;
    for (const auto& file : fs::recursive_directory_iterator(state_)) {
      const Result<std::string> bytes = read_file(file.path(), 64u << 20);
      if (bytes && bytes->find(text) != std::string::npos) // a folder, or just replaced
        out.push_back(file.path().filename());
    }
    return out;
  }
  std::vector<std::string> pictures() const {
    std::vector<std::string> out;
    for (const auto& file : fs::directory_iterator(state_ + "/media"))
      out.push_back(file.path().filename());
    return out;
  }

  std::string state_;
  heiban::Setup setup_;
  Site site_;
  Shown shown_;
  std::optional<Archive> archive_;
  std::optional<Poller> poller_;
  std::optional<Painter> painter_;
  std::optional<BoardRecord> record_;
};

TEST_F(Erasure, AtItsEndNoByteOfThePersonsIsLeftAnywhere) {
  poll(kPublished + kHour);
  show(kPublished + kHour);
  site_.edited = true;
  poll(kPublished + kDay); // the edition before is kept
  show(kPublished + kDay);
  for (const std::string& name : kNames)
    EXPECT_THAT(files_with(name), testing::Contains("edition.json")) << name << " was not read";
  ASSERT_EQ(pictures().size(), 1u) << "a picture of it was to be had";
  const std::string picture = pictures()[0].substr(0, 64);
  site_.down = true;
  poller_->settle({kEnd, true});
  show(kEnd);
  leave(kEnd + kHour);
  for (const std::string& trace :
       {kNames[0], kNames[1], kNames[2], kNames[3], kNames[4], kTraces[0], kTraces[1], picture})
    EXPECT_THAT(files_with(trace), testing::IsEmpty()) << trace;
  EXPECT_THAT(pictures(), testing::IsEmpty());
  EXPECT_THAT(files_with("关于放假的通知"), testing::Not(testing::IsEmpty()))
      << "the search is blind";
}

// That it stood can be shown for a year, by its id, its hash and what its title says of the matter.
TEST_F(Erasure, TheLedgerKnowsThatItStoodAndNotWhoStoodInIt) {
  poll(kPublished + kHour);
  show(kPublished + kHour);
  const EditionNotice shown = load_edition(state_).value().notices.at(0);
  leave(kPublished + 2 * kHour);
  std::set<std::string> titles;
  for (const Showing& one : read_span(state_ + "/ledger", kPublished, kEnd).showings)
    if (one.what.notice_id == shown.notice.id) {
      EXPECT_EQ(one.what.content_hash, shown.notice.content_hash);
      titles.insert(one.what.title);
    }
  EXPECT_EQ(titles, std::set<std::string>{"关于拟聘用某某等3名同志的公示"});
}

TEST_F(Erasure, OneThatIsWithdrawnKeepsATitleWithoutNames) {
  poll(kPublished + kHour);
  show(kPublished + kHour);
  const std::string id = load_edition(state_).value().notices.at(0).notice.id;
  poller_->decide({id, "", false, true, "材料有误"}, {kPublished + 2 * kHour, true});
  poller_->settle({kPublished + 2 * kHour, true});
  show(kPublished + 2 * kHour);
  const Edition edition = load_edition(state_).value();
  ASSERT_EQ(edition.withdrawn.size(), 1u);
  EXPECT_EQ(edition.withdrawn[0].title, "关于拟聘用某某等3名同志的公示");
  site_.withdrawn = true; // the feed, too, lets it go
  poll(kPublished + kDay);
  poll(kPublished + kDay + kHour);
  show(kPublished + kDay + kHour);
  leave(kPublished + kDay + 2 * kHour);
  for (const std::string& name : kNames)
    EXPECT_THAT(files_with(name), testing::IsEmpty()) << name;
  EXPECT_THAT(files_with("关于拟聘用某某等3名同志的公示"), testing::Contains("2026-11-24.jsonl"));
  EXPECT_THAT(pictures(), testing::IsEmpty());
}

} // namespace
} // namespace heiban
