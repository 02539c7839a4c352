#include "app/take_batch.h"

#include "notice/title_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace heiban {
namespace {

constexpr int kAbsencesCounted = 3;  // more make no difference, and each would be a write
constexpr int kBodiesInReserve = 20; // to follow those that leave
constexpr int64_t kRememberWithdrawn = 30 * kDay;
constexpr int64_t kRememberCancelled = 7 * kDay; // after the Alert's own end

using RecordsById = std::unordered_map<std::string_view, const NoticeRecord*>;
using VerdictsById = std::unordered_map<std::string_view, const Verdict*>;

RecordsById by_id(const std::vector<NoticeRecord>& records) {
  RecordsById out;
  for (const NoticeRecord& record : records)
    out.emplace(record.id, &record);
  return out;
}

VerdictsById by_id(const std::vector<Verdict>& verdicts) {
  VerdictsById out;
  for (const Verdict& verdict : verdicts)
    out.emplace(verdict.notice_id, &verdict);
  return out;
}

NoticeRecord present(Notice notice, const NoticeRecord* before, const TrustedNow& now) {
  const Instant own = notice.published.value_or(now.now);
  const Instant seen = now.trusted ? now.now : std::max(now.now, own);
  NoticeRecord out;
  out.id = notice.id;
  out.content_hash = notice.content_hash;
  out.published = notice.published;
  out.valid_from = notice.valid_from;
  out.valid_to = notice.valid_to;
  out.first_seen = before ? before->first_seen : seen;
  const bool same = before && before->content_hash == notice.content_hash;
  out.content_seen = same ? before->content_seen : seen;
  out.title = notice.title;
  out.link = notice.link;
  out.body = std::move(notice);
  if (before) {
    out.kind = before->kind;
    out.verdict_at = before->verdict_at;
    out.has_stood = before->has_stood;
    out.page_gone = before->page_gone;
  }
  return out;
}

// New notices go before the old ones, in the feed's order; the old keep their places, so that one
// new item does not rewrite them all.
int first_free_position(const std::vector<NoticeRecord>& before, size_t fresh) {
  int lowest = 0;
  for (const NoticeRecord& record : before)
    lowest = std::min(lowest, record.position);
  return lowest - static_cast<int>(fresh);
}

std::vector<std::string> ids_of(const std::vector<Notice>& notices) {
  std::vector<std::string> out;
  for (const Notice& notice : notices)
    out.push_back(notice.id);
  return out;
}

// A list page's articles come a few at a time, and the ones that come later stand further down:
// then all of them take the list's order.
void follow_the_list(std::vector<NoticeRecord>& records, const std::vector<std::string>& order) {
  std::map<std::string_view, NoticeRecord*> by_id;
  for (NoticeRecord& record : records)
    by_id.emplace(record.id, &record);
  std::vector<NoticeRecord*> listed;
  for (const std::string& id : order)
    if (const auto found = by_id.find(id); found != by_id.end())
      listed.push_back(found->second);
  const auto position = [](const NoticeRecord* record) { return record->position; };
  if (listed.empty() || std::ranges::is_sorted(listed, {}, position))
    return;
  int next = std::ranges::min(listed, {}, position)->position;
  for (NoticeRecord* record : listed)
    record->position = next++;
}

// `listed`: the feed names it yet, but took it down.
NoticeRecord absent(const NoticeRecord& before, const VerdictsById& verdicts, bool listed,
                    Instant now) {
  NoticeRecord out = before;
  out.absent_polls = listed ? 0 : std::min(out.absent_polls + 1, kAbsencesCounted);
  if (const auto found = verdicts.find(before.id); found != verdicts.end())
    apply(*found->second, out, now);
  return out;
}

bool has_turn(const NoticeRecord& record) {
  return record.kind != VerdictKind::Withdrawn && record.absent_polls == 0;
}

// The last answer again: the notices it had, in its order, as far as absence is concerned.
Batch same_batch(const std::string& feed, const std::vector<NoticeRecord>& records) {
  std::vector<const NoticeRecord*> present;
  for (const NoticeRecord& record : records)
    if (has_turn(record))
      present.push_back(&record);
  std::stable_sort(present.begin(), present.end(),
                   [](const auto* a, const auto* b) { return a->position < b->position; });
  Batch out;
  out.feed = feed;
  for (const NoticeRecord* record : present) {
    Notice& notice = out.notices.emplace_back();
    notice.id = record->id;
    notice.content_hash = record->content_hash;
    notice.published = record->published;
  }
  return out;
}

// Newest first; notices of one moment in the feed's order.
bool is_newer(const NoticeRecord& a, const NoticeRecord& b) {
  const Instant at = dated_at(a), bt = dated_at(b);
  return at != bt ? at > bt : a.position < b.position;
}

// The records whose bodies are wanted: all with an end of their own, and the newest of the others.
std::set<std::string> wanted(const std::vector<NoticeRecord>& records, const FeedSpec& feed,
                             const ProgrammeSettings& settings, Instant now) {
  std::vector<const NoticeRecord*> living;
  for (const NoticeRecord& record : records)
    if (record.kind != VerdictKind::Withdrawn && !is_over(term_of(record, feed, settings), now))
      living.push_back(&record);
  std::stable_sort(living.begin(), living.end(),
                   [](const auto* a, const auto* b) { return is_newer(*a, *b); });
  std::set<std::string> out;
  int left = feed.keep + kBodiesInReserve;
  for (const NoticeRecord* record : living)
    if (record->valid_to || left-- > 0)
      out.insert(record->id);
  return out;
}

} // namespace

