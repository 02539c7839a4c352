// Headings, items, tables, pictures.
#include "notice/blocks_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Row {
  const char* name;
  const char* html;
  const char* blocks;
};

const Row kHeadings[] = {
    {"four levels",
     "<p>　　一、工作目标</p><p>（一）总体要求</p><p>1. "
     "提高认识</p><p>（1）组织学习</p><p>学习文件。</p>",
     "h1 一、工作目标\nh2 （一）总体要求\nh3 1. 提高认识\nh4 （1）组织学习\np 学习文件。"},
    {"half-width and other forms",
     "<p>一.工作目标</p><p>(二)总体要求</p><p>３．提高认识</p><p>(4)组织学习</p><p>学习文件。</p>",
     "h1 一.工作目标\nh2 (二)总体要求\nh3 ３．提高认识\nh4 (4)组织学习\np 学习文件。"},
    {"one-character numbers", "<p>㈠总体要求</p><p>甲。</p><p>⒈提高认识</p><p>⑴组织</p><p>乙。</p>",
     "h2 ㈠总体要求\np 甲。\nh3 ⒈提高认识\nh4 ⑴组织\np 乙。"},
    {"1、 and 1)", "<p>1、报名</p><p>甲。</p><p>2)考试</p><p>乙。</p>",
     "h3 1、报名\np 甲。\nh3 2)考试\np 乙。"},
    {"a comma inside", "<p>十一、提高认识，加强领导</p><p>甲。</p>",
     "h1 十一、提高认识，加强领导\np 甲。"},
    {"a closing colon", "<p>三、有关要求：</p><p>甲。</p>", "h1 三、有关要求：\np 甲。"},
    {"a sentence is none", "<p>一、按时报名。</p><p>甲。</p>", "p 一、按时报名。\np 甲。"},
    {"nor a label with its value", "<p>一、时间：11月25日</p><p>甲。</p>",
     "p 一、时间：11月25日\np 甲。"},
    {"nor a long line",
     "<p>"
     "一、各学校要高度重视并按照县委县政府关于进一步加强学校安全工作的统一部署认真组织实施确保落实<"
     "/p>"
     "<p>甲。</p>",
     "p "
     "一、各学校要高度重视并按照县委县政府关于进一步加强学校安全工作的统一部署认真组织实施确保落实"
     "\n"
     "p 甲。"},
    {"nor items one after the other",
     "<p>1. 户口簿</p><p>2. 身份证</p><p>3. 照片</p><p>请带齐。</p>",
     "p 1. 户口簿\np 2. 身份证\np 3. 照片\np 请带齐。"},
    {"nor the last line", "<p>甲。</p><p>二、其他事项</p>", "p 甲。\np 二、其他事项"},
    {"nor a line before the signature",
     "<p>甲。</p><p>三、特此通知</p><p align=right>云岭县教育局</p><p "
     "align=right>2026年11月24日</p>",
     "p 甲。\np 三、特此通知\nsig 云岭县教育局⏎2026年11月24日"},
    {"grades are no numbers", "<p>一、二年级学生</p><p>甲。</p>", "p 一、二年级学生\np 甲。"},
    {"amounts and dates are none", "<p>1.5万元补助</p><p>2026.11.24</p><p>甲。</p>",
     "p 1.5万元补助\np 2026.11.24\np 甲。"},
    {"bold headings of empty sections", "<p><b>一、时间</b></p><p><b>二、地点</b></p><p>甲。</p>",
     "h1 一、时间\nh1 二、地点\np 甲。"},
    {"a run-in heading stays in its paragraph",
     "<p><strong>一、摸清底数。</strong>各学校逐人核实。</p>",
     "p **一、摸清底数。**各学校逐人核实。"},
    {"before a table", "<p>二、招生计划</p><table border=1><tr><td>甲<td>1<tr><td>乙<td>2</table>",
     "h1 二、招生计划\nt 甲|1 / 乙|2"},
    {"chapters", "<p align=center>第一章　总则</p><p>第一条　为规范管理。</p>",
     "h1^ 第一章　总则\np 第一条　为规范管理。"},
    {"sections", "<p align=center>第二节　职责</p><p>甲。</p>", "h2^ 第二节　职责\np 甲。"},
    {"h elements", "<h1>甲</h1><h2>乙</h2><h3>丙</h3><h5>丁</h5><p>戊</p>",
     "h1 甲\nh2 乙\nh3 丙\nh4 丁\np 戊"},
    {"an h element with a number", "<h3>（一）甲</h3><h2>一、乙</h2>", "h2 （一）甲\nh1 一、乙"},
    {"an h element misused", "<h3>各学校要高度重视。抓好落实。</h3>",
     "p **各学校要高度重视。抓好落实。**"},
    {"br paragraphs", "一、时间<br>　　11月25日。<br>二、地点<br>　　一小。",
     "h1 一、时间\np 11月25日。\nh1 二、地点\np 一小。"},
};

