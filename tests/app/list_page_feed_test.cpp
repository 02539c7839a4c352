// A list page as a feed, through the poller: each article asked for once, a few at a time.
#include "app/poller.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fmt/format.h>

#include <filesystem>
#include <map>

namespace heiban {
namespace {

using testing::HasSubstr;

constexpr Instant kNow{1'795'492'800}; // 2026-11-24 12:00
constexpr const char* kList = "https://www.e.cn/gggs/";

class Site : public Fetcher {
public:
  struct Page {
    int status = 200;
    std::string body;
  };
  Result<FetchResponse> fetch(const FetchRequest& request) override {
    asked.push_back(request.url);
    const auto page = pages.find(request.url);
    if (page == pages.end())
      return {ErrorKind::TryLater, "没有回答"};
    FetchResponse response;
    response.status = page->second.status;
    response.body = page->second.body;
    response.content_type = "text/html";
    response.final_url = request.url;
    return response;
  }
  size_t count(const std::string& url) const {
    return static_cast<size_t>(std::count(asked.begin(), asked.end(), url));
  }
  std::map<std::string, Page> pages;
  std::vector<std::string> asked;
};

std::string article_url(int i) {
  return fmt::format("{}t{}.html", kList, i);
}

std::string row(int i, const std::string& title, const std::string& date) {
  return fmt::format("<li><a href=\"t{}.html\">{}</a><span>{}</span></li>", i, title, date);
}

std::string usual_row(int i) {
  return row(i, fmt::format("关于第{}号事项的通知", i), fmt::format("2026-11-{:02}", 24 - i));
}

Site::Page article(const std::string& text) {
  return {200, "<html><head><meta name=ContentSource content=云岭县教育局></head><body><ul><li><a "
               "href=/>网站首页</a></ul>"
               "<div class=TRS_Editor><p>" +
                   text +
                   "</p><table border=1><tr><th>项目</th><th>标准</th></tr>"
                   "<tr><td>学费</td><td>600 元</td></tr></table></div></body></html>"};
}

class ListPageFeed : public testing::Test {
protected:
  ListPageFeed() {
    folder_ = testing::TempDir() + "list_page_feed";
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    FeedSpec feed;
    feed.name = feed.category = "公示公告";
    feed.url = kList;
    feed.kind = FeedKind::Page;
    feed.link_hosts = {"e.cn"};
    settings_.feeds = {feed};
  }
  void list(const std::string& rows) {
    site_.pages[kList] = {200, "<body><ul class=list>" + rows + "</ul></body>"};
  }
  void usual(int count) {
    std::string rows;
    for (int i = 0; i < count; ++i) {
      rows += usual_row(i);
      site_.pages[article_url(i)] = article(fmt::format("第{}号事项的全文，请遵照执行。", i));
    }
    list(rows);
  }
  // Polls whatever is due at `at`.
  void poll(int64_t seconds_later = 0) {
    const TrustedNow now{kNow + seconds_later, true};
    if (!poller_) {
      archive_.emplace(Archive::open(folder_ + "/archive.db").value());
      poller_ = std::make_unique<Poller>(PollerParts{*archive_, site_, folder_, {}, {}}, settings_);
      ASSERT_TRUE(poller_->start(now));
    }
    site_.asked.clear();
    while (poller_->poll_due(now, 0))
      poller_->settle(now);
  }
  void restart() {
    poller_.reset();
    archive_.reset();
  }
  const Shelf& shelf() const { return poller_->shelves()[0]; }
  std::vector<std::string> titles() const {
    std::vector<std::string> out;
    for (const NoticeRecord& notice : shelf().notices)
      if (notice.body && notice.kind == VerdictKind::Shown)
        out.push_back(notice.body->title);
    return out;
  }
  const NoticeRecord* notice(const std::string& title) const {
    for (const NoticeRecord& one : shelf().notices)
      if (one.body && one.body->title == title)
        return &one;
    return nullptr;
  }

  std::optional<Archive> archive_;
  Site site_;
  Settings settings_;
  std::string folder_;
  std::unique_ptr<Poller> poller_;
};

TEST_F(ListPageFeed, ReadsEachArticleOnce) {
  usual(3);
  poll(60);
  EXPECT_EQ(site_.asked.size(), 4u);
  ASSERT_EQ(titles().size(), 3u);
  const NoticeRecord* one = notice("关于第0号事项的通知");
  ASSERT_TRUE(one);
  ASSERT_EQ(one->body->blocks.size(), 2u);
  EXPECT_EQ(one->body->blocks[0].text, "第0号事项的全文，请遵照执行。");
  EXPECT_EQ(one->body->blocks[1].kind, BlockKind::Table);
  EXPECT_EQ(one->body->publisher, "云岭县教育局");
  EXPECT_EQ(one->body->link, article_url(0));
  poll(3600);
  EXPECT_EQ(site_.asked, std::vector<std::string>{kList}) << "the same list";
  list(usual_row(0) + usual_row(1) + usual_row(2) + "<!-- 浏览 5 -->");
  poll(7200);
  EXPECT_EQ(site_.asked, std::vector<std::string>{kList}) << "another list, the same rows";
  EXPECT_EQ(titles().size(), 3u);
  restart();
  poll(10'800);
  EXPECT_EQ(site_.asked, std::vector<std::string>{kList}) << "after a restart";
  EXPECT_EQ(titles().size(), 3u);
}

TEST_F(ListPageFeed, AsksAgainWhenTheListSaysSo) {
  usual(2);
  poll(60);
  site_.pages[article_url(1)] = article("更正后的全文，请以此为准。");
  list(usual_row(0) + row(1, "关于第1号事项的通知（更正）", "2026-11-24"));
  poll(3600);
  EXPECT_EQ(site_.asked, (std::vector<std::string>{kList, article_url(1)}));
  const NoticeRecord* one = notice("关于第1号事项的通知（更正）");
  ASSERT_TRUE(one);
  EXPECT_EQ(one->body->blocks[0].text, "更正后的全文，请以此为准。");
}

TEST_F(ListPageFeed, AFewAtATimeAndOnlyTheNewest) {
  settings_.feeds[0].keep = 20;
  usual(23);
  poll(60);
  EXPECT_EQ(site_.asked.size(), 9u);
  EXPECT_EQ(titles().size(), 8u);
  poll(60);
  EXPECT_EQ(site_.asked.size(), 0u) << "not at once";
  restart();
  poll(180);
  poll(300);
  poll(420);
  EXPECT_EQ(titles().size(), 20u);
  std::map<int, std::string> by_position;
  for (const NoticeRecord& one : shelf().notices)
    by_position.emplace(one.position, one.body->title);
  int number = 0;
  for (const auto& [position, title] : by_position)
    EXPECT_EQ(title, fmt::format("关于第{}号事项的通知", number++)) << "the list's order";
  EXPECT_EQ(number, 20);
  poll(3600);
  EXPECT_EQ(site_.asked.size(), 1u);
}

TEST_F(ListPageFeed, WhatIsOverIsNotAskedFor) {
  usual(2);
  list(usual_row(0) + usual_row(1) + row(2, "关于往年事项的旧通知", "2024-01-05"));
  poll(60);
  EXPECT_EQ(site_.count(article_url(2)), 0u);
  poll(61 * kDay); // all are over by then, and stay in the list
  EXPECT_EQ(site_.asked, std::vector<std::string>{kList});
  EXPECT_TRUE(titles().empty());
  EXPECT_EQ(shelf().record.problem, "");
}

TEST_F(ListPageFeed, APageThatIsGoneTwiceIsWithdrawn) {
  usual(2);
  poll(60);
  list(row(0, "关于第0号事项的通知（改）", "2026-11-24") + usual_row(1));
  site_.pages[article_url(0)] = {404, ""};
  poll(3600);
  EXPECT_EQ(titles().size(), 2u) << "once may be a mistake";
  ASSERT_EQ(shelf().record.articles.size(), 2u);
  EXPECT_EQ(shelf().record.articles[0].status, 404);
  poll(7200);
  EXPECT_EQ(titles(), std::vector<std::string>{"关于第1号事项的通知"});
  poll(7200 + 1200);
  EXPECT_EQ(site_.count(article_url(0)), 0u) << "once a day is enough";
  ASSERT_FALSE(shelf().record.findings.empty()) << "staff are told as long as it is missing";
  EXPECT_THAT(shelf().record.findings[0], HasSubstr("文章页答复 404，以后再问"));
}

TEST_F(ListPageFeed, AFailureKeepsWhatStandsAndStopsTheRound) {
  usual(3);
  site_.pages[article_url(1)] = {503, ""};
  poll(60);
  EXPECT_EQ(site_.count(article_url(2)), 0u);
  EXPECT_EQ(titles().size(), 1u);
  ASSERT_FALSE(shelf().record.findings.empty());
  EXPECT_THAT(shelf().record.findings[0], HasSubstr("《关于第1号事项的通知》：文章页答复 503"));
  site_.pages[article_url(1)] = article("恢复以后的全文，请查收。");
  poll(3600);
  EXPECT_EQ(titles().size(), 3u);
  EXPECT_TRUE(shelf().record.findings.empty());
}

TEST_F(ListPageFeed, AFileAndAForeignLink) {
  list("<li><a href=\"f.pdf\">招生范围示意图（下载）</a><span>2026-11-24</span></li>"
       "<li><a "
       "href=\"https://other.cn/x.html\">转载：某某部门的通知</a><span>2026-11-23</span></li>");
  poll(60);
  EXPECT_EQ(site_.asked.size(), 1u);
  const NoticeRecord* file = notice("招生范围示意图（下载）");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->body->blocks[0].kind, BlockKind::Attachments);
  const NoticeRecord* foreign = notice("转载：某某部门的通知");
  ASSERT_TRUE(foreign);
  EXPECT_EQ(foreign->kind, VerdictKind::Held);
  EXPECT_EQ(foreign->rule, "foreign-link");
}

TEST_F(ListPageFeed, AListThatIsNoneSaysSo) {
  usual(1);
  poll(60);
  site_.pages[kList] = {200, "<div id=app></div><script src=a.js></script>"};
  poll(3600);
  EXPECT_THAT(shelf().record.problem, HasSubstr("由脚本填入"));
  EXPECT_EQ(titles().size(), 1u);
}

} // namespace
} // namespace heiban
