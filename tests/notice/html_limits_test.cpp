// Hostile and huge items: bounded, cut at a block with a finding, and nothing lost below the caps.
#include "cpu_time.h"
#include "notice/blocks_helper.h"
#include "notice/html_walk.h"

#include "markup/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

std::string repeated(std::string_view piece, size_t count) {
  std::string out;
  out.reserve(piece.size() * count);
  for (size_t i = 0; i < count; ++i)
    out += piece;
  return out;
}

Walked walk(const std::string& html, const WalkLimits& limits) {
  const auto tree = parse_html(html);
  return walk_html(*tree->root(), "", limits);
}

TEST(Limits, OnBlocks) {
  const Walked walked = walk(repeated("<p>甲</p>", 100), {.blocks = 10});
  EXPECT_EQ(walked.blocks.size(), 10u);
  EXPECT_THAT(walked.findings, testing::ElementsAre("正文段落太多，只保留前 10 段"));
  EXPECT_TRUE(walk(repeated("<p>甲</p>", 9), {.blocks = 10}).findings.empty());
}

TEST(Limits, OnCells) {
  const std::string html =
      "<table border=1>" + repeated("<tr><td>甲<td>乙", 100) + "</table><p>后文</p>";
  const Walked walked = walk(html, {.cells = 20});
  ASSERT_EQ(walked.blocks.size(), 1u);
  EXPECT_EQ(walked.blocks[0].block.rows.size(), 10u);
  EXPECT_THAT(walked.findings, testing::ElementsAre("表格太大，只保留前 10 行"));
}

TEST(Limits, OnText) {
  const std::string paragraph = "<p>" + repeated("甲", 1000) + "</p>"; // 3,000 bytes of text
  const Walked walked = walk(repeated(paragraph, 400), {.text_bytes = 1 << 20});
  EXPECT_EQ(walked.blocks.size(), (1u << 20) / 3000 + 1);
  EXPECT_THAT(walked.findings, testing::ElementsAre("正文太长，只保留前 1 MiB"));
}

TEST(Limits, OnOneEndlessText) {
  const Walked walked = walk("<p>" + repeated("甲", 1000) + "</p><p>乙</p>", {.text_bytes = 100});
  ASSERT_EQ(walked.blocks.size(), 1u);
  EXPECT_EQ(walked.blocks[0].block.text, repeated("甲", 33));
  EXPECT_THAT(walked.findings, testing::ElementsAre(testing::HasSubstr("正文太长")));
  const HtmlBlocks plain = plain_blocks(repeated("甲", 1 << 20), "");
  ASSERT_EQ(plain.blocks.size(), 1u);
  EXPECT_LE(plain.blocks[0].text.size(), 1u << 20);
  EXPECT_THAT(plain.findings, testing::ElementsAre("正文过长，只取前一部分"));
}

TEST(Limits, OnLinesThatPart) {
  const Walked walked = walk(repeated("甲：<br>", 100), {.blocks = 10});
  EXPECT_EQ(walked.blocks.size(), 10u);
  EXPECT_THAT(walked.findings, testing::ElementsAre("正文段落太多，只保留前 10 段"));
  EXPECT_TRUE(walk(repeated("<p>甲<br>乙</p>", 9), {.blocks = 10}).findings.empty());
}

