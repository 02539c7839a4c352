// What stands around an article: its title again, attachments, signature, page chrome.
#include "notice/blocks_helper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Row {
  const char* name;
  const char* html;
  const char* blocks;
};

constexpr const char* kTitle = "云岭县教育局关于印发《学校安全工作规定》的通知";

const Row kTitles[] = {
    {"centred", "<p align=center>云岭县教育局关于印发《学校安全工作规定》的通知</p><p>甲</p>",
     "p 甲"},
    {"as a heading", "<h1>云岭县教育局关于印发《学校安全工作规定》的通知</h1>甲", "p 甲"},
    {"over a line break",
     "<p align=center><b>云岭县教育局关于印发<br>《学校安全工作规定》的通知</b></p>甲", "p 甲"},
    {"over two paragraphs",
     "<p align=center>云岭县教育局</p><p "
     "align=center>关于印发《学校安全工作规定》的通知</p><p>甲</p>",
     "p 甲"},
    {"with blanks", "<p>云岭县教育局　关于 印发《学校安全工作规定》的 通知</p><p>甲</p>", "p 甲"},
    {"below the number",
     "<p align=center>云教发〔2026〕41号</p><p align=center>云岭县教育局关于印发《学校"
     "安全工作规定》的通知</p><p>甲</p>",
     "p^ 云教发〔2026〕41号\np 甲"},
    {"not when it differs", "<p align=center>关于印发《学校安全工作规定》的通知</p><p>甲</p>",
     "p^ 关于印发《学校安全工作规定》的通知\np 甲"},
    {"not in the middle of the text",
     "<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</"
     "p><p>云岭县教育局关于印发《学校安全工作规定》的通知</p>",
     "p 1\np 2\np 3\np 4\np 5\np 6\np 云岭县教育局关于印发《学校安全工作规定》的通知"},
    {"once only",
     "<p>云岭县教育局关于印发《学校安全工作规定》的通知</p><p>云岭县教育局关于印发《学校安全工作"
     "规定》的通知</p>",
     "p 云岭县教育局关于印发《学校安全工作规定》的通知"},
};

const Row kAttachments[] = {
    {"note", "<p>甲。</p><p>附件：1. 登记表</p><p>　　　2. 记录表</p>",
     "p 甲。\natt 登记表 | 记录表"},
    {"one name", "<p>附件：学校安全检查登记表</p>", "att 学校安全检查登记表"},
    {"in one line", "<p>附件：1.登记表；2.记录表。</p>", "att 登记表 | 记录表"},
    {"in one line with blanks", "<p>附件：1.登记表 2.记录表　3.汇总表</p>",
     "att 登记表 | 记录表 | 汇总表"},
    {"over line breaks", "<p>附件：1.登记表<br>2.记录表<br>　　3.汇总表</p>",
     "att 登记表 | 记录表 | 汇总表"},
    {"a line each", "<p>附件1：登记表</p><p>附件2：记录表</p>", "att 登记表 | 记录表"},
    {"half-width colon", "<p>附件: 登记表.xls</p>", "att 登记表.xls"},
    {"links",
     "<p>附件：<a href=/1.docx>1. 登记表.docx</a></p><p><a href=/2.xls>2. 记录表.xls</a></p>",
     "att 登记表.docx | 记录表.xls"},
    {"links under the word", "<p>附件</p><p><a href=/1.docx>登记表.docx</a></p>",
     "att 登记表.docx"},
    {"numbered links",
     "<p>附件1-<a href=/1.docx>登记表.docx</a></p><p>附件2 <a href=/2.pdf>记录表</a></p>",
     "att 登记表.docx | 记录表"},
    {"links alone", "<p>甲。</p><p><img src=/icons/doc.gif><a href=/1.DOCX?x=1>登记表</a></p>",
     "p 甲。\natt 登记表"},
    {"a list of links", "<ul><li><a href=a.pdf>甲表</a></li><li><a href=b.ofd>乙表</a></li></ul>",
     "att 甲表 | 乙表"},
    {"a link in a sentence is text", "<p>请下载<a href=/1.docx>登记表</a>填写。</p>",
     "p 请下载登记表填写。"},
    {"a link to a page is text", "<p><a href=/a.html>有关政策</a></p>", "p 有关政策"},
    {"the mark of an attached text", "<p>附件1</p><p align=center><b>登记表</b></p><p>1. 甲。</p>",
     "p 附件1\np^ **登记表**\np 1. 甲。"},
    {"words that begin alike", "<p>附近学校请注意。</p><p>附件中的材料要齐全。</p>",
     "p 附近学校请注意。\np 附件中的材料要齐全。"},
    {"ten and more",
     "<p>附件：1.一表 2.二表 3.三表 4.四表 5.五表 6.六表 7.七表 8.八表 9.九表 10.十表</p>",
     "att 一表 | 二表 | 三表 | 四表 | 五表 | 六表 | 七表 | 八表 | 九表 | 十表"},
};

