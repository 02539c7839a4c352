#include "cpu_time.h"
#include "dump_helper.h"
#include "markup/parse.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Case {
  const char* what;
  const char* xml;
  const char* tree;
  bool mended;
};

constexpr std::string_view kItems[] = {"item"};

TEST(ParseXml, Table) {
  const Case kCases[] = {
      {"plain", "<a><b x='1'>t</b></a>", "a(b x=1('t'))", false},
      {"declaration and BOM", "\xEF\xBB\xBF<?xml version='1.0' encoding='gb2312'?>\n<a>中</a>",
       "a('中')", false},
      {"space before the declaration", "\n <?xml version='1.0'?><a/>", "a()", false},
      {"namespaces", "<x:a xmlns:x='u' xmlns='d' x:k='v'><b/></x:a>", "[u]a [u]k=v([d]b())", false},
      {"undeclared prefix", "<a><dc:b dc:x='1'>t</dc:b></a>", "a([dc:]b [dc:]x=1('t'))", false},
      {"the five entities", "<a x='&lt;&amp;&quot;&#38;amp;'>&amp;&lt;&#x4e2d;</a>",
       "a x=<&\"&amp;('&<中')", false},
      {"CDATA joins the text around", "<a>x<![CDATA[<b>&amp;]]>y</a>", "a('x<b>&amp;y')", false},
      {"comments and instructions", "<?p q?><!-- c --><a>x<!-- c -->y<?p q?></a>", "a('xy')",
       false},
      {"DOCTYPE passed over", "<!DOCTYPE a SYSTEM 'http://x/y.dtd'><a>t</a>", "a('t')", false},
      {"HTML entities", "<a x='&copy;'>&nbsp;&ldquo;&hearts;&NotEqualTilde;</a>",
       "a x=©('\u00A0“♥≂̸')", true},
      {"bare ampersand", "<a x='?p=1&q=2'>R&D & AT&T; &amp;</a>", "a x=?p=1&q=2('R&D & AT&T; &')",
       true},
      {"bare bracket", "<a>1 < 2 <3</a>", "a('1 < 2 <3')", true},
      {"text that looks like a tag", "<a>关于修改<办法>的通知</a>", "a('关于修改<办法>的通知')",
       true},
      {"an element with a Chinese name", "<a><名称>值</名称>&x;</a>", "a(名称('值'),'&x;')", true},
      {"control characters stay, for decode_text to drop", "<a>x\x01y</a>", "a('x\x01y')", false},
      {"line ends", "<a x='1\r\n2'>x\r\ny\rz<![CDATA[\r\n]]></a>", "a x=1 2('x\ny\nz\n')", false},
      {"numbers that are no characters", "<a>&#0;&#xFFFFFFFF;&#146;&#8;</a>", "a('\uFFFD\uFFFD’')",
       false},
      {"junk before", "\n<br />\n<b>Warning</b>: x\n<?xml version='1.0'?><a>t</a>", "a('t')", true},
      {"text before", "junk <a>t</a>", "a('t')", true},
      {"trailing junk", "<a>t</a> junk <b/>", "a('t')", true},
      {"truncated in a text", "<a><b>te", "a(b('te'))", true},
      {"truncated in a tag", "<a><b>t</b><c d='e", "a(b('t'),c d='e())", true},
      {"truncated in CDATA", "<a><![CDATA[te", "a('te')", true},
      {"wrong nesting", "<a><b><i>x</b></i>y</a>", "a(b(i('x')),'y')", true},
      {"end tag missing", "<a><b>x<c>y</c></a>", "a(b('x',c('y')))", true},
      {"end tag too many", "<a>x</p>y</a>", "a('xy')", true},
      {"end tag misspelt", "<a><title>x</titel><b>y</b></a>", "a(title('x'),b('y'))", true},
      {"end tag without its prefix", "<a><dc:title>x</title><b/></a>", "a([dc:]title('x'),b())",
       true},
      {"end tag in another case", "<a><pubDate>x</pubdate><b/></a>", "a(pubDate('x'),b())", true},
      {"items never nest", "<a><item><t>1</t><item><t>2</t></a>", "a(item(t('1')),item(t('2')))",
       true},
      {"void HTML elements", "<a>x<br>y<img src=p.png>z</a>", "a('x',br(),'y',img src=p.png(),'z')",
       true},
      {"attributes without quotes, twice, without value", "<a x=1 x=2 y>t</a>", "a x=1 y=('t')",
       true},
      {"attribute quote never closed", "<a x=\"1>t</a>", "a x=\"1('t')", true},
      {"ill-formed UTF-8", "<a>x\xFFy\xE4\xB8</a>", "a('x\uFFFDy\uFFFD')", true},
      {"entities a document declares stay text",
       "<!DOCTYPE a [<!ENTITY e 'boom'><!ENTITY f SYSTEM 'file:///etc/passwd'>]><a "
       "x='&e;'>&e;&f;</a>",
       "a x=&e;('&e;&f;')", true},
      {"comment never closed", "<a>x<!-- y</a>", "a('x')", true},
  };
  MarkupLimits limits;
  limits.never_nested = kItems;
  for (const Case& c : kCases) {
    const Result<Tree> tree = parse_xml(c.xml, limits);
    ASSERT_TRUE(tree) << c.what;
    EXPECT_EQ(dump(tree->root()), c.tree) << c.what;
    EXPECT_EQ(tree->mended, c.mended) << c.what;
  }
}

