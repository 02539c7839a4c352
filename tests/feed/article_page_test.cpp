// Articles as the systems of county sites deliver them: meta tags, containers, files below.
#include "cpu_time.h"
#include "feed/article_page.h"
#include "show_helper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kText =
    "<p>各学校：</p><p>根据有关规定，现就秋季学期收费检查工作通知如下，请遵照执行。</p>";

Result<Article> read(const std::string& html, const char* selector = "") {
  FeedContext context = test_context();
  context.base_url = "https://e.cn/gggs/t1.html";
  return read_article(html, context, selector);
}

TEST(ArticlePage, MetaTags) {
  const Result<Article> article =
      read(std::string(R"html(<html><head><title>通知_云岭县教育局</title>
<meta name="SiteName" content="云岭县教育局"><meta name="ArticleTitle" content="关于开展秋季学期收费检查的&quot;通知&quot;">
<meta name="PubDate" content="2026-11-24 09:30"><META NAME="ContentSource" CONTENT="云岭县教育局">
<meta name="ColumnName" content="通知公告"></head><body><h1>别的标题</h1><div class="TRS_Editor">)html") +
           kText + "</div></body></html>");
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->title, "关于开展秋季学期收费检查的\"通知\"");
  EXPECT_EQ(article->source, "云岭县教育局");
  EXPECT_EQ(article->column, "通知公告");
  ASSERT_TRUE(article->published);
  EXPECT_EQ(iso_utc(*article->published), "2026-11-24T01:30:00Z");
}

// A notice of one line or one picture: what stands round it has more words.
TEST(ArticlePage, FindsAShortBody) {
  const std::string round =
      "<div class=pos>您现在的位置：<a href=/>首页</a> &gt; <a href=/b>通知公告</a></div>";
  const std::string foot = "<div class=footer><p>主办：云岭县教育局　承办：县教育信息中心</p>"
                           "<p>地址：云岭县文昌路1号，电话：0999-1234567</p></div>";
  const struct {
    const char *body, *where, *text;
  } kCases[] = {
      {"<div class=content><p>今日停课一天。</p></div>", ".content", "今日停课一天。"},
      {"<div class=content><h3>通知</h3><div class=content><p>今日停课一天。</p></div></div>",
       ".content", "<p>今日停课一天。</p>"},
      {"<div class=maincontent><p><img src=/u/1.jpg></p></div>", ".maincontent", "img"},
      {"<main><p>11月25日停水。</p></main>", "main", "11月25日停水。"},
  };
  for (const auto& c : kCases) {
    const Result<Article> article = read("<body>" + round + c.body + foot + "</body>");
    ASSERT_TRUE(article) << c.body << ": " << article.error().message;
    EXPECT_EQ(article->where, c.where) << c.body;
    EXPECT_THAT(article->body_html, HasSubstr(c.text)) << c.body;
    EXPECT_THAT(article->body_html, Not(HasSubstr("主办"))) << c.body;
  }
}

TEST(ArticlePage, FindsTheBody) {
  const std::string menu =
      "<ul class=nav><li><a href=/a/>首页</a></li><li><a href=/b/>政务公开工作</a></li></ul>";
  const std::string foot = "<div class=foot>版权所有：云岭县教育局 地址：文昌路 1 号</div>";
  const struct {
    const char *what, *open, *close, *where;
  } kCases[] = {
      {"TRS", "<div class='TRS_Editor'>", "</div>", ".TRS_Editor"},
      {"TRS, newer", "<div class='trs_editor_view TRS_UEDITOR trs_paper_default'>", "</div>",
       ".TRS_UEDITOR"},
      {"zoom", "<div id='Zoom'>", "</div>", "#zoom"},
      {"帝国", "<div id='newstext'><h1>通知</h1><div id='text'>", "</div></div>", "#text"},
      {"UCAP", "<div id='UCAP-CONTENT'><ucapcontent>", "</ucapcontent></div>", "#UCAP-CONTENT"},
      {"vsb", "<div id='vsb_content_2'><div class='v_news_content'>", "</div></div>",
       ".v_news_content"},
      {"vsb, in its form",
       "<form name='_newscontent_fromname'><div><h1>通知</h1><div>发布日期：2026-11-24 作者： "
       "点击："
       "<script>_showDynClicks('wbnews', 1, 3345)</script></div><div id='vsb_content'><div "
       "class='v_news_content'>",
       "</div></div></div></form>", "#vsb_content"},
      {"zwgk",
       "<table class='xxgk_table'><tr><td>索引号</td><td>014000000/2026-00124</td></tr></"
       "table><div class='xxgk_content'>",
       "</div>", ".xxgk_content"},
      {"ucap, later", "<div class='article-con'><div id='UCAP-CONTENT'>", "</div></div>",
       "#UCAP-CONTENT"},
      {"article-content", "<div class='box article-content'>", "</div>", ".article-content"},
      {"view", "<div class='view TRS_UEDITOR2'>", "</div>", ".view"},
      {"HTML5", "<main><article>", "</article></main>", "article"},
      {"nobody named it", "<div class='abc123'>", "</div>", "文字最多的一块"},
      {"nobody named it, every line a div", "<div class='abc123'><div>一、",
       "</div><div>二、请各学校于十一月底前完成自查并上报书面报告。</div></div>", "文字最多的一块"},
      {"a layout table", "<table><tr><td>", "</td></tr></table>", "文字最多的一块"},
  };
  for (const auto& one : kCases) {
    const Result<Article> article = read("<html><body>" + menu + "<div class=m>" + one.open +
                                         kText + one.close + "</div>" + foot + "</body></html>");
    ASSERT_TRUE(article) << one.what << ": " << article.error().message;
    EXPECT_EQ(article->where, one.where) << one.what;
    EXPECT_THAT(article->body_html, HasSubstr("现就秋季学期收费检查工作")) << one.what;
    EXPECT_THAT(article->body_html, Not(HasSubstr("索引号"))) << one.what;
    EXPECT_THAT(article->body_html, Not(HasSubstr("点击"))) << one.what;
    EXPECT_THAT(article->body_html, Not(HasSubstr("版权所有"))) << one.what;
    EXPECT_THAT(article->body_html, Not(HasSubstr("政务公开工作"))) << one.what;
  }
}

