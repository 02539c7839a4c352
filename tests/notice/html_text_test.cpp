// White space, inline elements, paragraphs and their alignment.
#include "notice/blocks_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Row {
  const char* name;
  const char* html;
  const char* blocks;
};

const Row kText[] = {
    {"nothing", "", ""},
    {"blanks only", "<p>&nbsp;</p><p>　</p><p> </p><p>\u200b</p><p><br></p>", ""},
    {"plain text", "全县各学校：", "p 全县各学校："},
    {"entities", "<p>A&amp;B &lt;办法&gt; &#20013;&#x56FD;&middot;&hellip;</p>",
     "p A&B <办法> 中国·…"},
    {"no element of HTML is text", "<p>关于修改&lt;办法&gt;的通知，见<通知>。</p>",
     "p 关于修改<办法>的通知，见<通知>。"},
    {"white space collapses", "<p>one \t two\n\n three</p>", "p one two three"},
    {"no space where the source wraps between Han", "<p>各中小学校\n   按要求\r\n做好。</p>",
     "p 各中小学校按要求做好。"},
    {"nor beside Chinese marks or digits", "<p>于2026年\n11月\n24日（\n星期二）\n召开</p>",
     "p 于2026年11月24日（星期二）召开"},
    {"but between Latin words", "<p>open\nsource 与\nHTML</p>", "p open source 与HTML"},
    {"a space typed between Han stays", "<p>甲 乙丙</p>", "p 甲 乙丙"},
    {"inline tags add no space",
     "<p>于<span lang=\"EN-US\">2026</span>年<span>11</span>月<b></b><span>24</span>日</p>",
     "p 于2026年11月24日"},
    {"inline tags with wrapped source", "<p>于<span>2026</span>\n<span>年</span>起</p>",
     "p 于2026年起"},
    {"Word paste",
     "<p class=\"MsoNormal\" style=\"text-indent:32.0pt;mso-char-indent-count:2.0\"><span "
     "style='font-family:仿宋_GB2312'>根据<span lang=EN-US>2026</span>年工作安排<span "
     "lang=EN-US><o:p></o:p></span></span></p><p class=MsoNormal><span lang=EN-US><o:p>&nbsp;"
     "</o:p></span></p>",
     "p 根据2026年工作安排"},
    {"conditional comments",
     "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>"
     "<![endif]--><p>正文<!-- 注释 -->。</p>",
     "p 正文。"},
    {"style and script inside",
     "<div class=TRS_Editor><style type=text/css>.TRS_Editor P{line-height:2;}</style>"
     "<p>正文<script>var a='<p>脚本</p>';</script>。</p></div>",
     "p 正文。"},
    {"what is never read",
     "<p>甲</p><noscript>请启用脚本</noscript><iframe src=a.html>框架</iframe><select><option>选"
     "</select><textarea>框</textarea><button>按钮</button><p>乙</p>",
     "p 甲\np 乙"},
    {"hidden elements",
     "<p>甲<span style=\"display:none\">藏</span></p><p hidden>藏</p><div "
     "style='visibility: hidden'>藏</div>",
     "p 甲"},
    {"what is struck through no longer holds",
     "<p>学费每学期<s>1050元</s>800元，<del>住宿费</del>另收。</p><p><strike>附加费10元。</"
     "strike></p>"
     "<p style=\"text-decoration: line-through\">旧文</p><p><ins>新文</ins></p>",
     "p 学费每学期800元，另收。\np 新文"},
    {"indent by U+3000", "<p>　　根据要求。</p>", "p 根据要求。"},
    {"indent by no-break spaces", "<p>&nbsp; &nbsp; &nbsp;根据要求。&nbsp;</p>", "p 根据要求。"},
    {"indent inside a span", "<p><span>　　</span><span>根据要求。</span></p>", "p 根据要求。"},
    {"no-break spaces between words", "<p>甲&nbsp;&nbsp;&nbsp;乙丙</p>", "p 甲 乙丙"},
    {"ideographic spaces between words", "<p>第一章　　总则（试行）</p>", "p 第一章　总则（试行）"},
    {"zero width and bidi", "<p>甲\u200b乙\ufeff丙\u202e丁\u2066戊\u00ad己</p>", "p 甲乙丙丁戊己"},
    {"joiners of other scripts stay", "<p>می\u200cخواهم</p>", "p می\u200cخواهم"},
    {"superscripts and subscripts", "<p>30m<sup>2</sup>，CO<sub>2</sub>，注<sup>①</sup></p>",
     "p 30m²，CO₂，注①"},
    {"readings", "<ruby>䶮<rp>(</rp><rt>yǎn</rt><rp>)</rp></ruby>", "p 䶮（yǎn）"},
    {"rare characters and names", "<p>买买提·艾力、㛃𬱖、𫖯</p>",
     "p 买买提·艾力、㛃𬱖、𫖯"},
    {"preformatted", "<pre>甲\n乙</pre>", "p 甲⏎乙"},
};

