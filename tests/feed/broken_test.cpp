#include "cpu_time.h"
#include "show_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

TEST(BrokenFeed, ReadAsFarAsSenseGoes) {
  const FeedCase kCases[] = {
      {"bare ampersands",
       "<rss><channel><title>R&D & "
       "more</title><link>http://e.cn/?a=1&b=2&copy=3</link></channel></rss>",
       {"title=R&D & more", "link=http://e.cn/?a=1&b=2&copy=3",
        "warnings=XML 不合规范，已尽量修补"}},
      {"HTML entities",
       "<rss><channel><title>&ldquo;甲&rdquo;&mdash;&hellip;&nbsp;&sup2;&Uuml;</title>"
       "</channel></rss>",
       {"title=“甲”—…\u00A0²Ü"}},
      {"undeclared prefixes",
       "<rss><channel><item><dc:date>2026-11-24T00:00:00Z</dc:date>"
       "<media:content url='http://e.cn/a'/></item></channel></rss>",
       {"0.published=2026-11-24T00:00:00Z", "0.enclosures=http://e.cn/a  0", "!warnings"}},
      {"control characters",
       "<rss><channel><title>甲\x0b乙\x1f</title></channel></rss>",
       {"title=甲乙"}},
      {"junk before the declaration",
       "\r\n<b>Notice</b>: Undefined index in <b>x.php</b>\n<?xml version='1.0'?><rss><channel>"
       "<title>t</title></channel></rss>",
       {"title=t"}},
      {"two declarations",
       "<?xml version='1.0'?>\n<?xml version='1.0'?><rss><channel><title>t</title>"
       "</channel></rss>",
       {"title=t"}},
      {"truncated in an item",
       "<rss><channel><title>t</title><item><title>1</title><link>http://e.cn/1"
       "</link></item><item><title>二",
       {"title=t", "0.title=1", "1.title=二"}},
      {"truncated in a tag",
       "<rss><channel><item><title>1</title></item><item><title>2</title><lin",
       {"0.title=1", "1.title=2"}},
      {"truncated in CDATA",
       "<rss><channel><item><title>1</title><description><![CDATA[<p>甲</p><p>",
       {"0.title=1", "0.summary=甲"}},
      {"CDATA without its end, and another behind it",
       "<rss><channel><item><title><![CDATA[一</title><link>http://e.cn/1</link><description>"
       "<![CDATA[<p>甲</p>]]></description></item><item><title>二</title></item></channel></rss>",
       {"entries=2", "0.title=一", "0.link=http://e.cn/1", "0.summary=甲", "1.title=二"}},
      {"CDATA that never ends",
       "<rss><channel><item><title><![CDATA[一</title><link>http://e.cn/1</link></item><item>"
       "<title>二</title></item></channel></rss>",
       {"entries=2", "0.title=一", "0.link=http://e.cn/1", "1.title=二"}},
      {"CDATA with its end escaped",
       "<rss><channel><item><title><![CDATA[一]]&gt;</title><link>http://e.cn/1</link></item>"
       "</channel></rss>",
       {"0.title=一", "0.link=http://e.cn/1"}},
      {"cdata in small letters",
       "<rss><channel><title><![cdata[A & B]]></title></channel></rss>",
       {"title=A & B"}},
      {"CDATA escaped once more",
       "<rss><channel><item><title>&lt;![CDATA[A &amp; B]]&gt;</title><description>"
       "&lt;![CDATA[&lt;p&gt;甲&lt;/p&gt;]]&gt;</description></item></channel></rss>",
       {"0.title=A & B", "0.summary=甲"}},
      {"a script before the feed",
       "<script>x()</script>\n<rss><channel><title>t</title></channel></rss>",
       {"title=t"}},
      {"a link that is a script",
       "<rss><channel><item><title>t</title><link>javascript:void(0)</link>"
       "<guid>http://e.cn/1</guid></item></channel></rss>",
       {"0.link=http://e.cn/1"}},
      {"item not closed",
       "<rss><channel><item><title>1</title><item><title>2</title></channel></rss>",
       {"entries=2", "0.title=1", "1.title=2"}},
      {"title not closed",
       "<rss><channel><item><title>1<link>http://e.cn/1</link></item><item>"
       "<title>2</title></item></channel></rss>",
       {"entries=2", "0.title=1", "0.link=http://e.cn/1", "1.title=2"}},
      {"the feed's title not closed",
       "<rss><channel><title>甲\n<link>http://e.cn/</link><item><title>1</title></item>"
       "</channel></rss>",
       {"title=甲", "link=http://e.cn/", "0.title=1"}},
      {"title not closed before items",
       "<rss><channel><title>甲<item><title>1</title></item></channel></rss>",
       {"title=甲", "entries=1", "0.title=1"}},
      {"a title about elements",
       "<rss><channel><item><title>用 <b>链接</b> <link>甲</link></title>"
       "<guid>http://e.cn/1</guid></item></channel></rss>",
       {"0.title=用 链接 甲", "0.link=http://e.cn/1"}},
      {"wrong nesting",
       "<rss><channel><item><title><b>1</title></b><link>http://e.cn/1</link></item>"
       "</channel></rss>",
       {"0.title=1", "0.link=http://e.cn/1"}},
      {"naked unclosed HTML",
       "<rss><channel><item><title>1</title><description><p>甲<br>乙<p>丙"
       "</description><link>http://e.cn/1</link></item></channel></rss>",
       {"0.summary=甲乙丙", "0.link=http://e.cn/1"}},
      {"a Chinese word in brackets",
       "<rss><channel><item><title>关于修改<办法>的通知</title>"
       "<link>http://e.cn/1</link></item></channel></rss>",
       {"0.title=关于修改<办法>的通知", "0.link=http://e.cn/1"}},
      {"smaller than",
       "<rss><channel><item><title>甲 < 乙 <= 丙</title></item></channel></rss>",
       {"0.title=甲 < 乙 <= 丙"}},
      {"attributes without quotes",
       "<rss version=2.0><channel><item><guid isPermaLink=false>1</guid>"
       "<enclosure url=http://e.cn/a.doc length=5></item></channel></rss>",
       {"0.id=1", "0.enclosures=http://e.cn/a.doc  5"}},
      {"trailing junk",
       "<rss><channel><title>t</title></channel></rss><script>x</script>",
       {"title=t"}},
      {"a second feed behind",
       "<rss><channel><title>t</title></channel></rss><rss><channel><title>u"
       "</title></channel></rss>",
       {"title=t"}},
      {"entities a document declares stay as they are",
       "<!DOCTYPE rss [<!ENTITY x 'boom'>]><rss><channel><title>&x; t</title></channel></rss>",
       {"title=&x; t"}},
      {"external entities",
       "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel>"
       "<title>a&x;b</title></channel></rss>",
       {"title=a&x;b"}},
      {"a processing instruction and comments within",
       "<?xml version='1.0'?><?xml-stylesheet href='x'?><!-- c --><rss><!-- c --><channel><title>a"
       "<!-- c -->b</title></channel></rss>",
       {"title=ab", "!warnings"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(BrokenFeed, InsideAPage) {
  const std::string kFeed = "<rss version='2.0'><channel><title>局</title><link>http://e.cn/</link>"
                            "<item><title>1</title><link>a</link></item></channel></rss>";
  const FeedCase kCases[] = {
      {"a feed in a page",
       "<html><head><script>x<y</script><meta charset=utf-8></head><body>" + kFeed +
           "</body></html>",
       {"title=局", "entries=1", "0.link=http://e.cn/a"}},
      {"an Atom feed in a page",
       "<!DOCTYPE html><html><body><pre><feed xmlns='http://www.w3.org/2005/Atom'><title>局</title>"
       "<entry><title>1</title></entry></feed></pre></body></html>",
       {"title=局", "0.title=1"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(BrokenFeed, NoFeedAtAll) {
  struct Case {
    const char* bytes;
    const char* reason;
  };
  const Case kCases[] = {
      {"", "空"},
      {" \n\t", "空"},
      {"hello", "XML"},
      {"<!DOCTYPE html><html><body><rss></body></html>", "网页"},
      {"<html><head><title>404</title></head></html>", "网页"},
      {"\n<!-- x --><HTML lang=zh>", "网页"},
      {"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "网页"},
      {"<html><body><p>&lt;rss&gt;&lt;channel&gt;</p><entry-list></entry-list></body>", "网页"},
      {"<opml version='1.0'/>", "<opml>"},
      {"\x89PNG\r\n\x1a\n\x00\x00", "XML"},
      {"%PDF-1.4 <<", "XML"},
  };
  for (const Case& c : kCases) {
    const Result<ParsedFeed> feed = parse_feed(c.bytes, test_context());
    ASSERT_FALSE(feed) << c.bytes;
    EXPECT_EQ(feed.error().kind, ErrorKind::Malformed) << c.bytes;
    EXPECT_NE(feed.error().message.find(c.reason), std::string::npos)
        << c.bytes << ": " << feed.error().message;
  }
}

// A good feed cut at every byte: it is read or refused, and never crashes or says what is not in
// it.
TEST(BrokenFeed, CutAnywhere) {
  const std::string whole =
      "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:c='http://purl.org/rss/1.0/"
      "modules/content/'><channel><title>县教育局</title><item><title>通知 &amp; 公告</title>"
      "<link>http://e.cn/1</link><c:encoded><![CDATA[<p>正文</p>]]></c:encoded></item></channel></"
      "rss>";
  for (size_t length = 0; length <= whole.size(); ++length) {
    const Result<ParsedFeed> feed = parse_feed(whole.substr(0, length), test_context());
    if (!feed)
      continue;
    ASSERT_LE(feed->entries.size(), 1u);
    EXPECT_TRUE(
        std::string("县教育局").starts_with(feed->title.substr(0, feed->title.find("\uFFFD"))))
        << length << feed->title;
  }
}

std::string repeated(std::string_view piece, size_t bytes) {
  std::string out;
  while (out.size() < bytes)
    out += piece;
  return out;
}

TEST(BrokenFeed, HostileInputIsBounded) {
  const std::string head = "<rss><channel>";
  const std::string kInputs[] = {
      head + repeated("<item><title>t</title></item>", 3'000'000),
      head + repeated("<item>", 1'000'000),
      head + repeated("<item><title>&lt;b&gt;", 1'000'000),
      head + "<item><title>" + repeated("&lt;b&gt;", 1'000'000),
      head + "<item><title>" + repeated("<![CDATA[<b>]]>", 1'000'000),
      head + "<item><description>" + repeated("&lt;a href='", 1'000'000),
      head + "<item>" + repeated("<category>x</category>", 1'000'000),
      head + "<item>" + repeated("<enclosure url='x'/>", 1'000'000),
      head + "<item>" + repeated("<author>a@b.c</author>", 1'000'000),
      head + "<item><author>" + repeated("a@", 1'000'000),
      head + "<item><link>" + repeated("../", 1'000'000),
      "<rss xml:base='http://e.cn/'>" + repeated("<x xml:base='a/'>", 1'000'000),
      "[" + repeated("{},", 1'000'000),
      repeated("\xFF\xFE", 1'000'000),
      repeated("\xB0\xA1", 1'000'000),
      std::string(1'000'000, '\0'),
  };
  for (const std::string& input : kInputs) {
    const double seconds = cpu_seconds([&] {
      const Result<ParsedFeed> feed = parse_feed(input, test_context());
      if (!feed)
        return;
      EXPECT_LE(feed->entries.size(), 20'000u);
      for (const Entry& entry : feed->entries)
        EXPECT_LE(entry.categories.size(), 200u);
    });
    EXPECT_LT(seconds, 5) << input.substr(0, 60);
  }
}

TEST(BrokenFeed, NoControlCharactersInIdsAndLinks) {
  for (const std::string& document :
       {std::string("[{\"id\":\"1\x01\x02z\",\"url\":\"https://e.cn/\x01a\",\"title\":\"a\"}]"),
        std::string("<rss xml:base='https://\x01\x02/'><channel><item><title>a</title>"
                    "<link>1.html</link></item></channel></rss>")}) {
    const Result<ParsedFeed> feed = parse_feed(document, test_context());
    ASSERT_TRUE(feed && feed->entries.size() == 1) << document;
    for (const std::string& text : {feed->entries[0].id, feed->entries[0].link})
      EXPECT_EQ(text.find_first_of("\x01\x02"), std::string::npos) << document;
  }
}

} // namespace
} // namespace heiban
