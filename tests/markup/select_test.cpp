#include "cpu_time.h"
#include "markup/parse.h"
#include "markup/select.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

constexpr const char* kPage = R"html(<body id=Top>
<ul class="nav x"><li id=n1>a</li></ul>
<div class="Main list"><ul id=u><li id=a class="odd first">1</li><li id=b>2<span id=s lang=zh-CN>x</span></li>
<li id=c class=odd>3</li><li id=d>4<ul><li id=e data-k="v w">5</li></ul></li></ul></div>
<p id=p1>x</p><h2 id=h>y</h2><p id=p2>z</p><a id=l href="/a/B.pdf">f</a></body>)html";

std::string found(std::string_view selector) {
  const Result<Tree> tree = parse_html(kPage);
  const Result<Selector> read = Selector::parse(selector);
  if (!read)
    return "! " + read.error().message;
  std::string out;
  for (const Node* node : read->all(*tree->root()))
    out += (out.empty() ? "" : " ") +
           std::string(node->attribute("id").empty() ? node->name : node->attribute("id"));
  return out;
}

TEST(Select, Finds) {
  const struct {
    const char *selector, *ids;
  } kCases[] = {
      {"li", "n1 a b c d e"},
      {"LI", "n1 a b c d e"},
      {"#b", "b"},
      {"#B", "b"},
      {".odd", "a c"},
      {".od", ""},
      {"li.odd.first", "a"},
      {".first.odd", "a"},
      {".main li", "a b c d e"},
      {".list > ul > li", "a b c d"},
      {"div>ul>li", "a b c d"},
      {"ul ul li", "e"},
      {"div > li", ""},
      {"li > li", ""},
      {"li li", "e"},
      {"#a + li", "b"},
      {"#a ~ li", "b c d"},
      {"p ~ p", "p2"},
      {"h2 + p", "p2"},
      {"p + p", ""},
      {"p, .odd", "a c p1 p2"},
      {"#u > *", "a b c d"},
      {"* > span", "s"},
      {"[href]", "l"},
      {"a[href=\"/a/b.pdf\"]", "l"},
      {"a[href$='.pdf']", "l"},
      {"a[href^='/a']", "l"},
      {"a[href*=b]", "l"},
      {"[lang|=zh]", "s"},
      {"[data-k~=w]", "e"},
      {"[data-k~=v w]",
       "! 选择器“[data-k~=v w]”第 12 个字符处：方括号里写成 [名称] 或 [名称=\"值\"]"},
      {"[data-k=\"v w\"]", "e"},
      {"#u > li:nth-child(2)", "b"},
      {"#u > li:nth-child(odd)", "a c"},
      {"#u > li:nth-child( 2n )", "b d"},
      {"#u > li:nth-child(even)", "b d"},
      {"#u > li:nth-child(n+3)", "c d"},
      {"#u > li:nth-child(-n+2)", "a b"},
      {"#u > li:nth-last-child(1)", "d"},
      {"#u > :first-child", "a"},
      {"#u>li:last-child span,#u>li:last-child li", "e"},
      {"  ul\n li ", "n1 a b c d e"},
      {"li:nth-child(2) > span", "s"},
  };
  for (const auto& one : kCases)
    EXPECT_EQ(found(one.selector), one.ids) << one.selector;
}

TEST(Select, NamesWhatItCannotRead) {
  const struct {
    const char *selector, *problem;
  } kCases[] = {
      {"", "选择器“”第 1 个字符处：选择器是空的"},
      {"li >", "选择器“li >”第 5 个字符处：后面少了内容"},
      {"li,", "选择器“li,”第 4 个字符处：后面少了内容"},
      {"> li", "选择器“> li”第 1 个字符处：这个符号看不懂"},
      {".", "选择器“.”第 2 个字符处：“.”后面要写类名"},
      {"li.", "选择器“li.”第 4 个字符处：“.”后面要写类名"},
      {"#", "选择器“#”第 2 个字符处：“#”后面要写编号（id）"},
      {"a[href", "选择器“a[href”第 7 个字符处：方括号里写成 [名称] 或 [名称=\"值\"]"},
      {"a:hover",
       "选择器“a:hover”第 8 个字符处：冒号后面只认 :nth-child(…)、:first-child、:last-child"},
      {"a:nth-child(x)",
       "选择器“a:nth-child(x)”第 15 个字符处：:nth-child 的括号里写数字、odd、even 或 2n+1 的样子"},
      {"列表(", "选择器“列表(”第 3 个字符处：这个符号看不懂"},
      {".list。li!", "选择器“.list。li!”第 9 个字符处：这个符号看不懂"},
  };
  for (const auto& one : kCases)
    EXPECT_EQ(found(one.selector), std::string("! ") + one.problem) << one.selector;
  std::string longest = "a";
  for (int i = 0; i < 40; ++i)
    longest += " a";
  EXPECT_NE(found(longest).find("选择器太长"), std::string::npos);
}

TEST(Select, IsLinearInTheWorstPage) {
  std::string page;
  for (int i = 0; i < 100'000; ++i)
    page += i % 400 < 190 ? "<div class=a>" : i % 400 < 380 ? "</div>" : "<p>x</p>";
  const Result<Tree> tree = parse_html(page);
  const Result<Selector> selector =
      Selector::parse("div .a div .a div .a > div .a div .a div .a ~ b");
  ASSERT_TRUE(tree && selector);
  EXPECT_LT(cpu_seconds([&] { EXPECT_TRUE(selector->all(*tree->root()).empty()); }), 2);
}

} // namespace
} // namespace heiban