const Row kLists[] = {
    {"ul", "<ul><li>甲</li><li>乙</li></ul>", "i1 甲\ni1 乙"},
    {"ol", "<ol><li>甲<li>乙</ol>丙", "i1 1. 甲\ni1 2. 乙\np 丙"},
    {"start and value", "<ol start=3><li>甲<li value=9>乙<li>丙</ol>",
     "i1 3. 甲\ni1 9. 乙\ni1 10. 丙"},
    {"types", "<ol type=a><li>甲</ol><ol type=I><li>乙<li>丙</ol>",
     "i1 a. 甲\ni1 I. 乙\ni1 II. 丙"},
    {"Chinese numerals",
     "<ol style=\"list-style-type:cjk-ideographic\" start=10><li>甲</li><li>乙</li></ol>",
     "i1 十、甲\ni1 十一、乙"},
    {"an editor's own numbers",
     "<ol class=\"custom_cn list-paddingleft-1\"><li><p>甲</p></li></ol><ol class=custom_cn2><li>乙"
     "</ol><ol class=custom_num1><li>丙</ol><ol class=custom_num2><li>丁</ol>",
     "i1 一、甲\ni1 （一）乙\ni1 1）丙\ni1 （1）丁"},
    {"no marker", "<ol style='list-style:none'><li>甲</ol>", "i1 甲"},
    {"a number typed already", "<ol><li>（1）甲<li>2、乙<li>丙</ol>",
     "i1 （1）甲\ni1 2、乙\ni1 3. 丙"},
    {"nested", "<ol><li>甲<ol><li>乙<ul><li>丙</ul></ol><li>丁</ol>",
     "i1 1. 甲\ni2 1. 乙\ni3 丙\ni1 2. 丁"},
    {"paragraphs in an item", "<ol><li><p>甲</p><p>乙</p></li></ol>", "i1 1. 甲\np 乙"},
    {"bold in an item", "<ol><li><b>甲</b>乙</ol>", "i1 1. **甲**乙"},
    {"an item outside a list", "<li>甲</li>", "i1 甲"},
};

