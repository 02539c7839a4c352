// List pages in the shapes county sites have, read with and without staff's selectors.
#include "cpu_time.h"
#include "feed/list_page.h"
#include "page_rows_helper.h"
#include "show_helper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iconv.h>

namespace heiban {
namespace {

using testing::HasSubstr;

FeedContext page_context() {
  FeedContext context = test_context();
  context.base_url = "https://e.cn/gggs/index.html";
  return context;
}

std::vector<std::string> lines_of(const ListPage& page) {
  std::vector<std::string> out;
  for (const Entry& entry : page.feed.entries)
    out.push_back((entry.published ? iso_date(beijing(*entry.published).date) : "-") + " " +
                  entry.title + " " + entry.link);
  return out;
}

std::string in_gbk(std::string utf8) {
  iconv_t handle = iconv_open("GBK", "UTF-8");
  std::string out(utf8.size(), '\0');
  char *in = utf8.data(), *to = out.data();
  size_t in_left = utf8.size(), out_left = out.size();
  iconv(handle, &in, &in_left, &to, &out_left);
  iconv_close(handle);
  out.resize(out.size() - out_left);
  return out;
}

TEST(ListPage, FoundByItself) {
  for (const ListRow& row : list_pages()) {
    const Result<ListPage> page = read_list_page(row.html, page_context(), {});
    ASSERT_TRUE(page) << row.what << ": " << page.error().message;
    EXPECT_EQ(lines_of(*page), row.entries) << row.what;
  }
}

TEST(ListPage, InGbk) {
  std::string html = list_pages()[0].html;
  html.replace(html.find("utf-8"), 5, "gb2312");
  for (std::string type : {"text/html", "text/html; charset=gbk", "text/html; charset=utf-8"}) {
    FeedContext context = page_context();
    context.content_type = type;
    const Result<ListPage> page = read_list_page(in_gbk(html), context, {});
    ASSERT_TRUE(page) << type;
    EXPECT_EQ(lines_of(*page), list_pages()[0].entries) << type;
    EXPECT_EQ(page->feed.title, "公示公告_云岭县教育局") << type;
  }
}

TEST(ListPage, BySelectors) {
  const std::string html =
      R"html(<body><ul class="hot"><li><a href="h1.html">热点：关于校园安全的温馨提示</a><b>2026-11-23</b></li>
<li><a href="h2.html">热点：关于冬季取暖的温馨提示</a><b>2026-11-22</b></li><li><a href="h3.html">热点：关于疫苗接种的温馨提示</a><b>2026-11-21</b></li></ul>
<table class=main><tr><td class=k>教通〔2026〕8号</td><td><a class=pdf href="f1.pdf">附件：实施方案全文（下载）</a><a class=t href="t1.html">招生通知</a></td><td class=d>2026-11-01</td><td class=u>2026-11-24</td></tr></table></body>)html";
  const struct {
    const char* what;
    PageSelectors selectors;
    std::vector<std::string> entries;
    const char *note, *warning;
  } kCases[] = {
      {"the item",
       {".main tr", "", "", ""},
       {"2026-11-01 附件：实施方案全文（下载） https://e.cn/gggs/f1.pdf"},
       "按 select_item 找到的列表，1 条",
       nullptr},
      {"item and title",
       {".main tr", "a.t", "", ""},
       {"2026-11-01 招生通知 https://e.cn/gggs/t1.html"},
       "第一条：《招生通知》",
       nullptr},
      {"item, title, date",
       {".main tr", ".t", ".u", ""},
       {"2026-11-24 招生通知 https://e.cn/gggs/t1.html"},
       nullptr,
       nullptr},
      {"a title beside its link",
       {".main tr", ".k", ".u", ""},
       {"2026-11-24 教通〔2026〕8号 https://e.cn/gggs/f1.pdf"},
       nullptr,
       nullptr},
      {"a title that is not there",
       {".hot li:nth-child(1)", ".no", ".no", ""},
       {"2026-11-23 热点：关于校园安全的温馨提示 https://e.cn/gggs/h1.html"},
       nullptr,
       "select_title = \".no\" 在 1 条里没有找到"},
      {"a frame around rows is no row", {"body *", "", "", ""}, {}, nullptr, nullptr},
      {"only the date chosen",
       {"", "", "b", ""},
       {"2026-11-23 热点：关于校园安全的温馨提示 https://e.cn/gggs/h1.html",
        "2026-11-22 热点：关于冬季取暖的温馨提示 https://e.cn/gggs/h2.html",
        "2026-11-21 热点：关于疫苗接种的温馨提示 https://e.cn/gggs/h3.html"},
       "自动找到的列表：ul.hot > li，3 条",
       nullptr},
  };
  for (const auto& one : kCases) {
    const Result<ListPage> page = read_list_page(html, page_context(), one.selectors);
    ASSERT_TRUE(page) << one.what << ": " << page.error().message;
    if (!one.entries.empty()) {
      EXPECT_EQ(lines_of(*page), one.entries) << one.what;
    }
    std::string said, warned;
    for (const std::string& note : page->notes)
      said += note + "\n";
    for (const std::string& warning : page->feed.warnings)
      warned += warning + "\n";
    if (one.note) {
      EXPECT_THAT(said, HasSubstr(one.note)) << one.what;
    }
    if (one.warning) {
      EXPECT_THAT(warned, HasSubstr(one.warning)) << one.what;
    }
  }
}

TEST(ListPage, SaysWhyThereIsNothing) {
  const std::string dated = list_pages()[0].html;
  const struct {
    const char *what, *html;
    PageSelectors selectors;
    const char* reason;
  } kCases[] = {
      {"a list filled by a script",
       "<html><body><div id=app></div><script src=/a.js></script></body></html>",
       {},
       "由脚本填入"},
      {"a template",
       "<ul><li v-for='x in list'><a href='/x/'>{{ x.title }}</a></li></ul>",
       {},
       "由脚本填入"},
      {"a page without a list",
       "<html><body><h1>机构职能</h1><p>云岭县教育局……</p></body></html>",
       {},
       "没有找到列表"},
      {"a menu is no list",
       "<ul><li><a href=/a/>信息公开指南</a></li><li><a href=/b/>信息公开制度</a></li></ul>",
       {},
       "没有找到列表"},
      {"empty", "", {}, "网页是空的"},
      {"a feed", "<?xml version=\"1.0\"?><rss><channel/></rss>", {}, "kind 改成 \"feed\""},
      {"JSON", "{\"items\":[]}", {}, "kind 改成 \"feed\""},
      {"JSON without a list", "{\"code\":500,\"data\":[]}", {}, "里面没有列表"},
      {"a selector nobody can read",
       "<ul></ul>",
       {"li[", "", "", ""},
       "select_item 写得不对：选择器“li[”"},
      {"a title's selector nobody can read",
       "<ul><li><a href=1.html>x</a></ul>",
       {"li", "a..b", "", ""},
       "select_title 写得不对"},
      {"a selector that finds nothing, where a list is",
       dated.c_str(),
       {".newslist li", "", "", ""},
       "像列表的是 ul.list > li（2 条）"},
      {"a selector that finds nothing",
       "<p>x</p>",
       {".newslist li", "", "", ""},
       "select_item = \".newslist li\" 在网页里一条也没有找到"},
      {"rows without links", "<ul><li>a</li></ul>", {"li", "", "", ""}, "都没有网址"},
  };
  for (const auto& one : kCases) {
    const Result<ListPage> page = read_list_page(one.html, page_context(), one.selectors);
    ASSERT_FALSE(page) << one.what;
    EXPECT_THAT(page.error().message, HasSubstr(one.reason)) << one.what;
  }
}

TEST(ListPage, HostilePagesEndSoon) {
  std::string deep, wide, links;
  for (int i = 0; i < 300'000; ++i) {
    deep += "<div><li><a href=x.html>关于关于关于</a>2026-11-24";
    wide += "<p>2026-11-24<a href=x.html>";
  }
  for (int i = 0; i < 200'000; ++i)
    links += "<li class=c" + std::to_string(i) + "><a href=" + std::to_string(i) +
             ">关于关于的通知</a> 2026-1-1";
  for (const std::string& html : {deep, wide, links}) {
    const double seconds = cpu_seconds([&] {
      const Result<ListPage> page = read_list_page(html, page_context(), {"", "", "p", ""});
      EXPECT_LE(page ? page->feed.entries.size() : 0, 500u);
    });
    EXPECT_LT(seconds, 8);
  }
}

} // namespace
} // namespace heiban