const Row kSignatures[] = {
    {"right", "<p>甲。</p><p align=right>云岭县教育局</p><p align=right>2026年11月24日</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日"},
    {"by style",
     "<p>甲。</p><p style=\"text-align: right;\">云岭县教育局</p><p "
     "style=\"text-align: right;\">2026 年 11 月 24 日&nbsp;</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日"},
    {"left at the end", "<p>甲。</p><p>云岭县教育局</p><p>2026年11月24日</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日"},
    {"pushed by blanks",
     "<p>甲。</p><p>　　　　　　　　　　　　云岭县教育局</"
     "p><p>　　　　　　　　　　　　二〇二六年十一月二十四日"
     "</p><p>乙丙丁。</p>",
     "p 甲。\nsig 云岭县教育局⏎二〇二六年十一月二十四日\np 乙丙丁。"},
    {"pushed by style",
     "<p>甲。</p><p style=\"text-indent:300pt\">云岭县教育局</p><p "
     "style=\"margin-left:4in\">2026年11月24日</p><p>乙。</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日\np 乙。"},
    {"over a line break", "<p>甲。</p><p align=right>云岭县教育局<br>2026年11月24日</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日"},
    {"on one line", "<p>甲。</p><p align=right>云岭县教育局　　2026年11月24日</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日"},
    {"spread", "<p>甲。</p><p align=right>云 岭 县 教 育 局</p><p align=right>2026-11-24</p>",
     "p 甲。\nsig 云岭县教育局⏎2026-11-24"},
    {"several organs",
     "<p>甲。</p><p align=right>云岭县教育局</p><p align=right>云岭县财政局</p><p "
     "align=right>2026年11月"
     "24日</p>",
     "p 甲。\nsig 云岭县教育局⏎云岭县财政局⏎2026年11月24日"},
    {"with a seal's mark", "<p>甲。</p><p>云岭县第一中学（公章）</p><p>2026年3月1日</p>",
     "p 甲。\nsig 云岭县第一中学（公章）⏎2026年3月1日"},
    {"in the middle, right",
     "<p>甲。</p><p align=right>云岭县教育局</p><p align=right>2026年11月24日</p><p "
     "align=center><b>规定"
     "</b></p><p>乙。</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日\np^ **规定**\np 乙。"},
    {"before attachments",
     "<p>甲。</p><p>云岭县教育局</p><p>2026年11月24日</p><p><a href=a.doc>表.doc</a></p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日\natt 表.doc"},
    {"before a remark in brackets",
     "<p>甲。</p><p>云岭县教育局</p><p>2026年11月24日</p><p>（此件公开发布）</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日\np （此件公开发布）"},
    {"before the imprint",
     "<p>甲。</p><p>云岭县教育局</p><p>2026年11月24日</p><p>抄送：县政府办公室。</"
     "p><p>云岭县教育局办公室　2026"
     "年11月24日印发</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日\np 抄送：县政府办公室。\np "
     "云岭县教育局办公室　2026年11月24日印发"},
    {"left, before an attached text",
     "<p>特此通知。</p><p>云岭县教育局</p><p>2026年11月24日</p><p>附件1</p><p>规定</p><p>乙。</p>",
     "p 特此通知。\nsig 云岭县教育局⏎2026年11月24日\np 附件1\np 规定\np 乙。"},
    {"a date alone", "<p>甲。</p><p align=right>2026年11月24日</p>", "p 甲。\nsig 2026年11月24日"},
    {"an organ alone", "<p>甲。</p><p align=right>云岭县教育局</p>", "p 甲。\nsig 云岭县教育局"},
    {"a person", "<p>甲。</p><p align=right>招生办公室</p><p align=right>2026年6月1日</p>",
     "p 甲。\nsig 招生办公室⏎2026年6月1日"},
    {"a byline is none",
     "<p align=center>云岭县教育局</p><p align=center>2026年11月24日</p><p>甲。</p>"
     "<p>乙。</p>",
     "p^ 云岭县教育局\np^ 2026年11月24日\np 甲。\np 乙。"},
    {"a date in the text is none", "<p>报名时间</p><p>2026年11月24日</p><p>甲。</p>",
     "p 报名时间\np 2026年11月24日\np 甲。"},
    {"no sentence signs", "<p>请各学校抓好落实。</p><p>2026年11月24日</p>",
     "p 请各学校抓好落实。\nsig 2026年11月24日"},
    {"a right-aligned sentence is none", "<p align=right>（转载请注明来源。）</p><p>甲。</p>",
     "p> （转载请注明来源。）\np 甲。"},
};