TEST(ParseXml, NothingToRead) {
  for (const char* xml : {"", "   ", "plain text", "<", "<!DOCTYPE a>", "<?xml version='1.0'?>"})
    EXPECT_EQ(parse_xml(xml).error().kind, ErrorKind::Malformed) << xml;
}

TEST(ParseXml, DeepElementsGoTheirTextStays) {
  std::string xml = "<r>";
  for (int i = 0; i < 100'000; ++i)
    xml += "<d>";
  xml += "deep";
  for (int i = 0; i < 100'000; ++i)
    xml += "</d>";
  xml += "<e>after</e></r>";
  const Result<Tree> tree = parse_xml(xml);
  ASSERT_TRUE(tree);
  EXPECT_EQ(tree->root()->all_text(), "deepafter");
  ASSERT_NE(tree->root()->child("e"), nullptr);
}

TEST(ParseXml, NodesAreCapped) {
  MarkupLimits limits;
  limits.nodes = 10;
  std::string xml = "<r>";
  for (int i = 0; i < 100; ++i)
    xml += "<d/>";
  const Result<Tree> tree = parse_xml(xml + "</r>", limits);
  ASSERT_TRUE(tree);
  EXPECT_TRUE(tree->truncated);
}

std::string repeated(std::string_view piece, size_t bytes) {
  std::string out;
  while (out.size() < bytes)
    out += piece;
  return out;
}

// Each would take minutes if anything in it were quadratic; the limit is loose on purpose.
TEST(ParseXml, HostileInputIsLinear) {
  std::string laughs = "<!DOCTYPE l [<!ENTITY l0 'ha'>";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "&l" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY l" + std::to_string(i) + " '" + before + before + before + "'>";
  }
  std::string attributes = "<r", namespaces = "<r";
  for (int i = 0; i < 200'000; ++i) {
    attributes += " a" + std::to_string(i) + "=''";
    namespaces += " xmlns:a" + std::to_string(i) + "='u'";
  }
  const std::string kInputs[] = {
      laughs + "]><l>&l29;</l>",
      attributes + "/>",
      namespaces + ">" + repeated("<b:a/>", 1'000'000) + "</r>",
      "<r>" + repeated("<a>", 1'000'000),
      "<r>" + repeated("<a>", 1'000'000) + repeated("</b>", 1'000'000),
      "<r>" + repeated("<![CDATA[", 1'000'000),
      "<r>" + repeated("<!--", 1'000'000),
      "<r>" + repeated("<a b=\"", 1'000'000),
      "<r>" + repeated("<a b='", 1'000'000),
      "<r>" + repeated("&", 1'000'000),
      "<r>" + repeated("&a;", 1'000'000),
      "<r>" + repeated("<办>", 1'000'000),
      repeated("<", 1'000'000),
      repeated("<!DOCTYPE [", 1'000'000),
      "<r>" + repeated("<x:a xmlns:x='u'>", 1'000'000),
  };
  for (const std::string& input : kInputs) {
    const double seconds = cpu_seconds([&] {
      const Result<Tree> tree = parse_xml(input);
      EXPECT_TRUE(!tree || tree->root()->all_text().size() <= input.size()) << input.substr(0, 40);
    });
    EXPECT_LT(seconds, 5) << input.substr(0, 40);
  }
}

} // namespace
} // namespace heiban