void apply(const Verdict& verdict, NoticeRecord& record, Instant now) {
  if (record.kind != verdict.kind || record.verdict_at == Instant{})
    record.verdict_at = now;
  record.kind = verdict.kind;
  record.rule = verdict.rule;
  record.reason = verdict.reason;
  record.has_stood |= verdict.kind == VerdictKind::Shown;
  if (verdict.kind != VerdictKind::Withdrawn || !record.body)
    return;
  // Its title stays: staff are to see what was taken down, and why. It goes into the ledger too,
  // which keeps no names of persons.
  if (record.body->publicity)
    record.title = title_without_names(*record.body);
  record.body.reset();
}

std::vector<NoticeRecord> take_batch(const std::vector<NoticeRecord>& before, Batch batch,
                                     const ReviewResult& result, const TrustedNow& now) {
  const RecordsById known = by_id(before);
  const VerdictsById verdicts = by_id(result.verdicts);
  std::vector<NoticeRecord> out;
  std::unordered_set<std::string_view> here;
  const std::vector<std::string> order = ids_of(batch.notices);
  const std::unordered_set<std::string_view> listed(order.begin(), order.end());
  size_t fresh = 0;
  for (const std::string& id : batch.kept_ids)
    if (const auto found = known.find(id); found != known.end() && here.insert(id).second) {
      out.push_back(*found->second);
      out.back().absent_polls = 0;
    }
  out.reserve(batch.kept_ids.size() + batch.notices.size());
  for (Notice& notice : batch.notices) {
    const auto verdict = verdicts.find(notice.id);
    if (verdict == verdicts.end() || !here.insert(verdict->first).second)
      continue;
    const auto found = known.find(notice.id);
    const NoticeRecord* old = found == known.end() ? nullptr : found->second;
    NoticeRecord& record = out.emplace_back(present(std::move(notice), old, now));
    apply(*verdict->second, record, now.now);
    record.position = old ? old->position : static_cast<int>(fresh++);
  }
  const int first = first_free_position(before, fresh);
  for (NoticeRecord& record : out)
    if (!known.contains(record.id))
      record.position += first;
  if (!batch.kept_ids.empty())
    follow_the_list(out, order);
  for (const NoticeRecord& record : before)
    if (!here.contains(record.id))
      out.push_back(absent(record, verdicts, listed.contains(record.id), now.now));
  return out;
}

