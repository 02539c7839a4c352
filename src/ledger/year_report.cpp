#include "ledger/year_report.h"

#include "ledger/words.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr int64_t kShortGap = kMinute;

int64_t open_seconds(const YearFacts& facts, Instant from, Instant to) {
  int64_t out = 0;
  for (const OpenSpan& open : facts.open_spans(from, to))
    out += open.to - open.from;
  return out;
}

void count_category(YearReport& report, const NoticeAccount& notice) {
  const std::string category = notice.name.category.empty() ? "未分类" : notice.name.category;
  auto found = std::ranges::find(report.categories, category, &CategoryCount::category);
  if (found == report.categories.end()) {
    report.categories.push_back({category});
    found = std::prev(report.categories.end());
  }
  ++found->notices;
  found->complete += notice.tally.complete;
  found->seconds += notice.tally.seconds;
}

// What kept the notice from standing whole on that day, as far as the board's own day tells.
std::string why_missed(const LedgerAccounts& accounts, CivilDate date) {
  const auto day = accounts.days.find(date);
  if (day == accounts.days.end())
    return "当日无记录";
  const LedgerGap* longest = nullptr;
  for (const LedgerGap& gap : day->second.gaps)
    if (gap.cause != "off hours" && (!longest || gap.to - gap.from > longest->to - longest->from))
      longest = &gap;
  if (longest && longest->to - longest->from >= kShortGap)
    return cause_zh(longest->cause);
  return "当日未完整展示";
}

void count_day(PeriodReport& out, const NoticeAccount& notice, const LedgerAccounts& accounts,
               CivilDate date) {
  ++out.days_due;
  const auto day = notice.days.find(date);
  if (day != notice.days.end() && day->second.complete > 0) {
    ++out.days_kept;
    return;
  }
  out.missed.push_back(date);
  const std::string why = why_missed(accounts, date);
  if (out.reason.find(why) == std::string::npos)
    out.reason += (out.reason.empty() ? "" : "、") + why;
}

PeriodReport period_of(const NoticeAccount& notice, const LedgerAccounts& accounts,
                       const YearFacts& facts) {
  PeriodReport out;
  out.name = notice.name;
  const Instant from = std::max(*notice.name.period_from, beijing_midnight({facts.year, 1, 1}));
  const Instant end = std::min(*notice.name.period_to, beijing_midnight({facts.year + 1, 1, 1}));
  const CivilDate today = beijing(facts.now).date;
  // A day in the middle of which the period begins is not counted (民法典 art. 201).
  CivilDate date = beijing(from).date;
  if (beijing_midnight(date) < from)
    date = add_days(date, 1);
  for (; beijing_midnight(date) < end && date < today; date = add_days(date, 1))
    if (open_seconds(facts, beijing_midnight(date), beijing_midnight(add_days(date, 1))) > 0)
      count_day(out, notice, accounts, date);
  const bool over = *notice.name.period_to <= facts.now;
  const bool withdrawn = std::ranges::any_of(notice.notes, [&](const LedgerNote& note) {
    return note.event == "withdrawn" && note.at < *notice.name.period_to;
  });
  if (withdrawn && !out.missed.empty())
    out.reason = "公示期内撤下";
  out.verdict = !out.missed.empty() ? PeriodVerdict::Missed
                : over              ? PeriodVerdict::Kept
                                    : PeriodVerdict::Running;
  return out;
}

void count_days(YearReport& report, const LedgerAccounts& accounts, const YearFacts& facts) {
  Instant counted_to; // a gap over midnight is one interruption
  for (const auto& [date, day] : accounts.days) {
    report.days_on_air += day.on_air_seconds > 0;
    report.on_air_seconds += day.on_air_seconds;
    for (const LedgerGap& gap : day.gaps) {
      const int64_t open = gap.cause == "off hours" ? 0 : open_seconds(facts, gap.from, gap.to);
      if (open < kShortGap)
        continue;
      report.interruptions += gap.from != counted_to;
      report.interrupted_seconds += open;
      counted_to = gap.to;
    }
  }
}

} // namespace

YearReport year_report(const LedgerAccounts& accounts, const Verification& chain,
                       const YearFacts& facts) {
  YearReport report;
  report.year = facts.year;
  report.bureau = facts.bureau;
  report.made_at = facts.now;
  report.chain_holds = chain.broken.empty();
  if (chain.first_day > iso_date({facts.year, 1, 1}))
    report.first_day = chain.first_day;
  for (const NoticeAccount& notice : accounts.notices) {
    report.withdrawn += !notice.notes.empty();
    if (notice.tally.seconds == 0)
      continue;
    if (notice.tally.complete == 0)
      ++report.not_whole;
    else
      ++report.notices, count_category(report, notice);
    if (notice.name.period_from && notice.name.period_to)
      report.periods.push_back(period_of(notice, accounts, facts));
  }
  std::ranges::stable_sort(report.categories, std::greater<>(), &CategoryCount::notices);
  count_days(report, accounts, facts);
  for (const LedgerNote& note : accounts.notes)
    report.stops += note.event == "stop";
  return report;
}

} // namespace heiban
