#include "ledger/words.h"
#include "ledger/year_report.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kDaysNamed = 5;

int count(const YearReport& report, PeriodVerdict verdict) {
  return static_cast<int>(std::ranges::count(report.periods, verdict, &PeriodReport::verdict));
}

std::string verdict_zh(PeriodVerdict verdict) {
  return verdict == PeriodVerdict::Kept     ? "完整"
         : verdict == PeriodVerdict::Missed ? "有缺漏"
                                            : "正在公示";
}

std::string missed_zh(const PeriodReport& period) {
  std::string out;
  for (size_t i = 0; i < std::min(kDaysNamed, period.missed.size()); ++i)
    out += fmt::format("{}{}月{}日", i ? "、" : "", period.missed[i].month, period.missed[i].day);
  if (period.missed.size() > kDaysNamed)
    out += fmt::format("等{}天", period.missed.size());
  return out.empty() ? "" : fmt::format("{}（{}）", out, period.reason);
}

std::string periods_zh(const YearReport& report) {
  if (report.periods.empty())
    return "没有公示事项。";
  std::string out = fmt::format("公示事项{}项，其中公示期内每个开放日都完整展示的{}项",
                                report.periods.size(), count(report, PeriodVerdict::Kept));
  if (const int missed = count(report, PeriodVerdict::Missed))
    out += fmt::format("，有缺漏的{}项", missed);
  if (const int running = count(report, PeriodVerdict::Running))
    out += fmt::format("，正在公示的{}项", running);
  return out + "。";
}

std::string taken_down_zh(const YearReport& report) {
  std::string out;
  if (report.withdrawn > 0)
    out += fmt::format("撤下信息{}条。", report.withdrawn);
  if (report.stops > 0)
    out += fmt::format("紧急断播{}次。", report.stops);
  if (report.not_whole > 0)
    out += fmt::format("另有{}条信息没有完整展示过，未计入。", report.not_whole);
  return out;
}

// The paragraph a yearly report quotes.
std::string paragraph(const YearReport& report) {
  std::string out = fmt::format("{}年，{}通过政务大厅公告屏主动公开信息{}条", report.year,
                                report.bureau, report.notices);
  for (size_t i = 0; i < report.categories.size(); ++i)
    out += fmt::format("{}{}{}条", i ? "、" : "，其中", report.categories[i].category,
                       report.categories[i].notices);
  out += "。" + periods_zh(report);
  out += fmt::format("公告屏开屏{}天，共{}", report.days_on_air, hours_zh(report.on_air_seconds));
  out += report.interruptions > 0 ? fmt::format("；中断{}次，共{}。", report.interruptions,
                                                seconds_zh(report.interrupted_seconds))
                                  : "，没有中断。";
  out += taken_down_zh(report);
  if (!report.first_day.empty())
    out += fmt::format("（展示记录自{}起。）",
                       date_zh(beijing(read_iso(report.first_day).value()).date));
  return out;
}

std::string chain_zh(const YearReport& report) {
  return report.chain_holds
             ? "展示记录经核验完整。"
             : "展示记录核验未通过，请先运行 heiban ledger verify 查明，本表不能使用。";
}

std::string category_table(const YearReport& report) {
  std::string out = "<table>\n<caption>按栏目</caption>\n<thead><tr><th>栏目</th><th>条数</th>"
                    "<th>完整展示（遍）</th><th>累计时长</th></tr></thead>\n<tbody>\n";
  int complete = 0;
  int64_t seconds = 0;
  for (const CategoryCount& one : report.categories) {
    complete += one.complete;
    seconds += one.seconds;
    out += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                       html_text(one.category), one.notices, one.complete, hours_zh(one.seconds));
  }
  return out + fmt::format("<tr><td>合计</td><td>{}</td><td>{}</td><td>{}</td></tr>\n</tbody>\n"
                           "</table>\n",
                           report.notices, complete, hours_zh(seconds));
}

std::string span_zh(const LedgerName& name) {
  return fmt::format("{}至{}", date_zh(beijing(*name.period_from).date),
                     date_zh(beijing(*name.period_to - 1).date));
}

std::string period_table(const YearReport& report) {
  if (report.periods.empty())
    return "";
  std::string out =
      "<table>\n<caption>公示事项</caption>\n<thead><tr><th>公示</th><th>公示期</th>"
      "<th>应展示<br>（天）</th><th>已展示<br>（天）</th><th>结　论</th></tr></thead>\n<tbody>\n";
  for (const PeriodReport& one : report.periods)
    out += fmt::format("<tr><td class=\"text\">{}</td><td>{}</td><td>{}</td><td>{}</td>"
                       "<td class=\"text\">{}{}</td></tr>\n",
                       html_text(one.name.title), span_zh(one.name), one.days_due, one.days_kept,
                       verdict_zh(one.verdict),
                       one.missed.empty() ? "" : "：" + html_text(missed_zh(one)));
  return out + "</tbody>\n</table>\n";
}

} // namespace

std::string year_report_text(const YearReport& report) {
  std::string out = paragraph(report) + chain_zh(report) + "\n\n按栏目：\n";
  for (const CategoryCount& one : report.categories)
    out += fmt::format("  {}：{}条，完整展示{}遍，累计{}\n", one.category, one.notices,
                       one.complete, hours_zh(one.seconds));
  if (report.periods.empty())
    return out;
  out += "\n公示事项：\n";
  for (const PeriodReport& one : report.periods)
    out += fmt::format("  ［{}］《{}》，{}，应展示{}天，已展示{}天{}\n", verdict_zh(one.verdict),
                       one.name.title, span_zh(one.name), one.days_due, one.days_kept,
                       one.missed.empty() ? "" : "；缺：" + missed_zh(one));
  return out;
}

std::string year_report_html(const YearReport& report) {
  std::string body = fmt::format("<h1>{}年政务大厅公告屏<br>信息公开情况</h1>\n", report.year);
  body += fmt::format("<p>{}</p>\n", html_text(paragraph(report)));
  body += category_table(report) + period_table(report);
  body +=
      fmt::format("<p{}>{}</p>\n", report.chain_holds ? "" : " class=\"bad\"", chain_zh(report));
  body += fmt::format("<div class=\"signed\">\n<p>{}</p>\n<p>{}</p>\n</div>\n",
                      html_text(report.bureau), date_zh(beijing(report.made_at).date));
  return html_page(fmt::format("{}年政务大厅公告屏信息公开情况", report.year), body);
}

} // namespace heiban
