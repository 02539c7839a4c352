#include "show_helper.h"

#include <gtest/gtest.h>

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

TEST(Rss, Channel) {
  const FeedCase kCases[] = {
      {"the plain fields",
       rss("<title>县教育局</title><link>http://e.cn/</link><description>通知 &amp; "
           "公告</description>"
           "<language>zh-CN</language><ttl>60</ttl><category>教育</category>"
           "<category domain='x'>招生</category><category>教育</category>"
           "<pubDate>Tue, 24 Nov 2026 09:30:00 +0800</pubDate>"
           "<lastBuildDate>Tue, 24 Nov 2026 02:00:00 GMT</lastBuildDate>"
           "<image><title>i</title><url>http://e.cn/i.png</url><link>http://e.cn/x</link></image>"),
       {"title=县教育局", "link=http://e.cn/", "description=通知 & 公告", "language=zh-CN",
        "ttl=60", "categories=教育 | 招生", "published=2026-11-24T01:30:00Z",
        "updated=2026-11-24T02:00:00Z", "image=http://e.cn/i.png", "entries=0"}},
      {"atom:link rel=self is not the link",
       rss("<atom:link rel='self' href='http://e.cn/feed.xml'/><link>http://e.cn/</link>"),
       {"link=http://e.cn/"}},
      {"atom:link rel=alternate is",
       rss("<atom:link rel='alternate' href='http://e.cn/a'/>"),
       {"link=http://e.cn/a"}},
      {"the link after atom:link",
       rss("<atom:link href='http://e.cn/f' rel='self'/>"
           "<link>http://e.cn/</link><atom:link rel='hub' href='x'/>"),
       {"link=http://e.cn/"}},
      {"managingEditor",
       rss("<managingEditor>ed@e.cn (办公室)</managingEditor>"),
       {"author=办公室"}},
      {"webMaster last",
       rss("<webMaster>w@e.cn (网管)</webMaster><dc:creator>甲</dc:creator>"),
       {"author=甲"}},
      {"dc for the feed",
       rss("<dc:title>t</dc:title><dc:description>d</dc:description>"
           "<dc:language>zh</dc:language><dc:date>2026-11-24T00:00:00Z</dc:date>"),
       {"title=t", "description=d", "language=zh", "updated=2026-11-24T00:00:00Z",
        "published=2026-11-24T00:00:00Z"}},
      {"a locale's name for a language", rss("<language>zh_CN</language>"), {"language=zh-CN"}},
      {"a language that is none", rss("<language>rss_0.93</language>"), {"language=rss_0.93"}},
      {"syndication",
       rss("<sy:updatePeriod> hourly </sy:updatePeriod>"
           "<sy:updateFrequency>2</sy:updateFrequency>"
           "<skipHours><hour>0</hour><hour>23</hour><hour>24</hour><hour>x</hour>"
           "</skipHours>"),
       {"period=1800", "skip_hours=0 23 0"}},
      {"itunes image",
       rss("<itunes:image href='http://e.cn/p.jpg'/><itunes:author>台</itunes:author>"),
       {"image=http://e.cn/p.jpg", "author=台"}},
      {"ttl nonsense", rss("<ttl>soon</ttl><ttl>-5</ttl>"), {"!ttl"}},
      {"the image's own title and link are not the channel's",
       rss("<image><title>i</title><link>http://i/</link><url>http://e.cn/i.png</url></image>"
           "<textInput><title>s</title><link>http://s/</link></textInput><title>t</title>"),
       {"title=t", "!link"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(Rss, ItemTexts) {
  const FeedCase kCases[] = {
      {"title plain", item("<title> 通知 </title>"), {"0.title=通知"}},
      {"title with escaped brackets that are no element",
       item("<title>关于修改&lt;办法&gt;的通知</title>"),
       {"0.title=关于修改<办法>的通知"}},
      {"title with CDATA and brackets",
       item("<title><![CDATA[关于<实施细则>的<b>公告</b>]]></title>"),
       {"0.title=关于<实施细则>的公告"}},
      {"title about a tag",
       item("<title>History of the &lt;blink&gt; tag</title>"),
       {"0.title=History of the <blink> tag"}},
      {"title about tags that need no end",
       item("<title>&lt;a&gt; as &lt;area&gt;, &lt;meta&gt; &lt;img src='x'&gt;</title>"),
       {"0.title=<a> as <area>, <meta>"}},
      {"title with a void tag",
       item("<title>关于&lt;br&gt;招生&lt;br/&gt;的通知</title>"),
       {"0.title=关于招生的通知"}},
      {"title escaped twice",
       item("<title>R&amp;amp;D &amp;lt;x&amp;gt; &amp;ldquo;</title>"),
       {"0.title=R&D <x> “"}},
      {"title with a bare ampersand in CDATA",
       item("<title><![CDATA[AT&T &copy 2026]]></title>"),
       {"0.title=AT&T &copy 2026"}},
      {"title over lines",
       item("<title>\n  关于\n  招生\t的通知\n</title>"),
       {"0.title=关于 招生 的通知"}},
      {"title with naked elements",
       item("<title>关于<em>招生</em>的通知</title>"),
       {"0.title=关于招生的通知"}},
      {"the first title counts; media:title does not",
       item("<media:title>m</media:title><title>t</title><dc:title>d</dc:title>"),
       {"0.title=t"}},
      {"an empty title gives way", item("<title/><dc:title>d</dc:title>"), {"0.title=d"}},
      {"title from the text",
       item("<description>&lt;p&gt;第一行&lt;/p&gt;&lt;p&gt;第二行&lt;/p&gt;"
            "</description>"),
       {"0.title=第一行"}},
      {"long title from the text is cut",
       item("<description>一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
            "一二三四五六七八九十末</description>"),
       {"0.title="
        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十…"}},
      {"description is HTML",
       item("<description>&lt;p&gt;甲 &amp;amp; 乙&lt;br/&gt;丙&lt;/p&gt;"
            "</description>"),
       {"0.summary=甲 & 乙丙", "0.summary_html=<p>甲 &amp; 乙<br/>丙</p>", "!0.content"}},
      {"description in CDATA",
       item("<description><![CDATA[<b>甲</b>&nbsp;乙]]></description>"),
       {"0.summary=甲\u00A0乙", "0.summary_html=<b>甲</b>&nbsp;乙"}},
      {"description naked",
       item("<description><p>甲<b>乙</b></p><p>丙</p></description>"),
       {"0.summary=甲乙丙", "0.summary_html=<p>甲<b>乙</b></p><p>丙</p>"}},
      {"description plain has no HTML",
       item("<description>甲 1 &lt; 2</description>"),
       {"0.summary=甲 1 < 2", "!0.summary_html"}},
      {"text around CDATA",
       item("<description>甲<![CDATA[<i>乙</i>]]>丙</description>"),
       {"0.summary=甲乙丙"}},
      {"content:encoded",
       item("<description>短</description><content:encoded><![CDATA[<p>长</p>]]>"
            "</content:encoded>"),
       {"0.summary=短", "0.content=长", "0.content_html=<p>长</p>"}},
      {"script and style go",
       item("<description><![CDATA[<style>p{}</style><script>x<y</script>甲]]>"
            "</description>"),
       {"0.summary=甲"}},
      {"xhtml:body",
       item("<body xmlns='http://www.w3.org/1999/xhtml'><p>甲</p></body>"),
       {"0.content=甲", "0.content_html=<p>甲</p>"}},
      {"xhtml:body with a prefix",
       item("<x:body xmlns:x='http://www.w3.org/1999/xhtml'><x:p>甲<x:br/></x:p></x:body>"),
       {"0.content=甲", "0.content_html=<p>甲<br></p>"}},
      {"fullitem", item("<fullitem>&lt;b&gt;全&lt;/b&gt;</fullitem>"), {"0.content=全"}},
      {"itunes:summary only", item("<itunes:summary>简介</itunes:summary>"), {"0.summary=简介"}},
      {"description before itunes:summary",
       item("<itunes:summary>简介</itunes:summary><description>说明</description>"),
       {"0.summary=说明"}},
      {"media:description",
       item("<media:group><media:description>图</media:description>"
            "</media:group>"),
       {"0.summary=图"}},
      {"texts that a film bears stand in for the item's",
       item("<media:group><media:content url='http://e.cn/1'><media:title>甲</media:title>"
            "<media:description>乙</media:description></media:content></media:group>"),
       {"0.title=甲", "0.summary=乙"}},
      {"and come behind the item's own",
       item("<media:content url='http://e.cn/1'><media:title>影</media:title><media:description>"
            "某某摄</media:description></media:content><title>通知</title>"
            "<itunes:subtitle>正文</itunes:subtitle>"),
       {"0.title=通知", "0.summary=正文"}},
      {"a picture's caption is not the item's text",
       item("<description>正文</description><media:content url='http://e.cn/1' medium='image'>"
            "<media:title>头像</media:title><media:description>图</media:description>"
            "</media:content>"),
       {"0.title=正文", "0.summary=正文"}},
      {"a naked picture, and then HTML in CDATA",
       item("<description><img src='http://e.cn/1.png'/><![CDATA[<p>一<b>二</b></p>]]>"
            "</description>"),
       {"0.summary=一二", "0.summary_html=<img src=\"http://e.cn/1.png\"><p>一<b>二</b></p>"}},
      {"naked elements, and escaped brackets that are no element",
       item("<description><b>关于</b>修改&lt;办法&gt;</description>"),
       {"0.summary=关于修改<办法>"}},
      {"a summary and the whole",
       item("<summary>短</summary><description>全文在此</description>"),
       {"0.summary=短", "0.content=全文在此"}},
      {"the whole and a summary",
       item("<description>全文在此</description><summary>短</summary>"),
       {"0.summary=全文在此", "!0.content"}},
      {"references that lost their semicolon",
       item("<description>&lt;p&gt;A&amp;nbspB &amp;quotC&amp;quot, ?a=1&amp;notes=2&lt;/p&gt;"
            "</description>"),
       {"0.summary=A\u00A0B \"C\", ?a=1&notes=2"}},
      {"numbers of windows-1252",
       item("<title>It&#146;s &#147;x&#148;</title>"),
       {"0.title=It’s “x”"}},
      {"bidi overrides and zero-width characters leave the text",
       item("<title>甲\u202E乙\u200B丙&#8238;丁&amp;#8203;戊\uFEFF</title>"),
       {"0.title=甲乙丙丁戊"}},
      {"unclosed HTML",
       item("<description>&lt;p&gt;甲&lt;b&gt;乙&lt;/p&gt;丙</description>"),
       {"0.summary=甲乙丙"}},
      {"Word's elements",
       item("<description>&lt;o:p&gt;甲&lt;/o:p&gt;</description>"),
       {"0.summary=甲"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(Rss, ItemLinks) {
  const FeedCase kCases[] = {
      {"link",
       item("<link> http://e.cn/1 </link>"),
       {"0.link=http://e.cn/1", "0.id=http://e.cn/1"}},
      {"guid is the id, link stays",
       item("<guid isPermaLink='false'>g1</guid><link>http://e.cn/1</link>"),
       {"0.id=g1", "0.link=http://e.cn/1"}},
      {"guid is a permanent link",
       item("<guid>http://e.cn/g</guid>"),
       {"0.link=http://e.cn/g", "0.id=http://e.cn/g"}},
      {"guid isPermaLink=true, a path",
       item("<guid isPermaLink='true' xml:base='http://e.cn/a/'>2/</guid>"),
       {"0.link=http://e.cn/a/2/"}},
      {"guid isPermaLink=true, a number",
       item("<title>t</title><guid isPermaLink='true' xml:base='http://e.cn/a/'>12</guid>"),
       {"!0.link"}},
      {"guid isPermaLink=true",
       item("<guid isPermaLink='true'>http://e.cn/g</guid>"),
       {"0.link=http://e.cn/g"}},
      {"guid is none",
       item("<title>t</title><guid isPermaLink='false'>http://e.cn/g</guid>"),
       {"!0.link"}},
      {"guid is no URL", item("<title>t</title><guid>abc</guid>"), {"!0.link", "0.id=abc"}},
      {"link escaped twice",
       item("<link>http://e.cn/?a=1&amp;amp;b=2</link>"),
       {"0.link=http://e.cn/?a=1&b=2"}},
      {"link in CDATA over lines",
       item("<link><![CDATA[\nhttp://e.cn/\n1\n]]></link>"),
       {"0.link=http://e.cn/1"}},
      {"atom:link beside an empty link",
       item("<link/><atom:link rel='alternate' type='text/html' href='http://e.cn/1'/>"),
       {"0.link=http://e.cn/1"}},
      {"the RSS link before atom:link",
       item("<atom:link href='http://e.cn/a'/><link>http://e.cn/1</link>"),
       {"0.link=http://e.cn/1"}},
      {"comments is no link",
       item("<comments>http://e.cn/c</comments><title>t</title>"),
       {"!0.link"}},
      {"source is no link",
       item("<source url='http://s/'>S</source><title>t</title>"),
       {"!0.link", "0.title=t", "!0.author"}},
      {"same guid, other link",
       rss("<item><guid isPermaLink='false'>0</guid><link>http://e.cn/1</link></item>"
           "<item><guid isPermaLink='false'>0</guid><link>http://e.cn/2</link></item>"),
       {"0.id=0", "1.id=0 http://e.cn/2"}},
      {"relative to the channel's link",
       rss("<link>http://e.cn/a/b.html</link><item><link>../1.html</link></item>"),
       {"0.link=http://e.cn/1.html"}},
      {"relative with xml:base",
       "<rss xml:base='http://e.cn/x/'><channel><link>y</link><item xml:base='z/'><link>1</link>"
       "</item></channel></rss>",
       {"link=http://e.cn/x/y", "0.link=http://e.cn/x/z/1"}},
      {"relative without any base", item("<link>/1.html</link>"), {"0.link=/1.html"}},
      {"links inside become absolute",
       rss("<link>http://e.cn/a/</link><item><description>&lt;a href='1'&gt;x&lt;/a&gt;"
           "&lt;img src=/i.png&gt;&lt;a href='#n'&gt;&lt;/a&gt;&lt;a "
           "href=\"mailto:a@b\"&gt;&lt;/a&gt;"
           "</description></item>"),
       {"0.summary_html=<a href='http://e.cn/a/1'>x</a><img src=\"http://e.cn/i.png\">"
        "<a href='#n'></a><a href=\"mailto:a@b\"></a>"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(Rss, IdsWithoutIds) {
  const FeedContext context = test_context();
  const std::string document = item("<description>x</description>");
  const Result<ParsedFeed> once = parse_feed(document, context),
                           again = parse_feed(document, context);
  const Result<ParsedFeed> other = parse_feed(item("<description>y</description>"), context);
  ASSERT_TRUE(once && again && other);
  EXPECT_EQ(once->entries[0].id, again->entries[0].id);
  EXPECT_NE(once->entries[0].id, other->entries[0].id);
}

TEST(Rss, BaseUrl) {
  check_feed(
      {"against the document's URL", item("<link>1.html</link>"), {"0.link=http://e.cn/d/1.html"}},
      "http://e.cn/d/feed.xml");
  check_feed({"the document's URL before the channel's link",
              rss("<link>http://other/</link><item><link>1.html</link></item>"),
              {"0.link=http://e.cn/d/1.html"}},
             "http://e.cn/d/feed.xml");
}

TEST(Rss, Shapes) {
  const FeedCase kCases[] = {
      {"0.91 with a DOCTYPE",
       "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' "
       "'http://my.netscape.com/publish/formats/rss-0.91.dtd'><rss version='0.91'><channel>"
       "<title>t</title><item><title>i</title><link>http://e.cn/1</link></item></channel></rss>",
       {"title=t", "0.title=i", "!warnings"}},
      {"0.90",
       "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
       "xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>t</title>"
       "<link>http://e.cn/</link></channel><image><url>http://e.cn/i.png</url></image>"
       "<item><title>i</title><link>http://e.cn/1</link></item></rdf:RDF>",
       {"title=t", "image=http://e.cn/i.png", "0.title=i", "0.link=http://e.cn/1"}},
      {"1.0",
       "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
       "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
       "xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
       "<channel rdf:about='http://e.cn/rss'><title>t</title><link>http://e.cn/</link>"
       "<description>d</description><image rdf:resource='http://e.cn/i.png'/>"
       "<items><rdf:Seq><rdf:li rdf:resource='http://e.cn/1'/></rdf:Seq></items></channel>"
       "<image rdf:about='http://e.cn/i.png'><url>http://e.cn/i2.png</url></image>"
       "<item rdf:about='http://e.cn/1'><title>i</title><link>http://e.cn/1.html</link>"
       "<description>s</description><dc:creator>甲</dc:creator><dc:date>2026-11-24</dc:date>"
       "<content:items><rdf:Bag><rdf:li><content:item><rdf:value>&lt;p&gt;c&lt;/p&gt;</rdf:value>"
       "</content:item></rdf:li></rdf:Bag></content:items></item></rdf:RDF>",
       {"title=t", "id=http://e.cn/rss", "link=http://e.cn/", "description=d", "0.id=http://e.cn/1",
        "0.link=http://e.cn/1.html", "0.summary=s", "0.author=甲", "0.content=c", "entries=1"}},
      {"names in any case",
       "<RSS><Channel><Title>t</Title><ITEM><TITLE>i</TITLE><LINK>http://e.cn/1</LINK>"
       "<PUBDATE>2026-11-24</PUBDATE><GUID ISPERMALINK='FALSE'>g</GUID></ITEM></Channel></RSS>",
       {"title=t", "0.title=i", "0.link=http://e.cn/1", "0.id=g",
        "0.published=2026-11-23T16:00:00Z"}},
      {"a default namespace nobody knows",
       "<rss xmlns='http://backend.userland.com/x'><channel><title>t</title><item><title>i</title>"
       "</item></channel></rss>",
       {"title=t", "0.title=i"}},
      {"namespace prefixes never declared",
       "<rss><channel><item><dc:creator>甲</dc:creator><content:encoded>c</content:encoded>"
       "<itunes:author>乙</itunes:author></item></channel></rss>",
       {"0.author=甲", "0.content=c"}},
      {"namespaces in another case and under another prefix",
       "<rss xmlns:q='HTTP://PURL.ORG/DC/ELEMENTS/1.1/'><channel><item><q:creator>甲</q:creator>"
       "</item></channel></rss>",
       {"0.author=甲"}},
      {"foreign elements do not count",
       "<rss "
       "xmlns:x='urn:x'><channel><x:title>x</x:title><title>t</title><item><x:title>x</x:title>"
       "<x:link>http://x/</x:link><title>i</title></item></channel></rss>",
       {"title=t", "0.title=i", "!0.link"}},
      {"items outside the channel",
       "<rss><channel><title>t</title></channel><item><title>i</title></item></rss>",
       {"title=t", "0.title=i"}},
      {"no channel",
       "<rss><title>t</title><item><title>i</title></item></rss>",
       {"title=t", "0.title=i"}},
      {"items in a wrapper", rss("<items><item><title>i</title></item></items>"), {"0.title=i"}},
      {"a wrapper around the feed",
       "<soap:Envelope xmlns:soap='s'><soap:Body><rss><channel><title>t</title></channel></rss>"
       "</soap:Body></soap:Envelope>",
       {"title=t"}},
      {"georss is passed over politely",
       "<rss xmlns:georss='http://www.georss.org/georss'><channel><item><title>i</title>"
       "<georss:point>45 -71</georss:point></item></channel></rss>",
       {"0.title=i", "!warnings"}},
      {"a namespace with https",
       "<rss xmlns:m='https://search.yahoo.com/mrss/'><channel><item><title>i</title>"
       "<m:content url='http://e.cn/1.mp4' type='video/mp4'/></item></channel></rss>",
       {"0.enclosures=http://e.cn/1.mp4 video/mp4 0"}},
      {"an empty item is one, too",
       rss("<item/><item> </item><item><title>i</title></item>"),
       {"entries=3", "2.title=i"}},
      {"CDF",
       "<CHANNEL HREF='http://e.cn/'><TITLE>t</TITLE><ABSTRACT>d</ABSTRACT>"
       "<ITEM HREF='http://e.cn/1' LASTMOD='2026-11-24T00:00:00Z'><TITLE>i</TITLE>"
       "<ABSTRACT>s</ABSTRACT></ITEM></CHANNEL>",
       {"title=t", "link=http://e.cn/", "description=d", "0.title=i", "0.link=http://e.cn/1",
        "0.summary=s", "0.updated=2026-11-24T00:00:00Z"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

} // namespace
} // namespace heiban