TEST(Limits, OfALongNameListAreFarAway) {
  std::string html = "<table border=1><tr><th>序号<th>姓名<th>学校";
  for (int i = 1; i <= 50'000; ++i)
    html += "<tr><td>" + std::to_string(i) + "<td>某某<td>云岭一中";
  const HtmlBlocks blocks = html_blocks(html + "</table><p>后文</p>", "", "");
  ASSERT_EQ(blocks.blocks.size(), 2u);
  EXPECT_EQ(blocks.blocks[0].rows.size(), 50'001u);
  EXPECT_EQ(blocks.blocks[0].rows.back()[0].text, "50000");
  EXPECT_TRUE(blocks.findings.empty());
}

TEST(Struck, IsToldAndLeavesNoEmptyRow) {
  const Walked walked = walk("<table border=1><tr><th>项目<th>标准<tr><td><s>甲</s><td><s>1</s>"
                             "<tr style='text-decoration:line-through'><td>乙<td>2"
                             "<tr><td>丙<td><del>3</del>4</table><p>文<s> </s></p>",
                             {});
  ASSERT_EQ(walked.blocks.size(), 2u);
  const auto& rows = walked.blocks[0].block.rows;
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[1][0].text, "丙");
  EXPECT_EQ(rows[1][1].text, "4");
  EXPECT_THAT(walked.findings, testing::ElementsAre("正文有 5 处划去的文字，没有显示"));
}

// Each would take minutes if anything were quadratic; the limit is loose on purpose.
TEST(Limits, HostileItemsTakeBoundedTime) {
  const std::string inputs[] = {
      repeated("<div>", 500'000) + "甲",
      repeated("<table border=1><tr><td>", 100'000) + "甲",
      repeated("<table><tr><td>甲<td>", 60'000),
      repeated("<ul><li>甲", 200'000),
      repeated("<b>甲", 300'000),
      repeated("甲<br>", 400'000),
      repeated("甲：乙 丙　", 200'000),
      repeated("甲 ", 500'000) + "：",
      repeated("1. ", 300'000),
      "附件：" + repeated("1.甲 2.乙 ", 200'000),
      repeated("<p>附件：</p>", 100'000),
      repeated("<p>附件</p><p>1. 甲</p>", 60'000),
      repeated("<p align=right>云岭县教育局</p>", 20'000),
      repeated("<p align=right>2026年11月24日</p>", 20'000),
      repeated("<p>一、甲</p>", 30'000),
      repeated("<p><a href=a.doc>甲</a></p>", 30'000),
      "<p>" + repeated("<a href=a.doc>甲</a>", 200'000) + "</p>",
      repeated("<p>上一篇：甲</p>", 30'000),
      repeated("<s>甲", 200'000),
      repeated("浏览次数<br>", 200'000),
      "<b>甲</b><br>" + repeated("<a href=a.html>关闭</a><br>", 100'000),
      "<table>" + repeated("<tr><td colspan=1000 rowspan=60000>甲", 5'000) + "</table>",
      "<table border=1><tr>" + repeated("<td>甲", 300'000) + "<tr><td>乙</table>",
      "<table border=1>" + repeated("<tr><td colspan=1000>甲<td>乙", 50'000) + "</table>",
      "<p style=\"" + repeated("a:b;", 400'000) + "\">甲</p>",
      repeated("<p style=\"text-align:right;font-weight:bold\">甲</p>", 100'000),
      repeated("<img src=a.png>", 200'000),
      repeated("<figure><img src=a.png><figcaption>甲</figcaption></figure>", 50'000),
      repeated("&nbsp;", 1'000'000),
      repeated("<sup>2</sup>", 200'000),
      // Print that never ends a sentence, as paragraphs and as lines.
      repeated(
          "<p>各学校要严格执行收费公示制度，在校门口显著位置公示收费项</p><p>目、收费标准、收费"
          "依据和投诉电话，公示栏要长期保留，公示内</p>",
          30'000),
      repeated(
          "各学校要严格执行收费公示制度，在校门口显著位置公示收费项<br>目、收费标准、收费依据和"
          "投诉电话，公示栏要长期保留，公示内<br>",
          30'000),
      std::string(4 << 20, '\n'),
      std::string(4 << 20, '\xff'),
  };
  for (const std::string& html : inputs) {
    HtmlBlocks blocks;
    const double seconds = cpu_seconds(
        [&] { blocks = html_blocks(html, "关于放假的通知", "https://www.yunling.example/"); });
    EXPECT_LT(seconds, 2) << html.substr(0, 60);
    for (const Block& block : blocks.blocks)
      ASSERT_LE(block.rows.size(), 65'536u * 4);
  }
}

// Every Han of the source stands in the blocks again, whatever the nesting.
TEST(HtmlBlocks, LoseNoText) {
  const char* const sources[] = {
      "甲<table border=1>乙<tr>丙<td>丁<table><tr><td>戊</table>己<td>庚</tr>辛</table>壬",
      "<ul>甲<li>乙<p>丙</p>丁<ol><li>戊</ol>己</ul>庚",
      "<table><tr><th>甲<td>乙<table "
      "border=1><caption>丙</caption><tr><td>丁<td>戊</table></table>",
      "<figure>甲<figcaption>乙<p>丙</p></figcaption></figure>",
      "<dl>甲<dt>乙<dd>丙</dl><fieldset><legend>丁</legend>戊</fieldset><details><summary>己</"
      "summary>庚"
      "</details>",
      "<center><font><a><b>甲<p>乙</b>丙</a>丁</font></center><h2>戊<p>己</h2>庚",
      "<table border=1><tr><td rowspan=2 colspan=2>甲<td>乙<tr><td>丙<tr><td colspan=9>丁</table>",
      "<o:p>甲</o:p><st1:place>乙</st1:place><ucapcontent>丙</ucapcontent><x-y>丁</x-y>",
      "<form><table "
      "border=1><form><tr><form><td>甲</form><td>乙</form><tr><td>丙<td>丁</table></form>",
  };
  for (const char* source : sources) {
    std::string all;
    for (const Block& block : html_blocks(source, "", "").blocks) {
      all += block.text + block.alt;
      for (const auto& row : block.rows)
        for (const TableCell& cell : row)
          all += cell.text;
      for (const std::string& name : block.names)
        all += name;
    }
    for (const std::string_view han : {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"})
      EXPECT_EQ(all.find(han) == all.npos,
                std::string_view(source).find(han) == std::string_view::npos)
          << han << " in " << source;
  }
}

} // namespace
} // namespace heiban
