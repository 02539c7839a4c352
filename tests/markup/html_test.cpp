#include "cpu_time.h"
#include "dump_helper.h"
#include "markup/parse.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Case {
  const char* what;
  const char* html;
  const char* body; // the dump of <body>
};

TEST(ParseHtml, Table) {
  const Case kCases[] = {
      {"text", "hello", "body('hello')"},
      {"case and quotes", "<P CLASS=a ID='b'>x</P>", "body(p class=a id=b('x'))"},
      {"p ends p", "<p>a<p>b", "body(p('a'),p('b'))"},
      {"a block ends p", "<p>a<div>b</div>c", "body(p('a'),div('b'),'c')"},
      {"p inside a cell ends there", "<p>a<table><tr><td><p>b<td>c</table>",
       "body(p('a'),table(tr(td(p('b')),td('c'))))"},
      {"list items", "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>",
       "body(ul(li('a'),li('b',ul(li('c'))),li('d')))"},
      {"dl", "<dl><dt>a<dd>b<dt>c</dl>", "body(dl(dt('a'),dd('b'),dt('c')))"},
      {"rows and cells without end tags", "<table><tbody><tr><td>a<th>b<tr><td>c</table>d",
       "body(table(tbody(tr(td('a'),th('b')),tr(td('c')))),'d')"},
      {"a cell without a row", "<table><td>a</table>", "body(table(tr(td('a'))))"},
      {"a table in a cell", "<table><tr><td><table><tr><td>a</table><td>b</table>",
       "body(table(tr(td(table(tr(td('a')))),td('b'))))"},
      {"table parts outside a table", "<tr><td>a</td></tr>", "body('a')"},
      {"thead, tbody", "<table><thead><tr><th>a<tbody><tr><td>b</table>",
       "body(table(thead(tr(th('a'))),tbody(tr(td('b')))))"},
      {"void", "a<br>b<br/>c</br>d<hr><img src=x>",
       "body('a',br(),'b',br(),'c',br(),'d',hr(),img src=x())"},
      {"misnested inline", "<b><i>x</b>y</i>z", "body(b(i('x')),'y','z')"},
      {"an inline end tag ends no block", "<b><p>x</b>y</p>z", "body(b(p('x','y'),'z'))"},
      {"end tags that match nothing", "a</div>b</p>c</foo>d", "body('a','b','c','d')"},
      {"a div's end does not leave its cell", "<div><table><tr><td>a</div>b</table>c</div>",
       "body(div(table(tr(td('a','b'))),'c'))"},
      {"headings", "<h1>a<h2>b</h1>c", "body(h1('a'),h2('b'),'c')"},
      {"a in a", "<a href=1>x<a href=2>y</a>", "body(a href=1('x'),a href=2('y'))"},
      {"script and style are raw", "<p>a<script>if (a<b) '</p>'</script><style>p > b{}</style>b",
       "body(p('a',script('if (a<b) '</p>''),style('p > b{}'),'b'))"},
      {"entities", "&lt;&nbsp;&copy;&#20013;&#x4E2D;&#146;&ampx&notin;&foo;",
       "body('<\u00A0©中中’&ampx∉&foo;')"},
      {"entities in attributes", "<a href='?a=1&copy=2&amp;lt=3&lt;'>x</a>",
       "body(a href=?a=1&copy=2&lt=3<('x'))"},
      {"no element of HTML", "关于修改<办法>的通知，x<y>z 1 < 2",
       "body('关于修改<办法>的通知，x','<','y>z 1 < 2')"},
      {"Word's elements", "<p>a<o:p></o:p><st1:date w:st=\"on\">2026</st1:date></p>",
       "body(p('a',o:p(),st1:date w:st=on('2026')))"},
      {"a CMS's own element that is closed", "<ucapcontent><p>a</p></ucapcontent>",
       "body(ucapcontent(p('a')))"},
      {"conditional comments", "a<!--[if gte mso 9]><xml>x</xml><![endif]-->b<![if !x]>c<![endif]>",
       "body('a','b','c')"},
      {"bidi, zero width, controls",
       "a\u202Eb\u200Bc\uFEFFd\x01"
       "e&#8238;f",
       "body('abcdef')"},
      {"a joiner in Uyghur stays", "ئۇ\u200Cيغۇر", "body('ئۇ\u200Cيغۇر')"},
      {"cut off in a tag", "<p>a<img src=\"x", "body(p('a'))"},
      {"cut off in a comment", "<p>a<!-- x", "body(p('a'))"},
      {"a quote never closed", "<a href=\"x>a</a>b", "body(a href=\"x('a'),'b')"},
      {"whole page",
       "<!DOCTYPE html><html lang=zh><head><meta name=a content=b><title>t</title>"
       "</head><body class=c><p>x</body></html>",
       "body class=c(p('x'))"},
      {"foreign", "<svg><path d='M0 0'/><g><rect x='1'/></g></svg>a",
       "body(svg(path d=M0 0(),g(rect x=1())),'a')"},
      {"a title in the body", "<p>a<title>b</title>", "body(p('a',title('b')))"},
  };
  for (const Case& c : kCases) {
    const Result<Tree> tree = parse_html(c.html);
    ASSERT_TRUE(tree) << c.what;
    EXPECT_EQ(tree->root()->name, "html") << c.what;
    EXPECT_EQ(dump(tree->root()->child("body")), c.body) << c.what;
  }
}

