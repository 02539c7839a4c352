#include "ledger/certificate.h"

#include "ledger/words.h"

#include <fmt/format.h>

namespace heiban {
namespace {

constexpr int64_t kShortGap = kMinute; // a restart; shorter ones are not named
constexpr size_t kGapsNamed = 3;       // of one day

std::string hour_minute(Instant at) {
  const CivilTime time = beijing(at);
  return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

// 10:02—10:15断电或重启; 24:00 for a day's end.
std::string gap_zh(const LedgerGap& gap, CivilDate date) {
  const bool to_midnight = gap.to == beijing_midnight(add_days(date, 1));
  return fmt::format("{}—{} {}", hour_minute(gap.from), to_midnight ? "24:00" : hour_minute(gap.to),
                     cause_zh(gap.cause));
}

// What of the opening hours nothing stood in: a machine switched off for the night is no gap.
std::string gaps_zh(const CertificateFacts& facts, CivilDate date) {
  const std::vector<OpenSpan> hours =
      facts.open_spans(beijing_midnight(date), beijing_midnight(add_days(date, 1)));
  if (hours.empty())
    return "非开放日";
  const auto day = facts.days.find(date);
  if (day == facts.days.end())
    return "无记录";
  std::vector<std::string> named;
  for (const LedgerGap& gap : day->second.gaps)
    for (const OpenSpan& open : hours) {
      const LedgerGap part{std::max(gap.from, open.from), std::min(gap.to, open.to), gap.cause};
      if (gap.cause != "off hours" && part.to - part.from >= kShortGap)
        named.push_back(gap_zh(part, date));
    }
  std::string out;
  for (size_t i = 0; i < std::min(kGapsNamed, named.size()); ++i)
    out += (i ? "；" : "") + named[i];
  if (named.size() > kGapsNamed)
    out += fmt::format(" 等{}次", named.size());
  return out.empty() ? "无" : out;
}

std::string named(const LedgerName& name) {
  std::string out = fmt::format("《{}》", html_text(name.title));
  std::string remarks = name.doc_number;
  if (!name.category.empty())
    remarks += (remarks.empty() ? "" : "，") + ("栏目：" + name.category);
  return remarks.empty() ? out : out + fmt::format("（{}）", html_text(remarks));
}

std::string minute_zh(Instant at) {
  return fmt::format("{}{}", date_zh(beijing(at).date), hour_minute(at));
}

std::string how_it_ended(const CertificateFacts& facts) {
  const NoticeAccount& notice = facts.notice;
  if (!notice.notes.empty()) {
    const LedgerNote& last = notice.notes.back();
    if (last.at >= notice.tally.last - kHour)
      return fmt::format("{}撤下，原因：{}。", minute_zh(last.at),
                         html_text(last.reason.empty() ? "未注明" : last.reason));
  }
  return facts.listed_yet ? "截至本证明出具时仍列入公告屏的展示内容。" : "";
}

std::string period_zh(const LedgerName& name) {
  if (!name.period_from || !name.period_to)
    return "";
  return fmt::format("<p>该公告的公示期为{}至{}。</p>\n", date_zh(beijing(*name.period_from).date),
                     date_zh(beijing(*name.period_to - 1).date));
}

std::string body_zh(const CertificateFacts& facts) {
  const NoticeAccount& notice = facts.notice;
  const Tally& tally = notice.tally;
  if (tally.seconds == 0)
    return fmt::format("<p>{}在公告屏的现存记录中没有展示过。</p>\n", named(notice.name));
  const int pages = notice.versions.back().pages;
  const std::string whole =
      tally.complete > 0 ? fmt::format("完整展示{}遍，", tally.complete) : "尚未完整展示一遍，";
  return fmt::format("<p>兹证明：{}，共{}页，自{}起至{}止，在{}政务大厅公告屏上公开展示，{}"
                     "各页累计展示{}次、{}。{}</p>\n{}",
                     named(notice.name), pages, minute_zh(tally.first), minute_zh(tally.last),
                     html_text(facts.bureau), whole, tally.showings, seconds_zh(tally.seconds),
                     how_it_ended(facts), period_zh(notice.name));
}

std::string versions_zh(const NoticeAccount& notice) {
  std::string out = "<h2>一、展示的内容</h2>\n<table>\n<thead><tr><th>序号</th>"
                    "<th>内容指纹（SHA-256）</th><th>页数</th><th>首次</th><th>末次</th>"
                    "<th>完整展示<br>（遍）</th><th>累计时长</th></tr></thead>\n<tbody>\n";
  int number = 0;
  for (const VersionAccount& one : notice.versions)
    out += fmt::format("<tr><td>{}</td><td class=\"hash\">{}</td><td>{}</td>"
                       "<td class=\"whole\">{}<br>{}</td><td class=\"whole\">{}<br>{}</td>"
                       "<td>{}</td><td class=\"whole\">{}</td></tr>\n",
                       ++number, html_text(one.content_hash), one.pages,
                       iso_date(beijing(one.tally.first).date), hour_minute(one.tally.first),
                       iso_date(beijing(one.tally.last).date), hour_minute(one.tally.last),
                       one.tally.complete, seconds_zh(one.tally.seconds));
  return out + "</tbody>\n</table>\n";
}

std::string day_row(const CertificateFacts& facts, CivilDate date) {
  const auto day = facts.notice.days.find(date);
  const std::string gaps = gaps_zh(facts, date);
  if (day == facts.notice.days.end())
    return fmt::format("<tr><td class=\"whole\">{}</td><td colspan=\"4\">未展示</td><td "
                       "class=\"text\">{}</td></tr>\n",
                       iso_date(date), gaps);
  const Tally& tally = day->second;
  const bool to_midnight = tally.last == beijing_midnight(add_days(date, 1));
  return fmt::format("<tr><td class=\"whole\">{}</td><td>{}</td><td>{}</td><td>{}</td>"
                     "<td class=\"whole\">{}</td>"
                     "<td class=\"text\">{}</td></tr>\n",
                     iso_date(date), hour_minute(tally.first),
                     to_midnight ? "24:00" : hour_minute(tally.last), tally.complete,
                     seconds_zh(tally.seconds), gaps);
}

std::string days_zh(const CertificateFacts& facts) {
  const Tally& tally = facts.notice.tally;
  std::string out = "<h2>二、逐日展示情况</h2>\n<table>\n<thead><tr><th>日期</th><th>首次</th>"
                    "<th>末次</th><th>完整展示<br>（遍）</th><th>展示时长</"
                    "th><th>公告屏中断<br>（开放时间内）</th>"
                    "</tr></thead>\n<tbody>\n";
  const CivilDate last = beijing(tally.last - 1).date;
  for (CivilDate date = beijing(tally.first).date; date <= last; date = add_days(date, 1))
    out += day_row(facts, date);
  return out + "</tbody>\n</table>\n";
}

std::string day_zh(const std::string& date) {
  const Result<Instant> day = read_iso(date);
  return day ? date_zh(beijing(*day).date) : html_text(date);
}

std::string chain_zh(const Verification& chain) {
  if (!chain.broken.empty()) {
    const BrokenLine& first = chain.broken.front();
    return fmt::format("<p class=\"bad\">核验未通过：记录文件 {} 第 {} 行起与原记录不符。"
                       "本证明不能作为依据。</p>\n",
                       html_text(first.file), first.line);
  }
  return fmt::format("<p>公告屏每分钟记录一次展示内容，各行记录依次用 <span "
                     "class=\"whole\">SHA-256</span> 相连，改动、删除或者"
                     "插入任何一行都能被发现。出具本证明时核验了自{}起的{}个日记录、{}行，"
                     "全部相符。最后一行（记至{}）的校验值为：</p>\n<p class=\"hash\">{}</p>\n",
                     day_zh(chain.first_day), chain.files, chain.lines, minute_zh(chain.until),
                     chain.head);
}

} // namespace

std::string certificate_html(const CertificateFacts& facts) {
  const NoticeAccount& notice = facts.notice;
  const CivilDate today = beijing(facts.made_at).date;
  std::string body = "<h1>公示留痕证明</h1>\n";
  body += fmt::format("<p class=\"number\">编号：{:04}{:02}{:02}-{}-{}</p>\n", today.year,
                      today.month, today.day, html_text(notice.name.notice_id.substr(0, 8)),
                      facts.verification.head.substr(0, 8));
  body += body_zh(facts);
  if (notice.tally.seconds > 0)
    body += versions_zh(notice) + days_zh(facts);
  body += "<h2>三、记录核验</h2>\n" + chain_zh(facts.verification);
  body += fmt::format(
      "<div class=\"notes\">\n<p>注：1. 时间均为北京时间。2. 各页按顺序都展示过一次为完整展示"
      "一遍，停留不足{}秒的不计。3. 内容指纹由公告的标题、正文、日期等计算，内容一字不同，"
      "指纹就不同。4. 复核方法：在公告屏主机上运行 heiban ledger verify --contains 校验值。"
      "</p>\n</div>\n",
      kCountedSeconds);
  body += fmt::format("<div class=\"signed\">\n<p>{}</p>\n<p>{}</p>\n<p class=\"seal\">（盖章）</p>"
                      "\n</div>\n",
                      html_text(facts.bureau), date_zh(today));
  return html_page("公示留痕证明", body);
}

} // namespace heiban