const Row kChrome[] = {
    {"buttons", "<p>甲。</p><p>【打印】【关闭】</p>", "p 甲。"},
    {"buttons with links",
     "<p>甲。</p><div>[<a href=\"javascript:window.print()\">打印本页</a>] [<a "
     "href=\"javascript:window.close()\">关闭窗口</a>]</div>",
     "p 甲。"},
    {"sharing",
     "<p>甲。</p><div>分享到：<a>新浪微博</a> <a>微信</a> <a>QQ空间</a></div><div>分享到</div>",
     "p 甲。"},
    {"neighbours",
     "<p>甲。</p><p>上一篇：<a href=1>关于召开会议的通知</a></p><p>下一篇：没有了</p>", "p 甲。"},
    {"editor", "<p>甲。</p><p>（责任编辑：张某）</p><p>初审：甲　复审：乙　终审：丙</p>", "p 甲。"},
    {"scan", "<p>甲。</p><p><img src=/qr.png></p><p>扫一扫在手机打开当前页</p>", "p 甲。"},
    {"counter", "<p>甲。</p><p>浏览次数：128</p><p>返回顶部</p><p>TOP</p>", "p 甲。"},
    {"related",
     "<p>甲。</p><p>相关阅读</p><ul><li><a href=1>其他通知</a></li><li><a href=2>其他公告</a>"
     "</li></ul><p>打印 | 关闭</p>",
     "p 甲。"},
    {"after the signature",
     "<p>甲。</p><p align=right>云岭县教育局</p><p align=right>2026年11月24日</p><p>打印　关闭</p>",
     "p 甲。\nsig 云岭县教育局⏎2026年11月24日"},
    {"in the last lines of a paragraph", "<p>甲乙丙<br>【打印】<br>【关闭窗口】</p>", "p 甲乙丙"},
    {"before a list of files",
     "<p>甲。</p><p>分享到：</p><p>相关附件：</p><p><a href=a.doc>表</a></p><p>关闭</p>",
     "p 甲。\natt 表"},
    {"not in the middle", "<p>打印</p><p>分享到：</p><p>甲。</p>", "p 打印\np 分享到：\np 甲。"},
    {"not in a sentence", "<p>报名结束后请打印准考证。</p>", "p 报名结束后请打印准考证。"},
    {"the article's own picture above a code that a script draws",
     "<p>甲。</p><p><img src=/u/2026.jpg></p><div id=code></div><p>扫一扫在手机打开当前页</p>",
     "p 甲。\nimg https://www.yunling.example/u/2026.jpg ()"},
    {"not what visitors need", "<p>甲。</p><p><img src=/bm.png></p><p>扫码报名</p>",
     "p 甲。\nimg https://www.yunling.example/bm.png ()\np 扫码报名"},
    {"the line of counters on top",
     "<p align=center>发布时间：2026-11-24　来源：云岭县教育局　浏览次数：36　【字体：大 中 "
     "小】</p><p>甲。</p>",
     "p 甲。"},
    {"a line of dates on top stays", "<p>发布时间：2026-11-24</p><p>甲。</p>",
     "p 发布时间：2026-11-24\np 甲。"},
};

