#include "show_helper.h"

#include "feed/parse.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace heiban {
namespace {

std::string rss(const std::string& channel) {
  return "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
         " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
         " xmlns:dcterms=\"http://purl.org/dc/terms/\""
         " xmlns:atom=\"http://www.w3.org/2005/Atom\""
         " xmlns:media=\"http://search.yahoo.com/mrss/\""
         " xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
         " xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\""
         " xmlns:h=\"urn:heiban\"><channel>" +
         channel + "</channel></rss>";
}
std::string item(const std::string& inner) {
  return rss("<item>" + inner + "</item>");
}

TEST(Rss, ItemPeopleAndWords) {
  const FeedCase kCases[] = {
      {"address (name)", item("<author>a@e.cn (教研室)</author>"), {"0.author=教研室"}},
      {"name <address>", item("<author>教研室 &lt;a@e.cn&gt;</author>"), {"0.author=教研室"}},
      {"name (address)", item("<author>教研室 (a@e.cn)</author>"), {"0.author=教研室"}},
      {"an address", item("<author>a@e.cn</author>"), {"0.author=a@e.cn"}},
      {"mailto", item("<author>mailto:a@e.cn</author>"), {"0.author=a@e.cn"}},
      {"an address with a subject",
       item("<author>a@e.cn?subject=RSS_feed</author>"),
       {"0.author=a@e.cn"}},
      {"an address with a subject, and a name",
       item("<author>教研室 (mailto:a@e.cn?subject=x)</author>"),
       {"0.author=教研室"}},
      {"a name", item("<author>教研室</author>"), {"0.author=教研室"}},
      {"dc:creator", item("<dc:creator>人事股</dc:creator>"), {"0.author=人事股"}},
      {"several",
       item("<dc:creator>甲</dc:creator><dc:creator>乙</dc:creator>"
            "<dc:creator>甲</dc:creator>"),
       {"0.author=甲", "0.authors=甲 | 乙"}},
      {"an address, and a name elsewhere",
       item("<author>a@e.cn</author><dc:creator>人事股</dc:creator>"),
       {"0.author=人事股"}},
      {"itunes:author", item("<itunes:author>台</itunes:author>"), {"0.author=台"}},
      {"a person as in Atom",
       item("<author><name>甲</name><email>a@e.cn</email></author>"),
       {"0.author=甲"}},
      {"atom:author",
       item("<atom:author><atom:name>甲</atom:name></atom:author>"),
       {"0.author=甲"}},
      {"the feed's",
       rss("<managingEditor>办公室</managingEditor><item><title>t</title></item>"),
       {"0.author=办公室", "0.authors=办公室"}},
      {"the feed's name, not its address",
       rss("<author>a@e.cn</author><dc:creator>办公室</dc:creator><item><title>t</title></item>"),
       {"author=办公室", "0.authors=办公室"}},
      {"categories",
       item("<category>招生</category><category domain='d'> 公示 </category>"
            "<category/><dc:subject>高中</dc:subject>"),
       {"0.categories=招生 | 公示 | 高中"}},
      {"keywords",
       item("<itunes:keywords>甲, 乙，丙、甲</itunes:keywords>"),
       {"0.categories=甲 | 乙 | 丙"}},
      {"keywords as attributes",
       item("<itunes:keywords text='甲'/><itunes:keywords text='乙'/>"),
       {"0.categories=甲 | 乙"}},
      {"media:category",
       item("<media:category label='L'>x/y</media:category>"
            "<media:category>z</media:category>"),
       {"0.categories=L | z"}},
      {"itunes:category",
       rss("<itunes:category text='教育'><itunes:category text='中学'/>"
           "</itunes:category>"),
       {"categories=教育 | 中学"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(Rss, ItemDates) {
  const FeedCase kCases[] = {
      {"pubDate",
       item("<pubDate>Tue, 24 Nov 2026 09:30:00 +0800</pubDate>"),
       {"0.published=2026-11-24T01:30:00Z", "0.updated=2026-11-24T01:30:00Z"}},
      {"no zone is the feed's",
       item("<pubDate>2026-11-24 09:30:00</pubDate>"),
       {"0.published=2026-11-24T01:30:00Z"}},
      {"dc:date",
       item("<dc:date>2026-11-24T09:30:00+08:00</dc:date>"),
       {"0.published=2026-11-24T01:30:00Z", "0.updated=2026-11-24T01:30:00Z"}},
      {"pubDate and dc:date",
       item("<dc:date>2026-11-24T00:00:00Z</dc:date>"
            "<pubDate>Mon, 23 Nov 2026 00:00:00 GMT</pubDate>"),
       {"0.published=2026-11-23T00:00:00Z", "0.updated=2026-11-24T00:00:00Z"}},
      {"dcterms",
       item("<dcterms:issued>2026-11-20</dcterms:issued>"
            "<dcterms:modified>2026-11-22T00:00:00Z</dcterms:modified>"),
       {"0.published=2026-11-19T16:00:00Z", "0.updated=2026-11-22T00:00:00Z"}},
      {"nonsense gives way",
       item("<pubDate>soon</pubDate><dc:date>2026-11-24T00:00:00Z</dc:date>"),
       {"0.published=2026-11-24T00:00:00Z"}},
      {"nonsense alone is absent",
       item("<title>t</title><pubDate>soon</pubDate>"),
       {"!0.published"}},
      {"validity",
       item("<title>t</title><dcterms:valid>start=2026-11-25; end=2026-12-01; scheme=W3C-DTF"
            "</dcterms:valid>"),
       {"0.valid_from=2026-11-24T16:00:00Z", "0.valid_to=2026-12-01T16:00:00Z"}},
      {"a last day counts to its end",
       item("<title>t</title><expirationDate>2026-12-01</expirationDate>"),
       {"0.valid_to=2026-12-01T16:00:00Z", "!0.valid_from"}},
      {"heiban's own",
       item("<title>t</title><h:validFrom>2026-11-25 "
            "08:00</h:validFrom><h:validTo>2026-12-01</h:validTo>"
            "<h:urgency>紧急</h:urgency><h:withdrawn/>"),
       {"0.valid_from=2026-11-25T00:00:00Z", "0.valid_to=2026-12-01T16:00:00Z", "0.urgency=urgent",
        "0.withdrawn=yes"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(Rss, Enclosures) {
  const FeedCase kCases[] = {
      {"enclosure",
       item("<enclosure url='http://e.cn/a.pdf' type='application/pdf' length='123'/>"),
       {"0.enclosures=http://e.cn/a.pdf application/pdf 123"}},
      {"bad lengths",
       item("<enclosure url='a:b' length='1,024'/><enclosure url='a:c' length='-1'/>"
            "<enclosure url='a:d' length='99999999999999999999'/>"),
       {"0.enclosures=a:b  0 | a:c  0 | a:d  0"}},
      {"no url", item("<title>t</title><enclosure type='x'/>"), {"!0.enclosures"}},
      {"atom:link",
       item("<atom:link rel='enclosure' href='http://e.cn/a' type='t' length='5'/>"),
       {"0.enclosures=http://e.cn/a t 5", "!0.link"}},
      {"media:content",
       item("<media:content url='http://e.cn/v.mp4' type='video/mp4' fileSize='7'/>"
            "<media:thumbnail url='http://e.cn/t.jpg'/>"),
       {"0.enclosures=http://e.cn/v.mp4 video/mp4 7"}},
      {"media:group",
       item("<media:group><media:content url='http://e.cn/1'/>"
            "<media:content url='http://e.cn/2'/></media:group>"
            "<enclosure url='http://e.cn/1'/>"),
       {"0.enclosures=http://e.cn/1  0 | http://e.cn/2  0"}},
      {"relative",
       rss("<link>http://e.cn/a/</link><item><enclosure url='f.doc'/></item>"),
       {"0.enclosures=http://e.cn/a/f.doc  0"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

// An id for what has neither id nor link nor text: its author and its categories tell it apart.
TEST(Rss, EntriesOfFewWordsHaveIdsOfTheirOwn) {
  const auto feed = parse_feed("<rss><channel>"
                               "<item><author>甲</author></item><item><author>乙</author></item>"
                               "<item><category>通知</category></item>"
                               "<item><category>公示</category></item>"
                               "<item><pubDate>2026-11-24</pubDate></item>"
                               "<item><pubDate>2026-11-23</pubDate></item>"
                               "<item><enclosure url='http://e.cn/a.pdf'/></item>"
                               "</channel></rss>",
                               {});
  ASSERT_TRUE(feed);
  std::set<std::string> ids;
  for (const Entry& entry : feed->entries)
    ids.insert(entry.id);
  EXPECT_EQ(ids.size(), 7u);
}

} // namespace
} // namespace heiban