TEST(ArticlePage, AnEmptyContainerIsPassedOver) {
  const Result<Article> article =
      read(std::string("<div class=TRS_Editor> &nbsp; </div><div id=zoom>") + kText + "</div>");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->where, "#zoom");
}

TEST(ArticlePage, ATableStaysOne) {
  const Result<Article> article =
      read("<div id=zoom><table border=1><tr><th>项目</th><th>标准</th></tr><tr><td "
           "rowspan=2>学费</td><td>600 元</td></tr></table></div>");
  ASSERT_TRUE(article);
  EXPECT_THAT(article->body_html, HasSubstr("<td rowspan=\"2\">学费</td>"));
}

TEST(ArticlePage, StaffsSelector) {
  const std::string html =
      std::string("<div class=TRS_Editor>别处的文字，不是这一篇的正文。</div><div class=mine>") +
      kText + "</div>";
  Result<Article> article = read(html, ".mine");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->where, "select_body");
  EXPECT_THAT(article->body_html, HasSubstr("现就秋季学期"));
  article = read(html, ".none");
  ASSERT_TRUE(article);
  ASSERT_EQ(article->warnings.size(), 1u);
  EXPECT_THAT(article->warnings[0],
              HasSubstr("select_body = \".none\" 在文章页里没有找到，用了 .TRS_Editor"));
  article = read(html, "..");
  ASSERT_FALSE(article);
  EXPECT_THAT(article.error().message, HasSubstr("select_body 写得不对"));
}

TEST(ArticlePage, WhatOtherSystemsWrite) {
  const Result<Article> article = read(std::string(R"html(<article><h1>通知</h1>
<time datetime="2026-11-24T09:30:00+08:00">昨天</time><div class="entry-content">)html") +
                                       kText + R"html(</div>
<p>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=12">附件1：招生计划.xls</a>】</p>
<p><a href="/system/_content/more.jsp?id=3">更多</a></p></article>)html");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->where, ".entry-content");
  ASSERT_TRUE(article->published);
  EXPECT_EQ(iso_utc(*article->published), "2026-11-24T01:30:00Z");
  ASSERT_EQ(article->attachments.size(), 1u);
  EXPECT_EQ(article->attachments[0].title, "附件1：招生计划.xls");
}

TEST(ArticlePage, LinksPicturesAndFiles) {
  const Result<Article> article = read(R"html(<div class=wrap><h1> 招生
 公告 </h1><div class=info>信息来源：招生办 <span>发布时间：</span><span>2026-11-24 08:05</span> 浏览 9</div>
<div id=zoom><p>见附件。</p><img src="./W0.png"><a href="../a.html">链接</a><a href="in.doc">文内附件</a></div>
<div class=fj>附件：<a href="./P1.docx">1.报名表.docx</a> <a href="/x/P2.pdf?d=1">2.招生范围图</a><a href="#">打印</a></div></div>)html");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "招生 公告");
  ASSERT_TRUE(article->published);
  EXPECT_EQ(iso_utc(*article->published), "2026-11-24T00:05:00Z");
  EXPECT_THAT(article->body_html, HasSubstr("src=\"https://e.cn/gggs/W0.png\""));
  EXPECT_THAT(article->body_html, HasSubstr("href=\"https://e.cn/a.html\""));
  ASSERT_EQ(article->attachments.size(), 2u);
  EXPECT_EQ(article->attachments[0].title, "1.报名表.docx");
  EXPECT_EQ(article->attachments[0].url, "https://e.cn/gggs/P1.docx");
  EXPECT_EQ(article->attachments[1].url, "https://e.cn/x/P2.pdf?d=1");
}

TEST(ArticlePage, SaysWhyThereIsNothing) {
  Result<Article> article = read("<div id=app></div><script>render()</script>");
  ASSERT_FALSE(article);
  EXPECT_THAT(article.error().message, HasSubstr("由脚本填入"));
  article = read("<p>无</p>");
  ASSERT_FALSE(article);
  EXPECT_THAT(article.error().message, HasSubstr("请写明 select_body"));
  article = read("");
  ASSERT_FALSE(article);
}

TEST(ArticlePage, HostilePagesEndSoon) {
  std::string deep, texts;
  for (int i = 0; i < 300'000; ++i) {
    deep += "<div class=view><a href=x.doc>";
    texts += "<p>日期<p>2026";
  }
  for (const std::string& html : {deep, texts})
    EXPECT_LT(cpu_seconds([&] { (void)read(html); }), 8) << html.substr(0, 20);
}

} // namespace
} // namespace heiban