const Row kTables[] = {
    {"plain",
     "<table border=1><tr><td>一小</td><td>50</td></tr><tr><td>二小</td><td>60</td></tr>"
     "</table>",
     "t 一小|50 / 二小|60"},
    {"head by th", "<table><tr><th>学校<th>人数<tr><td>一小<td>50</table>",
     "t 学校*|人数* / 一小|50"},
    {"head by thead", "<table><thead><tr><td>学校<td>人数<tbody><tr><td>一小<td>50</table>",
     "t 学校*|人数* / 一小|50"},
    {"head by its words",
     "<table border=1><tr><td>序号<td>学 校<td>招生人数（人）<tr><td>1<td>一小<td>50"
     "</table>",
     "t 序号*|学校*|招生人数（人）* / 1|一小|50"},
    {"head by its weight",
     "<table border=1><tr><td><b>甲类</b><td><b>乙类</b><tr><td>丙<td>丁</table>",
     "t 甲类*|乙类* / 丙|丁"},
    {"head above numbers",
     "<table border=1><tr><td>甲<td>合数<tr><td>一小<td>5<tr><td>二小<td>6</table>",
     "t 甲*|合数* / 一小|5 / 二小|6"},
    {"a title row above the head",
     "<table border=1><tr><td "
     "colspan=2>2026年招生计划<tr><td>学校<td>人数<tr><td>一小<td>50</table>",
     "t 2026年招生计划*{1,2} / 学校*|人数* / 一小|50"},
    {"heads of two storeys",
     "<table border=1><tr><td rowspan=2>学校<td "
     "colspan=2>人数<tr><td>初一<td>高一<tr><td>一中<td>5<td>6"
     "</table>",
     "t 学校*{2,1}|人数*{1,2} / 初一*|高一* / 一中|5|6"},
    {"a form has no head", "<table border=1><tr><td>姓名<td>张某<tr><td>学校<td>一小</table>",
     "t 姓名|张某 / 学校|一小"},
    {"rowspan and colspan",
     "<table border=1><tr><td rowspan=2>甲<td>乙<tr><td>丙<tr><td colspan=2>丁</table>",
     "t 甲{2,1}|乙 / 丙 / 丁{1,2}"},
    {"short rows are filled", "<table border=1><tr><td>甲<td>乙<td>丙<tr><td>丁</table>",
     "t 甲|乙|丙 / 丁||"},
    {"rowspan beyond the end", "<table border=1><tr><td rowspan=9>甲<td>乙<tr><td>丙</table>",
     "t 甲{2,1}|乙 / 丙"},
    {"rowspan 0 is to the end",
     "<table border=1><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁</table>",
     "t 甲{3,1}|乙 / 丙 / 丁"},
    {"overlapping spans are clipped",
     "<table border=1><tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<tr><td>丁<td>戊</table>",
     "t 甲|乙{2,1} / 丙 / 丁|戊"},
    {"columns nobody begins in go",
     "<table border=1><tr><td colspan=3>甲<td colspan=2>乙<tr><td colspan=3>丙<td "
     "colspan=2>丁</table>",
     "t 甲|乙 / 丙|丁"},
    {"blank rows at the ends go",
     "<table border=1><tr><td>&nbsp;<td><tr><td>甲<td>乙<tr><td><td>　</table>", "t 甲|乙"},
    {"blank cells inside stay", "<table border=1><tr><td>甲<td><tr><td><td>乙</table>",
     "t 甲| / |乙"},
    {"hidden rows",
     "<table border=1><tr><td>甲<td>乙<tr style=\"display:none\"><td>丙<td>丁</table>", "t 甲|乙"},
    {"lines in a cell",
     "<table border=1><tr><td>甲<br>乙<td><p>丙</p><p>丁</p><tr><td>戊<td>己</table>",
     "t 甲⏎乙|丙⏎丁 / 戊|己"},
    {"a list in a cell",
     "<table border=1><tr><td>材料<td><ol><li>甲<li>乙</ol><tr><td>丙<td>丁</table>",
     "t 材料|1. 甲⏎2. 乙 / 丙|丁"},
    {"caption", "<table><caption>招生计划</caption><tr><td>甲<td>乙<tr><td>丙<td>丁</table>",
     "p^ 招生计划\nt 甲|乙 / 丙|丁"},
    {"Excel paste",
     "<table border=0 cellpadding=0 style='border-collapse:collapse'><col width=72><tr height=19>"
     "<td class=xl65 style='border:.5pt solid windowtext'>姓名</td><td class=xl65 x:num>1</td></tr>"
     "<tr><td>张某</td><td>2</td></tr></table>",
     "t 姓名|1 / 张某|2"},
    {"a cell beyond its row's end tag", "<table border=1><tr><td>甲</tr><td>乙</table>",
     "p 甲\np 乙"},
    {"a picture in a cell", "<table border=1><tr><th>图<th>名<tr><td><img src=a.png><td>甲</table>",
     "t 图*|名* / |甲\nimg https://www.yunling.example/jyj/a.png () 甲"},
    {"layout: one cell", "<table width=100%><tr><td><p>甲</p><p align=right>乙丙丁。</p></table>",
     "p 甲\np> 乙丙丁。"},
    {"layout: one column", "<table><tr><td>甲<tr><td>乙</table>", "p 甲\np 乙"},
    {"layout: side by side", "<table><tr><td><img src=a.png><td><p>甲</p></td></tr></table>",
     "img https://www.yunling.example/jyj/a.png ()\np 甲"},
    {"the foot stands below",
     "<table><thead><tr><th>甲<th>乙</thead><tfoot><tr><td>丙<td>1</tfoot><tbody><tr><td>丁<td>2</"
     "table>",
     "t 甲*|乙* / 丁|2 / 丙|1"},
    {"layout: pictures",
     "<table><tr><td><img src=/a.png><td><img src=/b.png><tr><td>图1<td>图2</table>",
     "img https://www.yunling.example/a.png ()\nimg https://www.yunling.example/b.png ()\np 图1\np "
     "图2"},
    {"layout: a table in a table",
     "<table><tr><td>说明</td><td>甲</td></tr><tr><td colspan=2><table border=1><tr><td>乙<td>1<tr>"
     "<td>丙<td>2</table></td></tr></table>",
     "p 说明\np 甲\nt 乙|1 / 丙|2"},
    {"layout by role", "<table role=presentation><tr><td>甲<td>乙<tr><td>丙<td>丁</table>",
     "p 甲\np 乙\np 丙\np 丁"},
    {"one column with a border is a list", "<table border=1><tr><td>甲<tr><td>乙<tr><td>丙</table>",
     "t 甲 / 乙 / 丙"},
    {"text that stands in no cell",
     "<table border=1>表前<tr><td>甲<td>乙<tr>行间<td>丙<td>丁</table>",
     "p 表前\np 行间\nt 甲|乙 / 丙|丁"},
    {"bold before a table does not reach into it",
     "<b>甲<table border=1><tr><td>乙<td>丙<tr><td>丁<td>戊</table></b>",
     "p **甲**\nt 乙|丙 / 丁|戊"},
};

