#include "review/links.h"

#include "review/review_helper.h"

namespace heiban {
namespace {

struct Row {
  const char* link;
  bool allowed;
};

void expect_rows(const FeedSpec& feed, const std::vector<Row>& rows) {
  const LinkRules rules(feed);
  for (const Row& row : rows)
    EXPECT_EQ(rules.allows(link_target(row.link)), row.allowed) << row.link;
}

TEST(Links, OfAFeedWithoutAListStayOnItsOwnHost) {
  FeedSpec feed;
  feed.url = "https://www.Yunling.example:8443/feed.xml";
  expect_rows(feed, {
                        {"", true},
                        {"#top", true},
                        {"a.html", true},
                        {"/art/1.html", true},
                        {"?id=1", true},
                        {"附件：名单.xlsx", true},
                        {"mailto:jyj@yunling.example", true},
                        {"MAILTO:x@evil.example", true},
                        {"tel:12345", true},
                        {"https://www.yunling.example/a", true},
                        {"HTTP://WWW.YUNLING.EXAMPLE/a", true},
                        {"http://www.yunling.example:81/a", true},
                        {"//www.yunling.example/a", true},
                        {"https://www.yunling.example./a", true},
                        {"https://yunling.example/a", true},
                        {"https://m.www.yunling.example/a", true},
                        {"https://evil.example/a", false},
                        {"//evil.example/a", false},
                        {"\\\\evil.example\\a", false},
                        {"https:/evil.example", false},
                        {"https:evil.example", false},
                        {" \thttps://evil.example", false},
                        {"ht\ntps://evil.example", false},
                        {"https://www.yunling.example@evil.example/", false},
                        {"https://evil.example\\@www.yunling.example/", false},
                        {"https://evil.example#www.yunling.example", false},
                        {"https://evilyunling.example/", false},
                        {"https://www.yunling.example.evil.example/", false},
                        {"https://10.0.0.1/", false},
                        {"https://[::1]:80/", false},
                        {"https://", false},
                        {"https:///", false},
                        {"javascript:alert(1)", false},
                        {"JavaScript:alert(1)", false},
                        {"java\tscript:alert(1)", false},
                        {"data:text/html,x", false},
                        {"vbscript:x", false},
                        {"file:///etc/passwd", false},
                        {"ftp://www.yunling.example/", false},
                    });
}

TEST(Links, OfAListedHostAndItsSubdomains) {
  FeedSpec feed;
  feed.url = "https://feeds.yunling.example/feed.xml";
  feed.link_hosts = {"yunling.example", "*.Moe.example", "https://www.hebei.example/x"};
  expect_rows(feed, {
                        {"https://yunling.example/", true},
                        {"https://www.yunling.example/", true},
                        {"https://a.moe.example/", true},
                        {"https://www.hebei.example/", true},
                        {"https://hebei.example/", false},
                        {"https://evil.example/", false},
                        {"javascript:void(0)", false},
                    });
}

TEST(Links, OfAFileFeedAreFree) {
  for (const char* url : {"file:feeds/notices.xml", "feeds/notices.xml", "file:///srv/a.xml"}) {
    FeedSpec feed;
    feed.url = url;
    expect_rows(feed, {{"https://anywhere.example/", true}, {"javascript:alert(1)", false}});
  }
}

TEST(Links, ForeignOnesHoldTheItemAndNameTheHost) {
  Notice notice = plain_notice("a");
  notice.links = {"/b.html", "https://b.evil.example/x?y", "https://c.evil.example/"};
  const Verdict verdict = review_one(notice).verdicts.at(0);
  EXPECT_EQ(verdict.kind, VerdictKind::Held);
  EXPECT_EQ(verdict.rule, "foreign-link");
  EXPECT_EQ(verdict.reason, "有链接指向允许名单之外的网站：b.evil.example 等 2 个");
}

TEST(Links, OfAPictureCountToo) {
  Notice notice = plain_notice("a");
  notice.links = {"https://[evil]/x.png"};
  EXPECT_EQ(review_one(notice).verdicts.at(0).reason,
            "有链接指向允许名单之外的网站：写法异常的网址");
}

TEST(Links, WithAScriptHoldTheItem) {
  Notice notice = plain_notice("a");
  notice.links = {"javascript:alert(1)"};
  EXPECT_EQ(review_one(notice).verdicts.at(0).rule, "script-link");
}

} // namespace
} // namespace heiban
