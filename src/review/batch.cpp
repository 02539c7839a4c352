#include "review/batch.h"

#include "base/hash.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_set>

namespace heiban {
namespace {

// A list of three going to one is an ordinary day; of forty going to three it is a fault.
constexpr size_t kSmallFeed = 4;
constexpr size_t kFewLinks = 3; // notices with links, before "all foreign" says anything
constexpr int kAbsentPolls = 2;

using Ids = std::unordered_set<std::string_view>;

Ids ids_of(const Batch& batch) {
  Ids ids;
  ids.reserve(batch.notices.size());
  for (const Notice& notice : batch.notices)
    ids.insert(notice.id);
  return ids;
}

bool is_in(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The source itself took it down, or its page is gone. Of a notice, now or before.
template <class Any>
bool is_taken_down(const Batch& batch, const Any& notice) {
  return is_in(batch.withdrawn_ids, notice.id) || is_in(batch.gone_ids, notice.id) ||
         is_taken_back(batch, notice.id, notice.published);
}

// What the source says it took down is no loss: only what vanished without a word counts.
BatchProblem shrunk(const Batch& batch, const Previous& previous) {
  Ids ids;
  for (const Notice& notice : batch.notices)
    if (!is_taken_down(batch, notice))
      ids.insert(notice.id);
  const size_t now = ids.size();
  const auto before = static_cast<size_t>(
      std::count_if(previous.begin(), previous.end(), [&](const PreviousNotice& notice) {
        return notice.kind != VerdictKind::Withdrawn && notice.absent_polls == 0 &&
               !is_taken_down(batch, notice);
      }));
  if (now == 0 && before > 0)
    return {"shrunk", fmt::format("来源这次是空的（上次有 {} 条），保留上一次的内容", before)};
  if (before < kSmallFeed || now * 2 >= before)
    return {};
  return {"shrunk",
          fmt::format("来源从 {} 条减到 {} 条，少了一半以上，保留上一次的内容", before, now)};
}

// An item edited after staff approved it counts as new.
bool was_approved(const PreviousNotice& before, const std::vector<Decision>& decisions) {
  return std::any_of(decisions.begin(), decisions.end(), [&](const Decision& decision) {
    return decision.approve && decision.notice_id == before.id &&
           decision.content_hash == before.content_hash;
  });
}

BatchProblem flood(const Batch& batch, const Previous& previous,
                   const std::vector<Decision>& decisions, int most) {
  if (previous.empty())
    return {};
  std::map<std::string_view, const PreviousNotice*> known;
  for (const PreviousNotice& notice : previous)
    known.emplace(notice.id, &notice);
  std::set<std::string_view> fresh;
  for (const Notice& notice : batch.notices) {
    const auto before = known.find(notice.id);
    if (before == known.end() || (before->second->content_hash != notice.content_hash &&
                                  was_approved(*before->second, decisions)))
      fresh.insert(notice.id);
  }
  if (fresh.size() <= static_cast<size_t>(std::max(0, most)))
    return {};
  return {"flood", fmt::format("一次出现 {} 条新内容，超过 {} 条的上限，保留上一次的内容",
                               fresh.size(), most)};
}

BatchProblem all_foreign(const Batch& batch, const Previous& previous, const FeedSpec& feed) {
  if (previous.empty())
    return {};
  const LinkRules rules(feed);
  size_t with_links = 0;
  for (const Notice& notice : batch.notices) {
    std::vector<std::string> links = notice.links;
    links.push_back(notice.link);
    bool remote = false;
    for (const std::string& link : links) {
      const LinkTarget target = link_target(link);
      if (target.kind != LinkKind::Remote)
        continue;
      if (rules.allows(target))
        return {};
      remote = true;
    }
    with_links += remote;
  }
  if (with_links < kFewLinks)
    return {};
  return {"all-foreign", fmt::format("全部 {} 条内容的链接都指向允许名单之外的网站，"
                                     "保留上一次的内容",
                                     with_links)};
}

std::optional<Instant> date_of(const Notice& notice) {
  return notice.published ? notice.published : notice.updated;
}

// The oldest date among the items that stand in the feed's own order. Items pinned on top of a
// newest-first feed are older than what follows and say nothing of how far back the feed reaches.
std::optional<Instant> oldest_in_order(const Batch& batch) {
  std::vector<Instant> dates;
  for (const Notice& notice : batch.notices)
    if (const auto date = date_of(notice))
      dates.push_back(*date);
  int falls = 0;
  for (size_t i = 1; i < dates.size(); ++i)
    falls += (dates[i] < dates[i - 1]) - (dates[i] > dates[i - 1]);
  if (falls < 0)
    std::reverse(dates.begin(), dates.end());
  std::optional<Instant> newest_after, oldest;
  for (size_t i = dates.size(); i-- > 0;) {
    if (newest_after && dates[i] < *newest_after)
      continue; // pinned
    if (!oldest || dates[i] < *oldest)
      oldest = dates[i];
    newest_after = std::max(newest_after.value_or(dates[i]), dates[i]);
  }
  return oldest;
}

Verdict withdrawn(const PreviousNotice& notice, std::string rule, std::string reason) {
  return {notice.id, notice.content_hash, VerdictKind::Withdrawn, std::move(rule),
          std::move(reason)};
}

} // namespace

bool is_taken_back(const Batch& batch, std::string_view id,
                   const std::optional<Instant>& published) {
  return std::ranges::any_of(batch.taken_back, [&](const TakenBack& one) {
    return one.id == id && (!one.sent || !published || *published <= *one.sent);
  });
}

BatchProblem batch_problem(const Batch& batch, const Previous& previous,
                           const std::vector<Decision>& decisions, const ReviewRules& rules) {
  if (auto problem = shrunk(batch, previous); !problem.rule.empty())
    return problem;
  if (auto problem = all_foreign(batch, previous, rules.feed); !problem.rule.empty())
    return problem;
  return flood(batch, previous, decisions, rules.settings.max_new_at_once);
}

std::string batch_hash_of(const Batch& batch) {
  std::set<std::string> lines;
  for (const Notice& notice : batch.notices)
    lines.insert(notice.id + " " + notice.content_hash + "\n");
  std::string all;
  for (const std::string& line : lines)
    all += line;
  return sha256_hex(all);
}

std::vector<Verdict> tombstones(const Batch& batch, const Previous& previous) {
  std::vector<Verdict> verdicts;
  for (const PreviousNotice& notice : previous) {
    if (notice.kind == VerdictKind::Withdrawn)
      continue;
    if (is_taken_back(batch, notice.id, notice.published))
      verdicts.push_back(withdrawn(notice, kCancelled, kCancelledReason));
    else if (is_in(batch.withdrawn_ids, notice.id))
      verdicts.push_back(withdrawn(notice, "tombstone", "来源已撤下这条内容"));
    else if (is_in(batch.gone_ids, notice.id))
      verdicts.push_back(withdrawn(notice, kPageGone, kPageGoneReason));
  }
  return verdicts;
}

std::vector<Verdict> absences(const Batch& batch, const Previous& previous) {
  std::vector<Verdict> verdicts;
  const Ids here = ids_of(batch);
  const std::optional<Instant> oldest = oldest_in_order(batch);
  for (const PreviousNotice& notice : previous) {
    if (notice.kind == VerdictKind::Withdrawn || here.contains(notice.id) ||
        is_taken_down(batch, notice))
      continue;
    const bool reaches_back = oldest && notice.published && *oldest < *notice.published;
    if (reaches_back && notice.absent_polls + 1 >= kAbsentPolls)
      verdicts.push_back(withdrawn(notice, "absent", "连续两次不在来源里，而更早的内容还在"));
  }
  return verdicts;
}

std::vector<Verdict> all_gone(const Batch& batch, const Previous& previous) {
  std::vector<Verdict> verdicts;
  for (const PreviousNotice& notice : previous)
    if (notice.kind != VerdictKind::Withdrawn && !is_taken_down(batch, notice))
      verdicts.push_back(withdrawn(notice, "emptied", "来源已清空，工作人员已确认"));
  return verdicts;
}

} // namespace heiban