TEST(ParseHtml, Head) {
  const Result<Tree> tree =
      parse_html("<html lang=zh><meta charset=gbk><title>标题 &amp; <b></title><p>x");
  ASSERT_TRUE(tree);
  EXPECT_EQ(dump(tree->root()),
            "html lang=zh(head(meta charset=gbk(),title('标题 & <b>')),body(p('x')))");
}

std::string repeated(std::string_view piece, size_t bytes) {
  std::string out;
  while (out.size() < bytes)
    out += piece;
  return out;
}

// Each would take minutes if anything in it were quadratic; the limit is loose on purpose.
TEST(ParseHtml, HostileInputIsLinear) {
  std::string attributes = "<p";
  for (int i = 0; i < 300'000; ++i)
    attributes += " a" + std::to_string(i) + "=''";
  const std::string kInputs[] = {
      repeated("<b>", 1'000'000),
      repeated("<div>", 1'000'000),
      repeated("<a>", 600'000) + repeated("</b>", 600'000),
      repeated("<table><tr><td>", 1'000'000),
      repeated("<table>", 1'000'000),
      repeated("<title>", 1'000'000),
      repeated("<textarea>", 1'000'000),
      repeated("<script>", 1'000'000),
      repeated("<!--", 1'000'000),
      repeated("<a b=\"", 1'000'000),
      repeated("<a b='", 1'000'000),
      repeated("<a b=' c=\"", 1'000'000),
      repeated("<abc>", 1'000'000),
      repeated("</abc>", 1'000'000),
      repeated("<abc", 1'000'000),
      repeated("<", 1'000'000),
      repeated("<p", 1'000'000),
      repeated("&", 1'000'000),
      repeated("&ampamp", 1'000'000),
      repeated("<ul><li>", 1'000'000),
      repeated("<p><b><p>", 1'000'000),
      repeated("<o:p/>", 1'000'000),
      attributes + ">x",
  };
  for (const std::string& input : kInputs)
    EXPECT_LT(cpu_seconds([&] { EXPECT_TRUE(parse_html(input)); }), 5) << input.substr(0, 40);
}

TEST(ParseHtml, EmptyIsMalformed) {
  EXPECT_EQ(parse_html("").error().kind, ErrorKind::Malformed);
  EXPECT_EQ(parse_html(" \n").error().kind, ErrorKind::Malformed);
}

} // namespace
} // namespace heiban