template <size_t N>
void expect_rows(const Row (&rows)[N], const char* title = "") {
  for (const Row& row : rows)
    EXPECT_EQ(dump_html(row.html, title), row.blocks) << row.name;
}

TEST(HtmlBlocks, WithoutTheTitleRepeated) {
  expect_rows(kTitles, kTitle);
}
TEST(HtmlBlocks, WithAttachments) {
  expect_rows(kAttachments);
}
TEST(HtmlBlocks, WithSignatures) {
  expect_rows(kSignatures);
}
TEST(HtmlBlocks, WithoutPageChrome) {
  expect_rows(kChrome);
}

TEST(HtmlBlocks, GiveEveryAddressButThoseOfChrome) {
  const HtmlBlocks blocks = html_blocks(
      "<p><a href=a.html>甲</a><a href='#x'>乙</a><a href='javascript:void(0);'>丙</a>"
      "<a href='javascript:alert(1)'>丁</a><a href='mailto:a@b.example'>戊</a>"
      "<a href='file:///C:/x.doc'>己</a></p>"
      "<table border=1><tr><td><a href='//evil.example/x'>庚</a><td>辛<tr><td>1<td>2</table>"
      "<a href=/big.png><img src=/small.png></a><p>附件：<a href=1.doc>表</a></p>"
      "<p>分享到：<a href=http://weibo.example/share>微博</a></p>",
      "", "https://www.yunling.example/jyj/t1.html");
  EXPECT_THAT(blocks.links,
              testing::UnorderedElementsAre(
                  "https://www.yunling.example/jyj/a.html", "javascript:alert(1)",
                  "mailto:a@b.example", "https://evil.example/x",
                  "https://www.yunling.example/small.png", "https://www.yunling.example/big.png",
                  "https://www.yunling.example/jyj/1.doc"));
}

TEST(HtmlBlocks, GiveTheSource) {
  EXPECT_EQ(html_blocks("<p>信息来源：云岭县教育局　浏览次数：3</p><p>甲</p>", "", "").source,
            "云岭县教育局");
  EXPECT_EQ(html_blocks("<p>甲</p><p>（来源：云岭一中）</p>", "", "").source, "云岭一中");
  EXPECT_EQ(html_blocks("<p>甲</p>", "", "").source, "");
}

TEST(PlainBlocks, AreReadLikeHtml) {
  const HtmlBlocks blocks =
      plain_blocks("关于放假的通知\n\n各学校：\r\n　　一、时间\n　　11月25日。\n"
                   "附件：1.表\n云岭县教育局\n2026年11月24日\n",
                   "关于放假的通知");
  EXPECT_EQ(dump_blocks(blocks.blocks),
            "p 各学校：\nh1 一、时间\np 11月25日。\natt 表\nsig 云岭县教育局⏎2026年11月24日");
}

} // namespace
} // namespace heiban
