// year_report: what the bureau's yearly report on open government says of the board: how many items
// it made public, by category, 公示 kept and missed, hours on air; as a value, a text and a paper.
// `heiban ledger report` prints it; the value is what tests look at.
// It counts what the ledger saw, nothing else: a year longer than the ledger says so.
#pragma once

#include "ledger/account.h"

#include <string>
#include <vector>

namespace heiban {

struct CategoryCount {
  std::string category; // 未分类 where a notice had none
  int notices = 0, complete = 0;
  int64_t seconds = 0;
};

enum class PeriodVerdict { Kept, Missed, Running };

struct PeriodReport { // a notice's 公示期
  LedgerName name;
  PeriodVerdict verdict = PeriodVerdict::Running;
  int days_due = 0, days_kept = 0; // opening days of the period that are over, in this year
  std::vector<CivilDate> missed;   // those without one complete showing
  std::string reason;              // Chinese: why, where something was missed
};

struct YearReport {
  int year = 0;
  std::string bureau;
  Instant made_at;
  std::string first_day;                 // of the ledger, where it begins within the year
  int notices = 0;                       // different ones that stood whole at least once
  int not_whole = 0;                     // stood, but never all pages
  std::vector<CategoryCount> categories; // the largest first
  std::vector<PeriodReport> periods;
  int days_on_air = 0;
  int64_t on_air_seconds = 0;
  int interruptions = 0; // crash, power, clock, stopped; a minute and more of opening hours
  int64_t interrupted_seconds = 0;
  int withdrawn = 0, stops = 0; // notices taken down; 紧急断播
  bool chain_holds = true;
};

struct YearFacts {
  int year = 2026;
  std::string bureau;
  Instant now;
  OpenSpans open_spans;
};

YearReport year_report(const LedgerAccounts& accounts, const Verification& chain,
                       const YearFacts& facts);

std::string year_report_text(const YearReport& report);
std::string year_report_html(const YearReport& report);

} // namespace heiban