const Row kLabels[] = {
    {"电　　话", "<p>电　　话：0000-123456</p>", "p 电话：0000-123456"},
    {"with no-break spaces", "<p>地&nbsp;&nbsp;&nbsp;&nbsp;址：人民路1号</p>", "p 地址：人民路1号"},
    {"with spaces", "<p>联 系 人：王老师</p>", "p 联系人：王老师"},
    {"one after the other", "<p>联 系 人：王老师　　电　　话：123</p>",
     "p 联系人：王老师　电话：123"},
    {"behind other text", "<p>县教育局　电　话：123</p>", "p 县教育局　电话：123"},
    {"two words stay two", "<p>来源：县教育局　　责任　编辑：张某</p>",
     "p 来源：县教育局　责任　编辑：张某"},
    {"before the colon", "<p>时间 ：上午</p>", "p 时间：上午"},
    {"spread title", "<p align=center>公　　告</p>", "p^ 公告"},
    {"spread long title", "<p align=center>关 于 举 办 运 动 会 的 通 知</p>",
     "p^ 关于举办运动会的通知"},
    {"names padded in a row",
     "<p>张　三　　李小红　　王　芳</p><p>赵&nbsp;六&nbsp;&nbsp;&nbsp;周　七　　吴明</p>",
     "p 张三　李小红　王芳\np 赵六 周七　吴明"},
    {"equal blanks part", "<p>甲　乙　丙　。</p>", "p 甲　乙　丙　。"},
    {"choices stay apart", "<p>是　否</p>", "p 是　否"},
    {"names of two and three in a cell",
     "<table border=1><tr><th>姓　名<th>备注<tr><td>张　三<td>甲 乙丙</table>",
     "t 姓名*|备注* / 张三|甲 乙丙"},
};

const Row kParagraphs[] = {
    {"p", "<p>甲<p>乙</p>", "p 甲\np 乙"},
    {"div soup", "<div><div>甲</div>乙<div><div><span>丙</span></div></div>丁</div>",
     "p 甲\np 乙\np 丙\np 丁"},
    {"section, article", "<article><section>甲</section><section>乙</section></article>",
     "p 甲\np 乙"},
    {"double br", "甲<br><br>乙<br>\n<br/>丙", "p 甲\np 乙\np 丙"},
    {"br and an indent", "甲<br>　　乙<br>&nbsp;&nbsp;&nbsp;&nbsp;丙", "p 甲\np 乙\np 丙"},
    {"br after a sentence", "第一段。<br>第二段：<br>第三段", "p 第一段。\np 第二段：\np 第三段"},
    {"br before a number", "有关事项<br>一、时间。<br>（二）地点。<br>2. 人员。<br>附件：表",
     "p 有关事项\np 一、时间。\np （二）地点。\np 2. 人员。\natt 表"},
    {"br inside a line", "<p>地址：人民路1号<br>电话：123</p>", "p 地址：人民路1号⏎电话：123"},
    {"display: block", "<p>甲<span style=\"display:block\">乙</span>丙</p>", "p 甲\np 乙\np 丙"},
    {"hr parts", "甲<hr>乙", "p 甲\np 乙"},
    {"dl", "<dl><dt>时间</dt><dd>上午</dd></dl>", "p 时间\np 上午"},
    {"blockquote", "<blockquote>甲</blockquote>乙", "p 甲\np 乙"},
    {"align attribute", "<p align=\"center\">甲</p><div align=RIGHT>乙<p>丙</p></div>",
     "p^ 甲\np> 乙\np> 丙"},
    {"text-align",
     "<p style=\"Text-Align : Center ; color:red\">甲</p><p style='text-align:right'>"
     "乙丙丁。</p><p style='text-align:justify'>戊</p>",
     "p^ 甲\np> 乙丙丁。\np 戊"},
    {"the only line of a justified paragraph, at the right",
     "<p style='text-align:justify;text-align-last:right'>乙丙丁。</p><p "
     "style='text-align-last:justify'>戊</p>",
     "p> 乙丙丁。\np 戊"},
    {"center", "<center>甲<p>乙</p><p align=left>丙</p></center>丁", "p^ 甲\np^ 乙\np 丙\np 丁"},
    {"alignment comes down", "<div style=\"text-align:center\"><p><span>甲</span></p></div>",
     "p^ 甲"},
    {"bold", "<p><b>甲</b>乙<strong>丙</strong><span style='font-weight:700'>丁</span></p>",
     "p **甲**乙**丙丁**"},
    {"bold over a line break", "<p><b>甲<br>乙</b></p>", "p **甲**⏎**乙**"},
    {"not bold inside bold", "<b>甲<span style=\"font-weight:normal\">乙</span></b>", "p **甲**乙"},
    {"links are text", "<p>见<a href=\"a.html\">这里</a>。</p>", "p 见这里。"},
};

template <size_t N>
void expect_rows(const Row (&rows)[N]) {
  for (const Row& row : rows)
    EXPECT_EQ(dump_html(row.html), row.blocks) << row.name;
}

TEST(HtmlBlocks, OfText) {
  expect_rows(kText);
}
TEST(HtmlBlocks, OfLabels) {
  expect_rows(kLabels);
}
TEST(HtmlBlocks, OfParagraphs) {
  expect_rows(kParagraphs);
}

} // namespace
} // namespace heiban