void remember_cancelled(std::vector<NoticeRecord>& records, Batch& batch, Instant now) {
  std::map<std::string, NoticeRecord*> known;
  for (NoticeRecord& record : records)
    known.emplace(record.id, &record);
  std::vector<NoticeRecord> unknown;
  for (const TakenBack& one : batch.taken_back) {
    if (const auto found = known.find(one.id); found != known.end()) {
      if (found->second && found->second->kind == VerdictKind::Withdrawn)
        found->second->rule = kCancelled;
      continue;
    }
    known.emplace(one.id, nullptr);
    NoticeRecord& record = unknown.emplace_back();
    record.id = one.id;
    record.published = one.sent;
    record.first_seen = record.content_seen = record.verdict_at = now;
    record.kind = VerdictKind::Withdrawn;
    record.rule = kCancelled;
    record.reason = kCancelledReason;
  }
  std::ranges::move(unknown, std::back_inserter(records));
  std::map<std::string_view, std::optional<Instant>> ends;
  for (const Notice& notice : batch.notices)
    ends.emplace(notice.id, notice.valid_to);
  for (NoticeRecord& record : records) {
    if (record.rule != kCancelled)
      continue;
    batch.taken_back.push_back({record.id, record.published});
    if (const auto listed = ends.find(record.id); listed != ends.end())
      record.valid_to = listed->second;
  }
}

Previous previous_of(const std::vector<NoticeRecord>& records) {
  Previous out;
  out.reserve(records.size());
  for (const NoticeRecord& record : records)
    out.push_back(
        {record.id, record.content_hash, record.published, record.kind, record.absent_polls});
  return out;
}

std::vector<NoticeRecord> count_absences(const std::vector<NoticeRecord>& before,
                                         const std::string& feed, const ReviewRules& rules,
                                         Instant now) {
  const bool counts = std::any_of(before.begin(), before.end(), [](const NoticeRecord& record) {
    return record.kind != VerdictKind::Withdrawn && record.absent_polls > 0 &&
           record.absent_polls < kAbsencesCounted;
  });
  if (!counts)
    return before;
  const ReviewResult result = review(same_batch(feed, before), previous_of(before), {}, rules, now);
  if (result.keep_previous)
    return before;
  const VerdictsById verdicts = by_id(result.verdicts);
  std::vector<NoticeRecord> out;
  for (const NoticeRecord& record : before)
    out.push_back(record.absent_polls > 0 ? absent(record, verdicts, false, now) : record);
  return out;
}

std::vector<NoticeRecord> judge_again(std::vector<NoticeRecord> records, const std::string& feed,
                                      const std::vector<Decision>& decisions,
                                      const ReviewRules& rules, Instant now) {
  Batch batch;
  batch.feed = feed;
  for (const NoticeRecord& record : records)
    if (record.body && record.kind != VerdictKind::Withdrawn)
      batch.notices.push_back(*record.body);
  // Nothing before it: what is judged is each notice, not what the feed did between two polls.
  const ReviewResult result = review(batch, {}, decisions, rules, now);
  const VerdictsById verdicts = by_id(result.verdicts);
  for (NoticeRecord& record : records)
    if (const auto found = verdicts.find(record.id); found != verdicts.end())
      apply(*found->second, record, now);
  return records;
}

bool lacks_bodies(const std::vector<NoticeRecord>& records, const FeedSpec& feed,
                  const ProgrammeSettings& settings, Instant now) {
  int left = feed.keep;
  std::vector<const NoticeRecord*> living;
  for (const NoticeRecord& record : records)
    if (has_turn(record) && !is_over(term_of(record, feed, settings), now))
      living.push_back(&record);
  std::stable_sort(living.begin(), living.end(),
                   [](const auto* a, const auto* b) { return is_newer(*a, *b); });
  return std::any_of(living.begin(), living.end(),
                     [&](const auto* record) { return left-- > 0 && !record->body; });
}

void erase_what_is_over(std::vector<NoticeRecord>& records, const FeedSpec& feed,
                        const ProgrammeSettings& settings, Instant now) {
  const std::set<std::string> kept = wanted(records, feed, settings, now);
  for (NoticeRecord& record : records)
    if (!kept.contains(record.id)) {
      record.body.reset();
      // A title may name persons; that of one withdrawn is kept for a while.
      if (record.kind != VerdictKind::Withdrawn || now - record.verdict_at > kRememberWithdrawn) {
        record.title.clear();
        record.link.clear();
      }
    }
  std::erase_if(records, [&](const NoticeRecord& record) {
    if (record.absent_polls == 0)
      return false;
    if (record.rule == kCancelled && record.valid_to &&
        now - *record.valid_to <= kRememberCancelled)
      return false;
    if (record.kind == VerdictKind::Withdrawn)
      return now - std::max(record.verdict_at, record.content_seen) > kRememberWithdrawn;
    return !record.body;
  });
}

} // namespace heiban
