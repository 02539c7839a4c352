#include "notice/fee_versions.h"

#include "notice/fee_notice.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace heiban {
namespace {

// Versions without a first day of their own come before all others.
bool begins_before(const Notice* a, const Notice* b) {
  return a->valid_from < b->valid_from; // nothing is less than any instant
}

bool is_coming(const Notice& notice, Instant now) {
  return notice.valid_from && *notice.valid_from > now;
}

bool has_id(const std::vector<Notice>& notices, const std::string& id) {
  return std::ranges::find(notices, id, &Notice::id) != notices.end();
}

std::string day_zh(Instant at) {
  return date_zh(beijing(at).date);
}

// Where the versions that begin after `versions[i]` begin; two of one day stand side by side.
std::optional<Instant> successor_begins(const std::vector<Notice*>& versions, size_t i) {
  for (size_t next = i + 1; next < versions.size(); ++next)
    if (versions[next]->valid_from != versions[i]->valid_from)
      return versions[next]->valid_from;
  return {};
}

void end_with_successor(Notice& one, Instant next, Instant now,
                        std::vector<std::string>& findings) {
  if (one.valid_to && *one.valid_to < next)
    findings.push_back(fmt::format("《{}》截止以后，要到{}才有新版；这几天仍显示原来的版本，"
                                   "请核对两个日期（F5）",
                                   one.title, day_zh(next)));
  one.valid_to = next;
  announce(one, next > now ? std::optional(next) : std::nullopt);
}

void tell_of_end(const Notice& last, Instant now, std::vector<std::string>& findings) {
  if (last.valid_to && *last.valid_to > now)
    findings.push_back(fmt::format("《{}》执行到{}，此后从屏幕上撤下；请在此前放上新版（F5）",
                                   last.title, day_zh(*last.valid_to - kDay)));
  else if (last.valid_to)
    findings.push_back(fmt::format("《{}》的执行期限已过，没有上屏；请放上新版（F5）", last.title));
}

// The versions of each series, earliest first, each ending where the next begins.
void chain(std::vector<Notice>& fresh, Instant now, std::vector<std::string>& findings) {
  std::map<std::string, std::vector<Notice*>> series;
  for (Notice& notice : fresh)
    series[fee_series_of(notice)].push_back(&notice);
  for (auto& [name, versions] : series) {
    std::ranges::stable_sort(versions, begins_before);
    for (size_t i = 0; i < versions.size(); ++i) {
      if (const std::optional<Instant> next = successor_begins(versions, i))
        end_with_successor(*versions[i], *next, now, findings);
      else
        tell_of_end(*versions[i], now, findings);
      if (i > 0 && versions[i]->valid_from == versions[i - 1]->valid_from)
        findings.push_back(fmt::format("《{}》和《{}》的执行日期相同，分不出新旧，两张表都显示；"
                                       "请写明各自的执行日期（F5）",
                                       versions[i - 1]->title, versions[i]->title));
    }
  }
}

// The earliest first moment of the versions that take the place of one that stands; at most `now`
// where one of them is in force already.
Instant succession(const Notice& standing, const std::vector<Notice>& fresh, Instant now) {
  const std::string series = fee_series_of(standing);
  const bool has_heir =
      std::ranges::any_of(fresh, [&](const Notice& one) { return fee_series_of(one) == series; });
  std::optional<Instant> first;
  for (const Notice& one : fresh) {
    if (has_heir && fee_series_of(one) != series)
      continue;
    const Instant begins = one.valid_from.value_or(now);
    first = std::min(first.value_or(begins), begins);
  }
  return first.value_or(now);
}

void warn_of_nothing_in_force(const std::vector<Notice>& notices, Instant now,
                              std::vector<std::string>& findings) {
  const bool stands = std::ranges::any_of(notices, [&](const Notice& one) {
    return !is_coming(one, now) && (!one.valid_to || *one.valid_to > now);
  });
  if (stands || notices.empty())
    return;
  const auto first = std::ranges::min_element(
      notices, {}, [](const Notice& one) { return one.valid_from.value_or(Instant{}); });
  if (is_coming(*first, now))
    findings.push_back(fmt::format("现在没有正在执行的收费表：《{}》自{}起才上屏（F5）",
                                   first->title, day_zh(*first->valid_from)));
}

} // namespace

FeeVersions follow_on(std::vector<Notice> fresh, const std::vector<Notice>& before, Instant now) {
  FeeVersions out;
  chain(fresh, now, out.findings);
  std::vector<Notice> standing;
  for (const Notice& one : before) {
    const bool over = one.valid_to && *one.valid_to <= now;
    if (over || has_id(fresh, one.id))
      continue;
    Notice& ending = standing.emplace_back(one);
    const Instant next = is_coming(one, now) ? now : std::max(now, succession(one, fresh, now));
    ending.valid_to = next;
    announce(ending, next > now ? std::optional(next) : std::nullopt);
  }
  out.notices = std::move(fresh);
  out.notices.insert(out.notices.end(), std::make_move_iterator(standing.begin()),
                     std::make_move_iterator(standing.end()));
  warn_of_nothing_in_force(out.notices, now, out.findings);
  return out;
}

} // namespace heiban
