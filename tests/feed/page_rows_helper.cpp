#include "page_rows_helper.h"

namespace heiban {
namespace {

// What stands around every list: menus, a search box, links below.
std::string framed(const std::string& list) {
  return R"html(<!DOCTYPE html><html><head><meta charset="utf-8"><title>公示公告_云岭县教育局</title>
<script src="/js/jquery.js"></script></head><body>
<div class="top"><a href="/">网站首页</a><a href="/zwgk/">政务公开</a><a href="/bsfw/">办事服务</a>
<a href="/hdjl/">互动交流</a><span>2026年11月24日 星期二</span></div>
<div class="nav"><ul><li><a href="/xxgk/zn/">信息公开指南</a></li><li><a href="/xxgk/nb/">信息公开年报</a></li>
<li><a href="/xxgk/zd/">信息公开制度</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/gggs/">公示公告</a></div>
)html" + list +
         R"html(
<div class="page"><a href="index_1.html">下一页</a><a href="index_9.html">尾页</a> 共 10 页</div>
<div class="foot"><a href="https://www.gov.cn/">中国政府网</a> 版权所有 云岭县教育局 备案号 00000000</div>
</body></html>)html";
}

} // namespace

std::vector<ListRow> list_pages() {
  const std::vector<std::string> two = {
      "2026-11-24 关于开展秋季学期收费检查的通知 https://e.cn/gggs/t1.html",
      "2026-11-20 2026年第二批拟聘用人员名单公示 https://e.cn/gggs/t2.html"};
  return {
      {"TRS: ul, span of dates", framed(R"html(<div class="list_box"><ul class="list">
<li><a href="./t1.html" title="关于开展秋季学期收费检查的通知" target="_blank">关于开展秋季学期收费检…</a><span>2026-11-24</span></li>
<li><a href="./t2.html" target="_blank">2026年第二批拟聘用人员名单公示</a><span>2026-11-20</span></li>
</ul></div>)html"),
       two},
      {"a date in brackets before the link, a bullet", framed(R"html(<ul class="news">
<li><span class="time">[2026-11-24]</span>· <a href="t1.html">· 关于开展秋季学期收费检查的通知</a></li>
<li><span class="time">[2026-11-20]</span>· <a href="t2.html">· 2026年第二批拟聘用人员名单公示</a></li></ul>)html"),
       two},
      {"several lists of five",
       framed(
           R"html(<div class=l><ul><li><a href=t1.html>关于开展秋季学期收费检查的通知</a><i>2026/11/24</i></li></ul>
<ul><li><a href=t2.html>2026年第二批拟聘用人员名单公示</a><i>2026/11/20</i></li></ul></div>)html"),
       two},
      {"ASP.NET: a table in a layout table",
       framed(R"html(<form id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="/wEPDw">
<table width="100%"><tr><td width="200"><table><tr><td><a href="/a.aspx?id=1">学校风采展示</a></td></tr><tr><td><a href="/a.aspx?id=2">校园安全专栏</a></td></tr></table></td>
<td><table id="ctl00_GridView1" border="1"><tr><th>序号</th><th>标题</th><th>发布时间</th></tr>
<tr><td>1</td><td><a id="ctl00_Hl1" href="t1.html">关于开展秋季学期收费检查的通知</a></td><td>2026-11-24 09:30:00</td></tr>
<tr><td>2</td><td><a id="ctl00_Hl2" href="t2.html">2026年第二批拟聘用人员名单公示</a></td><td>2026-11-20 16:00:00</td></tr>
</table></td></tr></table></form>)html"),
       two},
      {"dl with dt and dd",
       framed(
           R"html(<dl class="dlist"><dt><a href="t1.html">关于开展秋季学期收费检查的通知</a></dt><dd>2026-11-24</dd>
<dt><a href="t2.html">2026年第二批拟聘用人员名单公示</a></dt><dd>2026-11-20</dd></dl>)html"),
       two},
      {"links and dates between line breaks",
       framed(
           R"html(<div class="c"><a href="t1.html">关于开展秋季学期收费检查的通知</a> (2026-11-24)<br>
<a href="t2.html">2026年第二批拟聘用人员名单公示</a> (2026-11-20)<br></div>)html"),
       two},
      {"cards: the whole row a link, day over month", framed(R"html(<div class="cards">
<a class="card" href="t1.html"><div class="d"><b>24</b><em>2026-11</em></div><h3>关于开展秋季学期收费检查的通知</h3></a>
<a class="card" href="t2.html"><div class="d"><b>20</b><em>2026-11</em></div><h3>2026年第二批拟聘用人员名单公示</h3></a></div>)html"),
       two},
      {"a day over its month beside the link",
       framed(
           R"html(<ul><li><div class="date"><p>24</p><p>2026.11</p></div><div class="txt"><h4><a href="t1.html">关于开展秋季学期收费检查的通知</a></h4><p>摘要：各学校要……</p></div></li>
<li><div class="date"><p>20</p><p>2026.11</p></div><div class="txt"><h4><a href="t2.html">2026年第二批拟聘用人员名单公示</a></h4><p>摘要：根据……</p></div></li></ul>)html"),
       two},
      {"month and day over the year",
       framed(
           R"html(<ul><li><span><b>11-24</b><i>2026</i></span><a href="t1.html">关于开展秋季学期收费检查的通知</a></li>
<li><span><b>11-20</b><i>2026</i></span><a href="t2.html">2026年第二批拟聘用人员名单公示</a></li></ul>)html"),
       two},
      {"no year",
       framed(
           R"html(<ul><li><a href="t1.html">关于开展秋季学期收费检查的通知</a><span>11-24</span></li>
<li><a href="t2.html">2026年第二批拟聘用人员名单公示</a><span>11-20</span></li></ul>)html"),
       two},
      {"Chinese dates, the column's link before the title",
       framed(
           R"html(<ul><li>[<a href="/gggs/">通知公告</a>] <a href="t1.html">关于开展秋季学期收费检查的通知</a> 发布时间：2026年11月24日 浏览 35 次</li>
<li>[<a href="/gggs/">通知公告</a>] <a href="t2.html">2026年第二批拟聘用人员名单公示</a> 发布时间：2026年11月20日 浏览 128 次</li></ul>)html"),
       two},
      {"the date in the link's text",
       framed(R"html(<ul><li><a href="t1.html">关于开展秋季学期收费检查的通知（2026-11-24）</a></li>
<li><a href="t2.html"><span>2026年第二批拟聘用人员名单公示</span><em>2026-11-20</em></a></li></ul>)html"),
       two},
      {"a date that is part of the title stays in it",
       framed(
           R"html(<ul><li><a href="t1.html">2026年11月24日拟聘用人员公示</a><span>2026-11-25</span></li></ul>)html"),
       {"2026-11-25 2026年11月24日拟聘用人员公示 https://e.cn/gggs/t1.html"}},
      {"vsb: rows of a table, a bullet, blank rows between",
       framed(R"html(<table class="winstyle52564" cellspacing="0" width="100%">
<tr id="line52564_0" height="20"><td width="10"><span class="leaderfont52564">· </span></td><td><a class="c52564" href="t1.html" target="_blank" title="关于开展秋季学期收费检查的通知">关于开展秋季学期收费检查的通...</a></td><td width="1%"><span class="timestyle52564">2026/11/24 </span></td></tr>
<tr><td colspan="3" height="1" class="linestyle52564"></td></tr>
<tr id="line52564_1" height="20"><td><span class="leaderfont52564">· </span></td><td><a class="c52564" href="t2.html" target="_blank" title="2026年第二批拟聘用人员名单公示">2026年第二批拟聘用人员名单公示</a></td><td><span class="timestyle52564">2026/11/20 </span></td></tr>
<tr><td colspan="3" height="1" class="linestyle52564"></td></tr>
<tr><td colspan="3" align="center"><table class="listFrame"><tr><td>共128条&nbsp;&nbsp;1/9&nbsp;</td><td><a href="gggs/8.htm">下页</a></td><td><a href="gggs/1.htm">尾页</a></td></tr></table></td></tr></table>)html"),
       two},
      {"zwgk: index number, title, document number, day",
       framed(
           R"html(<div class="zfxxgk_zdgkc"><table class="zfxxgk_list" width="100%"><thead><tr><th>索引号</th><th>名称</th><th>文号</th><th>生成日期</th></tr></thead><tbody>
<tr><td>014000000/2026-00124</td><td><a href="t1.html" mc="关于开展秋季学期收费检查的通知" rq="2026-11-24">关于开展秋季学期收费检查的通知</a></td><td>云教发〔2026〕41号</td><td>2026-11-24</td></tr>
<tr><td>014000000/2026-00120</td><td><a href="t2.html">2026年第二批拟聘用人员名单公示</a></td><td>无</td><td>2026-11-20</td></tr></tbody></table></div>)html"),
       two},
      {"ucap: a heading, a summary and the day of each",
       framed(
           R"html(<div class="gl-content"><ul class="gl-list"><li class="clearfix"><h4><a href="t1.html" target="_blank">关于开展秋季学期收费检查的通知</a></h4><p class="txt">各学校：根据有关规定，现就秋季学期收费检查工作通知如下……</p><p class="date">发布时间：2026-11-24 09:30</p></li>
<li class="clearfix"><h4><a href="t2.html" target="_blank">2026年第二批拟聘用人员名单公示</a></h4><p class="txt">经资格审查、笔试、面试、体检和考察……</p><p class="date">发布时间：2026-11-20 16:00</p></li></ul></div>)html"),
       two},
      {"jcms: records in a script",
       framed(
           R"html(<div id="123"><script type="text/xml"><datastore><totalrecord>2</totalrecord><recordset>
<record><![CDATA[<li><a href="t1.html">关于开展秋季学期收费检查的通知</a><span>2026-11-24</span></li>]]></record>
<record><![CDATA[<li><a href="t2.html">2026年第二批拟聘用人员名单公示</a><span>2026-11-20</span></li>]]></record>
</recordset></datastore></script></div>)html"),
       two},
      {"a base, a pinned row, the same link twice",
       R"html(<html><head><base href="https://e.cn/gggs/"></head><body><ul>
<li class="top"><a href="t1.html">关于开展秋季学期收费检查的通知</a><font color=red>[置顶]</font><span>2026-11-24</span></li>
<li class="even"><a href="t2.html">2026年第二批拟聘用人员名单公示</a><span>2026-11-20</span></li>
<li><a href="t1.html">关于开展秋季学期收费检查的通知</a><span>2026-11-24</span></li></ul></body></html>)html",
       two},
      {"without dates, titles no menu has",
       framed(R"html(<ul class="list"><li><a href="t1.html">关于开展秋季学期收费检查的通知</a></li>
<li><a href="t2.html">2026年第二批拟聘用人员名单公示</a></li><li><a href="t3.html">关于调整城区学校招生范围的公告</a></li></ul>)html"),
       {"- 关于开展秋季学期收费检查的通知 https://e.cn/gggs/t1.html",
        "- 2026年第二批拟聘用人员名单公示 https://e.cn/gggs/t2.html",
        "- 关于调整城区学校招生范围的公告 https://e.cn/gggs/t3.html"}},
      {"rows opened by scripts are passed over",
       framed(
           R"html(<ul><li><a href="javascript:void(0)" onclick="show(1)">内部资料下载专区入口</a><span>2026-11-24</span></li>
<li><a href="t1.html">关于开展秋季学期收费检查的通知</a><span>2026-11-24</span></li><li><a href="t2.html">2026年第二批拟聘用人员名单公示</a><span>2026-11-20</span></li></ul>)html"),
       two},
      {"rows whose script opens the page",
       framed(
           R"html(<ul><li><a href="javascript:void(0);" onclick="window.open('t1.html','_blank');return false">关于开展秋季学期收费检查的通知</a><span>2026-11-24</span></li>
<li><a href="javascript:openPage(3,'/gggs/t2.html')">2026年第二批拟聘用人员名单公示</a><span>2026-11-20</span></li>
<li><a href="#" onclick="vote('是','否')">您对本次收费检查是否满意调查</a><span>2026-11-19</span></li></ul>)html"),
       two},
      {"rows that are pressed as a whole, without a link",
       framed(
           R"html(<ul><li onclick="window.open('t1.html')"><span class="tit">关于开展秋季学期收费检查的通知</span><span>2026-11-24</span></li>
<li onclick="location.href='/gggs/t2.html'"><span class="tit">2026年第二批拟聘用人员名单公示</span><span>2026-11-20</span></li></ul>)html"),
       two},
      {"rows that are pressed as a whole and hold a link: the link",
       framed(
           R"html(<ul><li onclick="location.href='/track.html'"><a href="t1.html">关于开展秋季学期收费检查的通知</a><span>2026-11-24</span></li>
<li onclick="location.href='/track.html'"><a href="t2.html">2026年第二批拟聘用人员名单公示</a><span>2026-11-20</span></li></ul>)html"),
       two},
      {"day and month apart, the month by name or before its year",
       framed(
           R"html(<ul><li><div class="d">24<em>11月</em></div><a href="t1.html">关于开展秋季学期收费检查的通知</a></li>
<li><div class="d"><b>20</b><i>11/2026</i></div><a href="t2.html">2026年第二批拟聘用人员名单公示</a></li></ul>)html"),
       two},
      {"a table with the day a document was made and the day it was published",
       framed(
           R"html(<table><tr><th>标题</th><th>成文日期</th><th>发布日期</th></tr><tr><td><a href="t1.html">关于开展秋季学期收费检查的通知</a></td><td>2026-10-08</td><td>2026-11-24</td></tr>
<tr><td><a href="t2.html">2026年第二批拟聘用人员名单公示</a></td><td>2026-10-09</td><td>2026-11-20</td></tr></table>)html"),
       two},
      {"a card that is all link: title, summary, day",
       framed(
           R"html(<ul><li><a href="t1.html"><p class="tit">关于开展秋季学期收费检查的通知</p><p>各学校：根据有关规定，现就收费检查工作通知如下……</p><p>2026-11-24</p></a></li>
<li><a href="t2.html"><div>2026年第二批拟聘用人员名单公示</div><div>经资格审查、笔试、面试、体检和考察……</div><div>2026-11-20</div></a></li></ul>)html"),
       two},
      {"an array in a script",
       framed(
           R"html(<div id="list"></div><script>var total=2,rows=[{"id":7,"title":"关于开展秋季学期收费检查的通知","linkUrl":"t1.html","publishTime":"2026-11-24 09:30:00"},
{"id":6,"title":"2026年第二批拟聘用人员名单公示","linkUrl":"t2.html","publishTime":1795153800000}];render(rows);</script>)html"),
       two},
      {"the data behind a list, its address given by staff",
       R"json({"code":200,"data":{"total":2,"tags":["a"],"records":[{"articleTitle":"关于开展秋季学期收费检查的通知","url":"/gggs/t1.html","releaseTime":"2026-11-24T09:30:00+08:00"},
{"articleTitle":"2026年第二批拟聘用人员名单公示","url":"/gggs/t2.html","releaseTime":"2026-11-20T16:00:00+08:00"}]}})json",
       two},
  };
}

} // namespace heiban
