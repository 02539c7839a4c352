#include "app/own_pages.h"

#include "config/opening_hours.h"
#include "programme/period.h"

#include <fmt/format.h>

namespace heiban {
namespace {

constexpr int64_t kNew = 3 * kDay;
constexpr int kLookAhead = 31; // days

IndexMark mark_of(const Notice& notice, std::optional<Instant> dated, Instant at) {
  if (notice.urgency == Urgency::Urgent)
    return IndexMark::Urgent;
  if (in_public_notice(notice, at))
    return IndexMark::Objection;
  return dated && at - *dated < kNew ? IndexMark::New : IndexMark::None;
}

IndexEntry entry_of(const Notice& notice, Instant at) {
  IndexEntry entry{notice.category, notice.title, "", IndexMark::None};
  const std::optional<Instant> dated = notice.published ? notice.published : notice.updated;
  if (dated) {
    const CivilDate date = beijing(*dated).date;
    const bool this_year = date.year == beijing(at).date.year;
    entry.date = this_year ? fmt::format("{}月{}日", date.month, date.day) : date_zh(date);
  }
  entry.mark = mark_of(notice, dated, at);
  return entry;
}

// 今天13:30, 明天（星期三）8:30, 11月30日（星期一）8:30
std::string moment_from(CivilDate today, Instant at) {
  const CivilTime time = beijing(at);
  const int64_t days = days_since_epoch(time.date) - days_since_epoch(today);
  const std::string day = days == 0   ? "今天"
                          : days == 1 ? "明天"
                                      : fmt::format("{}月{}日", time.date.month, time.date.day);
  const std::string name = days == 0 ? "" : fmt::format("（{}）", weekday_zh(time.date));
  return fmt::format("{}{}{}", day, name, clock_zh(time));
}

} // namespace

std::vector<IndexEntry> index_entries(const Edition& edition, Instant at) {
  std::vector<IndexEntry> entries;
  for (const EditionNotice& one : edition.notices) // newest first; page groups them by category
    if (valid_at(one, at))
      entries.push_back(entry_of(one.notice, at));
  return entries;
}

QuietWords quiet_words(const ProgrammeRules& rules, Instant at) {
  QuietWords words;
  const CivilDate today = beijing(at).date;
  const Instant opens = next_change(rules.hours, rules.holidays, at, kLookAhead);
  if (is_open(rules.hours, rules.holidays, opens))
    words.next_opening = moment_from(today, opens) + " 开放";
  if (const std::string name = rules.holidays.holiday_name(today); !name.empty())
    words.reason = name + "放假";
  return words;
}

std::string key_of(const std::vector<IndexEntry>& entries) {
  std::string key;
  for (const IndexEntry& entry : entries)
    key += fmt::format("{}\t{}\t{}\t{}\n", entry.category, entry.title, entry.date,
                       static_cast<int>(entry.mark));
  return key;
}

std::string key_of(const QuietWords& words) {
  return fmt::format("{}\t{}", words.next_opening, words.reason);
}

} // namespace heiban
