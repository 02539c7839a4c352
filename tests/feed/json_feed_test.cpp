#include "show_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

std::string feed(const std::string& items, const std::string& more = "") {
  return R"({"version":"https://jsonfeed.org/version/1.1",)" + more + R"("items":[)" + items + "]}";
}

TEST(JsonFeed, Table) {
  const FeedCase kCases[] = {
      {"the feed",
       feed("",
            R"("title":"县教育局","home_page_url":"http://e.cn/","feed_url":"http://e.cn/f.json",
             "description":"d","language":"zh","icon":"http://e.cn/i.png","favicon":"http://e.cn/f.ico",
             "authors":[{"name":"局"}],)"),
       {"title=县教育局", "link=http://e.cn/", "id=http://e.cn/f.json", "description=d",
        "language=zh", "image=http://e.cn/i.png", "author=局", "entries=0"}},
      {"an item",
       feed(R"({"id":"1","url":"http://e.cn/1","title":"t","content_html":"<p>甲 &amp; 乙</p>",
             "summary":"s","date_published":"2026-11-24T09:30:00+08:00",
             "date_modified":"2026-11-24T02:00:00Z","tags":["招生","公示","招生"],
             "authors":[{"name":"甲"},{"url":"http://y/"},{"url":"mailto:b@e.cn"}],
             "attachments":[{"url":"http://e.cn/a.pdf","mime_type":"application/pdf",
             "size_in_bytes":12,"title":"附件"}]})"),
       {"0.id=1", "0.link=http://e.cn/1", "0.title=t", "0.content=甲 & 乙",
        "0.content_html=<p>甲 &amp; 乙</p>", "0.summary=s", "0.published=2026-11-24T01:30:00Z",
        "0.updated=2026-11-24T02:00:00Z", "0.categories=招生 | 公示", "0.authors=甲 | b@e.cn",
        "0.enclosures=http://e.cn/a.pdf application/pdf 12"}},
      {"1.0's author", feed(R"({"id":"1","author":{"name":"甲"}})"), {"0.author=甲"}},
      {"an author as text", feed(R"({"id":"1","author":"甲"})"), {"0.author=甲"}},
      {"author inherited", feed(R"({"id":"1"})", R"("author":{"name":"局"},)"), {"0.author=局"}},
      {"content_text is literal",
       feed(R"({"id":"1","content_text":"a <b> &amp; c"})"),
       {"0.content=a <b> &amp; c", "!0.content_html", "0.title=a <b> &amp; c"}},
      {"a number as id", feed(R"({"id":42})"), {"0.id=42"}},
      {"no id", feed(R"({"url":"http://e.cn/1"})"), {"0.id=http://e.cn/1"}},
      {"external_url", feed(R"({"id":"1","external_url":"http://x/"})"), {"0.link=http://x/"}},
      {"relative to home_page_url",
       feed(R"({"id":"1","url":"a/1"})", R"("home_page_url":"http://e.cn/",)"),
       {"0.link=http://e.cn/a/1"}},
      {"wrong types are passed over",
       feed(
           R"({"id":"1","title":5,"tags":"x","authors":{},"url":null,"date_published":7e99},"x",null)"),
       {"entries=1", "0.title=5", "!0.categories"}},
      {"heiban's own",
       feed(
           R"({"id":"1","_heiban":{"valid_from":"2026-11-25","valid_to":"2026-12-01","urgency":"important",
             "withdrawn":true}})"),
       {"0.valid_from=2026-11-24T16:00:00Z", "0.valid_to=2026-12-01T16:00:00Z",
        "0.urgency=important", "0.withdrawn=yes"}},
      {"a BOM and white space", "\xEF\xBB\xBF\n " + feed(R"({"id":"1"})"), {"0.id=1"}},
      {"trailing commas and comments", R"({"items":[{"id":"1",},/* x */],})", {"0.id=1"}},
      {"line breaks in strings",
       "{\"items\":[{\"id\":\"1\",\"content_text\":\"甲\n乙\t丙\"}]}",
       {"0.content=甲\n乙\t丙"}},
      {"a wrong escape", R"({"items":[{"id":"1","title":"it\'s"}]})", {"0.title=it's"}},
      {"authors inherited",
       R"({"version":"x","authors":[{"name":"局"},{"name":"所"}],"items":[{"id":"1"}]})",
       {"author=局", "0.authors=局 | 所"}},
      {"cut off",
       R"({"version":"x","items":[{"id":"1","title":"t"},{"id":"2","tit)",
       {"entries=1", "0.title=t"}},
      {"an author's address alone",
       R"({"title":"t","author":{"url":"https://e.cn/~a"}})",
       {"!author"}},
      {"a description alone",
       R"({"description":" 通知公告 "})",
       {"description=通知公告", "entries=0"}},
      {"a description of the wrong type", R"({"description":[1]})", {"!description", "entries=0"}},
      {"a bare list of items", R"([{"id":"1","title":"t"}])", {"0.title=t"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

// With no word of a feed's in it, an object is one by what the server calls it, and no answer of an
// interface is.
TEST(JsonFeed, ByContentType) {
  struct Row {
    const char* document;
    const char* type;
    bool is_feed;
  };
  const Row kRows[] = {
      {R"({"user_comment":"x"})", "application/feed+json", true},
      {R"({"user_comment":"x"})", "Application/Feed+JSON; charset=utf-8", true},
      {R"({"user_comment":"x"})", "application/json", false},
      {R"({"user_comment":"x"})", "", false},
      {R"({"code":500,"description":"x"})", "application/feed+json", false},
  };
  for (const Row& row : kRows) {
    FeedContext context = test_context();
    context.content_type = row.type;
    EXPECT_EQ(parse_feed(row.document, context).has_value(), row.is_feed)
        << row.document << ' ' << row.type;
  }
}

TEST(JsonFeed, Refused) {
  std::string deep = R"({"items":)";
  for (int i = 0; i < 100'000; ++i)
    deep += '[';
  const std::string text = R"({"items":[{"content_text":")" + std::string(17u << 20, 'x') + "\"}]}";
  std::string wide = R"({"items":[)";
  for (int i = 0; i < 2'000'000; ++i)
    wide += "[],";
  for (const std::string& bytes : {std::string("{}"), std::string("{"), std::string("[1,"),
                                   std::string(R"({"error":"x"})"), deep, wide + "0]}", text}) {
    const Result<ParsedFeed> feed = parse_feed(bytes, test_context());
    if (feed) {
      EXPECT_TRUE(feed->entries.empty()) << bytes.substr(0, 40);
    } else {
      EXPECT_EQ(feed.error().kind, ErrorKind::Malformed) << bytes.substr(0, 40);
    }
  }
}

} // namespace
} // namespace heiban