const Row kPictures[] = {
    {"resolved", "<img src=\"../img/a.jpg\" alt=\" 学区\n图 \">",
     "img https://www.yunling.example/img/a.jpg (学区图)"},
    {"between paragraphs", "<p>甲<img src=/a.jpg>乙</p>",
     "p 甲\nimg https://www.yunling.example/a.jpg ()\np 乙"},
    {"centred", "<p align=center><img src=/a.jpg></p>",
     "img^ https://www.yunling.example/a.jpg ()"},
    {"caption", "<figure><img src=/a.jpg><figcaption>图1　学区</figcaption></figure>",
     "img https://www.yunling.example/a.jpg () 图1　学区"},
    {"lazy", "<img src=\"/images/loading.gif\" data-src=\"/a.jpg\">",
     "img https://www.yunling.example/a.jpg ()"},
    {"lazy behind an inline frame",
     "<img data-src=/a.png src=\"data:image/svg+xml,%3Csvg%3E\"><img "
     "src=\"data:image/svg+xml,%3C\">",
     "img https://www.yunling.example/a.png ()"},
    {"inline data", "<img src=\"data:image/png;base64,iVBORw0KGgo=\">",
     "img data:image/png;base64,iVBORw0KGgo= ()"},
    {"spacers", "甲<img src=/a.gif width=1 height=1><img src=/b.gif height=\"1\" width=600>",
     "p 甲"},
    {"icons",
     "甲<img src=/a.gif style=\"width:16px;height:16px\"><img src=\"/ueditor/dialogs/"
     "attachment/fileTypeImages/icon_doc.gif\"><img src=/images/pdf.gif>",
     "p 甲"},
    {"Word's own files", "甲<img src=\"file:///C:/Users/a/image001.png\"><img>", "p 甲"},
    {"hidden", "甲<img src=/a.jpg style=display:none>", "p 甲"},
};

template <size_t N>
void expect_rows(const Row (&rows)[N]) {
  for (const Row& row : rows)
    EXPECT_EQ(dump_html(row.html), row.blocks) << row.name;
}

TEST(HtmlBlocks, OfHeadings) {
  expect_rows(kHeadings);
}
TEST(HtmlBlocks, OfLists) {
  expect_rows(kLists);
}
TEST(HtmlBlocks, OfTables) {
  expect_rows(kTables);
}
TEST(HtmlBlocks, OfPictures) {
  expect_rows(kPictures);
}

} // namespace
} // namespace heiban
