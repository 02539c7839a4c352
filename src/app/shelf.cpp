#include "app/shelf.h"

#include "app/settle_periods.h"
#include "notice/fee_versions.h"
#include "review/mask.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kFindingsKept = 50;
constexpr int64_t kNextArticles = kMinute; // the next few pages of a list

void add_findings(std::vector<std::string>& to, const std::vector<std::string>& from) {
  for (const std::string& one : from)
    if (to.size() < kFindingsKept)
      to.push_back(one);
}

ReviewRules review_rules(const Shelf& shelf, const ShelfRules& rules) {
  return {shelf.feed, rules.review};
}

// A refused batch is wanted whole again, so that it can pass once staff approve it.
void refuse_batch(Shelf& shelf, const ReviewResult& result, Instant now) {
  shelf.record.problem = result.batch_reason;
  shelf.record.refused = result.batch_hash;
  shelf.record.body_hash.clear();
  shelf.wants_whole = true;
  for (const Verdict& verdict : result.verdicts)
    for (NoticeRecord& notice : shelf.notices)
      if (notice.id == verdict.notice_id && verdict.kind == VerdictKind::Withdrawn)
        apply(verdict, notice, now);
}

// A new fee schedule does not end the one that stands before it is in force itself.
void join_versions(Shelf& shelf, FeedAnswer& answer, Instant now) {
  std::vector<Notice> before;
  for (const NoticeRecord& record : shelf.notices)
    if (record.body && record.kind != VerdictKind::Withdrawn)
      before.push_back(*record.body);
  FeeVersions versions = follow_on(std::move(answer.batch.notices), before, now);
  answer.batch.notices = std::move(versions.notices);
  add_findings(shelf.record.findings, versions.findings);
}

void take_content(Shelf& shelf, FeedAnswer answer, const ShelfRules& rules, const TrustedNow& now) {
  if (shelf.feed.kind == FeedKind::Fees)
    join_versions(shelf, answer, now.now);
  if (shelf.feed.mask_personal_data)
    for (Notice& notice : answer.batch.notices)
      if (mask_personal_data(notice) > 0)
        add_findings(shelf.record.findings,
                     {fmt::format("《{}》里的个人号码已遮盖", notice.title)});
  for (const NoticeRecord& record : shelf.notices)
    if (record.page_gone >= kGoneTwice)
      answer.batch.gone_ids.push_back(record.id);
  remember_cancelled(shelf.notices, answer.batch, now.now);
  settle_periods(answer.batch.notices, shelf.notices, rules.holidays, now.now);
  const ReviewResult result = review(answer.batch, previous_of(shelf.notices), rules.decisions,
                                     review_rules(shelf, rules), now.now);
  shelf.notices_saved = false;
  add_findings(shelf.record.findings, result.findings);
  if (result.keep_previous)
    return refuse_batch(shelf, result, now.now);
  shelf.record.refused.clear();
  shelf.notices = take_batch(shelf.notices, std::move(answer.batch), result, now);
  shelf.record.body_hash = answer.whole_again ? std::string() : answer.body_hash;
  shelf.record.articles = std::move(answer.articles);
  if (answer.soon)
    shelf.record.state.next_due = std::min(shelf.record.state.next_due, now.now + kNextArticles);
  shelf.record.made_under = made_under(shelf.feed);
  shelf.wants_whole = false;
}

void take_same(Shelf& shelf, const ShelfRules& rules, Instant now) {
  std::vector<NoticeRecord> after =
      count_absences(shelf.notices, shelf.feed.name, review_rules(shelf, rules), now);
  const Previous a = previous_of(shelf.notices), b = previous_of(after);
  const bool same = std::ranges::equal(a, b, [](const PreviousNotice& x, const PreviousNotice& y) {
    return x.kind == y.kind && x.absent_polls == y.absent_polls;
  });
  if (same)
    return;
  shelf.notices = std::move(after);
  shelf.notices_saved = false;
}

FeedState next_state(const Shelf& shelf, const FeedAnswer& answer, const PollTiming& timing) {
  const FeedState& state = shelf.record.state;
  switch (answer.kind) {
  case AnswerKind::Content:
    return after_content(state, answer.response, answer.head, timing);
  case AnswerKind::Same:
    return after_not_modified(state, answer.response, timing);
  case AnswerKind::Unreadable:
    return after_unreadable(state, timing);
  case AnswerKind::Status:
    return after_status(state, answer.response, timing);
  case AnswerKind::NetworkDead:
    return after_no_answer(state, true, timing);
  case AnswerKind::None:
    return after_no_answer(state, false, timing);
  }
  return state;
}

} // namespace

bool take_answer(Shelf& shelf, FeedAnswer answer, const ShelfRules& rules, const TrustedNow& now,
                 double random) {
  FeedRecord& record = shelf.record;
  record.state = next_state(shelf, answer, {shelf.feed.refresh_seconds, now.now, random});
  record.wait_until = answer.response.retry_after_seconds > 0 && answer.kind == AnswerKind::Status
                          ? now.now + answer.response.retry_after_seconds
                          : Instant{};
  const bool understood = answer.kind == AnswerKind::Content || answer.kind == AnswerKind::Same;
  if (!understood) {
    record.problem = std::move(answer.problem);
    if (!answer.findings.empty())
      record.findings = std::move(answer.findings);
    return false;
  }
  record.problem.clear();
  record.last_success = now.now;
  if (answer.kind == AnswerKind::Content) {
    record.findings = std::move(answer.findings);
    take_content(shelf, std::move(answer), rules, now);
  } else {
    take_same(shelf, rules, now.now);
  }
  return true;
}

void judge_shelf(Shelf& shelf, const ShelfRules& rules, Instant now) {
  std::vector<NoticeRecord> after =
      judge_again(shelf.notices, shelf.feed.name, rules.decisions, review_rules(shelf, rules), now);
  const bool same =
      std::ranges::equal(shelf.notices, after, [](const NoticeRecord& a, const NoticeRecord& b) {
        return a.kind == b.kind && a.rule == b.rule && a.reason == b.reason;
      });
  if (same)
    return; // a start is no reason to write
  shelf.notices = std::move(after);
  shelf.notices_saved = false;
}

void erase_from(Shelf& shelf, const ProgrammeSettings& programme, Instant now) {
  const auto bodies = [&] {
    return std::ranges::count_if(shelf.notices,
                                 [](const auto& one) { return one.body.has_value(); });
  };
  const size_t notices_before = shelf.notices.size();
  const auto bodies_before = bodies();
  erase_what_is_over(shelf.notices, shelf.feed, programme, now);
  if (shelf.notices.size() != notices_before || bodies() != bodies_before)
    shelf.notices_saved = false;
  if (lacks_bodies(shelf.notices, shelf.feed, programme, now))
    shelf.wants_whole = true;
}

std::optional<Instant> next_term(const Shelf& shelf, const ProgrammeSettings& programme,
                                 Instant now) {
  std::optional<Instant> next;
  const auto sooner = [&](Instant at) {
    if (at > now && (!next || at < *next))
      next = at;
  };
  for (const NoticeRecord& notice : shelf.notices) {
    if (!notice.body)
      continue;
    const Term term = term_of(notice, shelf.feed, programme);
    sooner(term.from);
    sooner(term.until);
  }
  return next;
}

} // namespace heiban
