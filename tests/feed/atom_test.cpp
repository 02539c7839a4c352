#include "show_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

std::string atom(const std::string& inner) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
         "xmlns:at=\"http://purl.org/atompub/tombstones/1.0\""
         " xmlns:media=\"http://search.yahoo.com/mrss/\" xml:lang=\"zh-CN\">" +
         inner + "</feed>";
}
std::string entry(const std::string& inner) {
  return atom("<entry>" + inner + "</entry>");
}
std::string atom03(const std::string& inner) {
  return "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\">" + inner + "</feed>";
}

TEST(Atom, Feed) {
  const FeedCase kCases[] = {
      {"the plain fields",
       atom("<title>t</title><subtitle>s</subtitle><id>urn:x:1</id><updated>2026-11-24T01:00:00Z"
            "</updated><link href='http://e.cn/'/><link rel='self' href='http://e.cn/a.xml'/>"
            "<author><name>甲</name><email>a@e.cn</email></author><logo>http://e.cn/l.png</logo>"
            "<icon>http://e.cn/i.ico</icon><category term='k' label='教育'/><category term='m'/>"
            "<rights>r</rights><generator>g</generator>"),
       {"title=t", "description=s", "id=urn:x:1", "updated=2026-11-24T01:00:00Z",
        "link=http://e.cn/", "author=甲", "image=http://e.cn/l.png", "categories=教育 | m",
        "language=zh-CN"}},
      {"icon where there is no logo",
       atom("<icon>/i.ico</icon><link href='http://e.cn/'/>"),
       {"image=http://e.cn/i.ico"}},
      {"only a self link",
       atom("<link rel='self' href='http://e.cn/a.xml'/>"),
       {"link=http://e.cn/a.xml"}},
      {"the HTML page among alternates",
       atom("<link rel='alternate' type='application/json' href='http://e.cn/j'/>"
            "<link rel='alternate' type='text/html' href='http://e.cn/h'/>"),
       {"link=http://e.cn/h"}},
      {"an address that browsers open among alternates",
       atom("<link rel='alternate' type='text/gemini' href='gemini://e.cn/'/>"
            "<link rel='alternate' type='text/plain' href='http://e.cn/t'/>"
            "<link rel='alternate' type='text/html' href='http://e.cn/h'/>"),
       {"link=http://e.cn/h"}},
      {"an address that no browser opens, where there is no other",
       atom("<link rel='alternate' href='tag:e.cn,2026:1'/>"),
       {"link=tag:e.cn,2026:1"}},
      {"an entry inside an extension is none",
       atom("<x:e xmlns:x='urn:x'><entry><title>例</title></entry></x:e>"
            "<entry><title>e</title></entry>"),
       {"entries=1", "0.title=e"}},
      {"a namespace with white space at its ends",
       "<feed xmlns=' http://www.w3.org/2005/Atom ' xmlns:dc='\nhttp://purl.org/dc/elements/1.1/'>"
       "<title type='html'>&lt;b&gt;t&lt;/b&gt;</title><dc:creator>甲</dc:creator></feed>",
       {"title=t", "author=甲"}},
      {"an entry's subtitle gives way to its summary",
       atom("<entry><subtitle>副</subtitle><summary>要</summary></entry>"
            "<entry><subtitle>副</subtitle></entry>"),
       {"0.summary=要", "1.summary=副"}},
      {"0.3",
       atom03("<title>t</title><tagline>s</tagline><modified>2026-11-24T01:00:00Z</modified>"
              "<link rel='alternate' type='text/html' href='http://e.cn/'/>"),
       {"title=t", "description=s", "updated=2026-11-24T01:00:00Z", "link=http://e.cn/"}},
      {"without a namespace",
       "<feed><title>t</title><entry><title>e</title></entry></feed>",
       {"title=t", "0.title=e"}},
      {"with a prefix",
       "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>t</a:title>"
       "<a:entry><a:title>e</a:title><a:link href='http://e.cn/1'/></a:entry></a:feed>",
       {"title=t", "0.title=e", "0.link=http://e.cn/1"}},
      {"with a prefix before the attributes, too",
       "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:link a:rel='alternate' "
       "a:href='http://e.cn/'/>"
       "<a:title a:type='html'>&lt;b&gt;t&lt;/b&gt;</a:title></a:feed>",
       {"title=t", "link=http://e.cn/"}},
      {"an entry document",
       "<entry xmlns='http://www.w3.org/2005/Atom'><title>e</title><id>i</id></entry>",
       {"entries=1", "0.title=e", "0.id=i"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(Atom, Texts) {
  const FeedCase kCases[] = {
      {"type text is literal",
       entry("<title>a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>"),
       {"0.title=a <b>c</b> &amp; d"}},
      {"type text, said",
       entry("<title type='text'>&lt;i&gt;x&lt;/i&gt;</title>"),
       {"0.title=<i>x</i>"}},
      {"type html",
       entry("<title type='html'>a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>"),
       {"0.title=a c & d"}},
      {"type html with brackets that are no element",
       entry("<title type='html'>关于修改&amp;lt;办法&amp;gt;的通知</title>"),
       {"0.title=关于修改<办法>的通知"}},
      {"type xhtml",
       entry("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <b>c</b>"
             " &amp; &lt;d&gt;</div></title>"),
       {"0.title=a c & <d>"}},
      {"content xhtml",
       entry("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
             "<p>甲<br/>乙</p><p class='k'>丙 &lt; 丁</p></div></content>"),
       {"0.content=甲乙丙 < 丁", "0.content_html=<p>甲<br>乙</p><p class=\"k\">丙 &lt; 丁</p>"}},
      {"content xhtml with a prefix",
       entry("<content type='xhtml'><h:div "
             "xmlns:h='http://www.w3.org/1999/xhtml'><h:p>甲</h:p></h:div>"
             "</content>"),
       {"0.content=甲", "0.content_html=<p>甲</p>"}},
      {"content html",
       entry("<content type='html'>&lt;p&gt;甲&lt;/p&gt;</content>"),
       {"0.content=甲", "0.content_html=<p>甲</p>"}},
      {"content text",
       entry("<content type='text'>甲 &lt;p&gt;</content>"),
       {"0.content=甲 <p>", "!0.content_html"}},
      {"escaped HTML without a type means HTML",
       entry("<summary>&lt;p&gt;甲&lt;/p&gt;</summary>"),
       {"0.summary=甲"}},
      {"text about a tag without a type",
       entry("<summary>the &lt;p&gt; tag</summary>"),
       {"0.summary=the <p> tag"}},
      {"type text/html",
       entry("<content type='text/html'>&lt;p&gt;甲&lt;/p&gt;</content>"),
       {"0.content=甲"}},
      {"type text/plain",
       entry("<content type='text/plain'>&lt;p&gt;</content>"),
       {"0.content=<p>"}},
      {"base64 by its type",
       entry("<content type='application/octet-stream'>5pWZ6IKy5bGA</content>"),
       {"0.content=教育局"}},
      {"a picture is no text",
       entry("<title>t</title><content type='image/png'>iVBORw0KGgo=</content>"),
       {"!0.content"}},
      {"summary and content",
       entry("<summary>s</summary><content>c</content>"),
       {"0.summary=s", "0.content=c"}},
      {"content elsewhere",
       entry("<title>t</title><content type='text/html' src='http://e.cn/c'/>"),
       {"0.link=http://e.cn/c"}},
      {"0.3 escaped",
       atom03("<entry><title mode='escaped' type='text/html'>a &lt;b&gt;c&lt;/b&gt;"
              "</title></entry>"),
       {"0.title=a c"}},
      {"0.3 base64",
       atom03("<entry><content mode='base64' type='text/html'>PHA+5pWZ6IKy5bGAPC9wPg=="
              "</content></entry>"),
       {"0.content=教育局", "0.content_html=<p>教育局</p>"}},
      {"0.3 xml",
       atom03("<entry><content mode='xml' type='application/xhtml+xml'>"
              "<div xmlns='http://www.w3.org/1999/xhtml'>甲<i>乙</i></div></content></entry>"),
       {"0.content=甲乙"}},
      {"0.3 summary plain",
       atom03("<entry><summary>&lt;x&gt; &amp;amp;</summary></entry>"),
       {"0.summary=<x> &amp;"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

TEST(Atom, Entries) {
  const FeedCase kCases[] = {
      {"the plain fields",
       entry(
           "<id> tag:e.cn,2026:1 </id><link rel='alternate' href='http://e.cn/1'/>"
           "<published>2026-11-20T00:00:00Z</published><updated>2026-11-24T08:00:00+08:00</updated>"
           "<author><name>甲</name></author><author><name>乙</name><uri>http://y/</uri></author>"
           "<contributor><name>丙</name></contributor>"
           "<category term='k' label='招生' scheme='s'/><category term='n'/>"
           "<link rel='enclosure' href='http://e.cn/f.doc' type='application/msword' length='9'/>"),
       {"0.id=tag:e.cn,2026:1", "0.link=http://e.cn/1", "0.published=2026-11-20T00:00:00Z",
        "0.updated=2026-11-24T00:00:00Z", "0.author=甲", "0.authors=甲 | 乙",
        "0.categories=招生 | n", "0.enclosures=http://e.cn/f.doc application/msword 9"}},
      {"updated alone",
       entry("<title>t</title><updated>2026-11-24T00:00:00Z</updated>"),
       {"0.published=2026-11-24T00:00:00Z"}},
      {"0.3 dates",
       atom03("<entry><issued>2026-11-20T00:00:00Z</issued>"
              "<created>2026-11-19T00:00:00Z</created>"
              "<modified>2026-11-21T00:00:00Z</modified></entry>"),
       {"entries=1"}},
      {"0.3 dates with a title",
       atom03("<entry><title>t</title><issued>2026-11-20T00:00:00Z</issued>"
              "<modified>2026-11-21T00:00:00Z</modified></entry>"),
       {"0.published=2026-11-20T00:00:00Z", "0.updated=2026-11-21T00:00:00Z"}},
      {"a person with an address only",
       entry("<title>t</title><author><email>a@e.cn</email></author>"),
       {"0.author=a@e.cn"}},
      {"the author in 0.3 as text",
       atom03("<entry><title>t</title><author>甲</author></entry>"),
       {"0.author=甲"}},
      {"author inherited",
       atom("<author><name>局</name></author><entry><title>t</title></entry>"),
       {"0.author=局"}},
      {"authors inherited",
       atom("<author><name>局</name></author><author><name>所</name></author>"
            "<entry><title>t</title></entry>"),
       {"author=局", "0.author=局", "0.authors=局 | 所"}},
      {"author of the source first",
       atom("<author><name>局</name></author><entry><title>t</title><source><author><name>源</name>"
            "</author><title>s</title></source></entry>"),
       {"0.author=源", "0.title=t"}},
      {"rel=related is no link",
       entry("<title>t</title><link rel='related' href='http://r/'/>"),
       {"!0.link"}},
      {"rel in full",
       entry("<link rel='http://www.iana.org/assignments/relation/alternate' "
             "href='http://e.cn/1'/>"),
       {"0.link=http://e.cn/1"}},
      {"a link from the id",
       entry("<title>t</title><id>http://e.cn/1</id>"),
       {"0.link=http://e.cn/1"}},
      {"an id that is a URN is no link",
       entry("<title>t</title><id>urn:uuid:1</id>"),
       {"!0.link", "0.id=urn:uuid:1"}},
      {"xml:base nests",
       "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://e.cn/a/'>"
       "<link href='x'/><entry xml:base='b/'><link href='1'/><id>../i</id>"
       "<content type='xhtml' xml:base='c/'><div xmlns='http://www.w3.org/1999/xhtml'>"
       "<a href='2' xml:base='d/'>k</a></div></content></entry></feed>",
       {"link=http://e.cn/a/x", "0.link=http://e.cn/a/b/1", "0.id=../i",
        "0.content_html=<a href=\"http://e.cn/a/b/c/d/2\">k</a>"}},
      {"links in escaped HTML",
       "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://e.cn/a/'>"
       "<entry><content type='html' xml:base='b/'>&lt;img src=\"1.png\"/&gt;"
       "</content></entry></feed>",
       {"0.content_html=<img src=\"http://e.cn/a/b/1.png\"/>"}},
      {"a tombstone",
       atom("<at:deleted-entry ref='tag:e.cn,2026:1' when='2026-11-24T00:00:00Z'/>"
            "<entry><title>t</title></entry>"),
       {"0.id=tag:e.cn,2026:1", "0.withdrawn=yes", "0.updated=2026-11-24T00:00:00Z", "1.title=t"}},
      {"media in Atom",
       entry("<title>t</title><media:content url='http://e.cn/v' type='video/mp4'/>"),
       {"0.enclosures=http://e.cn/v video/mp4 0"}},
  };
  for (const FeedCase& c : kCases)
    check_feed(c);
}

} // namespace
} // namespace heiban
