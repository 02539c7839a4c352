#include "review/review.h"

#include "review/batch.h"
#include "review/held_words.h"
#include "review/links.h"
#include "review/period_findings.h"
#include "review/personal_data.h"

#include <fmt/format.h>

#include <set>
#include <unordered_set>

namespace heiban {
namespace {

constexpr size_t kPlacesNamed = 3; // in one reason; the rest are counted

struct Problem {
  std::string rule, reason;
};

std::string places_zh(const std::vector<Place>& places) {
  std::string out;
  for (size_t i = 0; i < std::min(kPlacesNamed, places.size()); ++i)
    out += (i ? "、" : "") + place_zh(places[i]);
  if (places.size() > kPlacesNamed)
    out += fmt::format(" 等 {} 处", places.size());
  return out;
}

std::vector<Place> places_of(const std::vector<PersonalHit>& hits, PersonalKind kind) {
  std::vector<Place> places;
  for (const PersonalHit& hit : hits)
    if (hit.kind == kind)
      places.push_back(hit.place);
  return places;
}

void add_personal(const std::vector<PersonalHit>& hits, std::vector<Problem>& problems) {
  struct Kind {
    PersonalKind kind;
    const char *rule, *name;
  };
  constexpr Kind kKinds[] = {
      {PersonalKind::IdNumber, "id-number", "有身份证号码"},
      {PersonalKind::CardNumber, "card-number", "有银行卡号"},
      {PersonalKind::MobileNumber, "mobile-number", "的人员名单带有手机号码"},
  };
  for (const Kind& kind : kKinds)
    if (const auto places = places_of(hits, kind.kind); !places.empty())
      problems.push_back({kind.rule, places_zh(places) + kind.name});
}

void add_links(const Notice& notice, const LinkRules& rules, std::vector<Problem>& problems) {
  std::vector<std::string> links{notice.link};
  links.insert(links.end(), notice.links.begin(), notice.links.end());
  std::set<std::string> hosts;
  bool script = false;
  for (const std::string& link : links) {
    const LinkTarget target = link_target(link);
    if (rules.allows(target))
      continue;
    script = script || target.kind == LinkKind::Script;
    if (target.kind == LinkKind::Remote)
      hosts.insert(host_zh(target.host));
  }
  if (script)
    problems.push_back({"script-link", "有链接不是网页地址（如 javascript:），不予放行"});
  if (hosts.empty())
    return;
  std::string reason = "有链接指向允许名单之外的网站：" + *hosts.begin();
  if (hosts.size() > 1)
    reason += fmt::format(" 等 {} 个", hosts.size());
  problems.push_back({"foreign-link", reason});
}

void add_held_words(const Notice& notice, const HeldWords& words, std::vector<Problem>& problems) {
  std::string reason;
  for (const HeldWordHit& hit : words.find(notice))
    reason += fmt::format("{}{}有待审词（词表第 {} 个）", reason.empty() ? "" : "、",
                          place_zh(hit.place), hit.word + 1);
  if (!reason.empty())
    problems.push_back({"held-word", reason});
}

// What the rules need from one poll to the next notice.
struct Judge {
  const ReviewRules& rules;
  LinkRules links{rules.feed};
  HeldWords words{rules.settings.held_words};

  std::vector<Problem> problems(const Notice& notice, const std::vector<PersonalHit>& personal,
                                const Decision* earlier) const {
    std::vector<Problem> problems;
    add_personal(personal, problems);
    add_links(notice, links, problems);
    if ((notice.urgency == Urgency::Urgent || notice.warning) && !rules.feed.urgent)
      problems.push_back({"urgent", "来源自称紧急，但配置没有准许它发紧急信息（urgent = true）"});
    add_held_words(notice, words, problems);
    if (earlier && !earlier->approve)
      problems.push_back({"edited", earlier->withdraw
                                        ? "工作人员撤下过这条内容，现在内容有改动，等待批准"
                                        : "工作人员扣下过这条内容，现在内容有改动，等待批准"});
    if (rules.settings.approve_new)
      problems.push_back({"new", "新内容，等待工作人员批准"});
    return problems;
  }
};

const Decision* decision_on(const std::vector<Decision>& decisions, const std::string& id,
                            const std::string& hash) {
  const Decision* last = nullptr;
  for (const Decision& decision : decisions)
    if (decision.notice_id == id && decision.content_hash == hash)
      last = &decision;
  return last;
}

// Staff's last word on this notice, whatever it said then.
const Decision* last_on(const std::vector<Decision>& decisions, const std::string& id) {
  const auto last = std::find_if(decisions.rbegin(), decisions.rend(), [&](const Decision& one) {
    return !id.empty() && one.notice_id == id;
  });
  return last == decisions.rend() ? nullptr : &*last;
}

std::string because(const Decision& decision) {
  return decision.reason.empty() ? "" : "：" + decision.reason;
}

Verdict verdict_on(const Notice& notice, std::vector<Problem> problems, const Decision* decision) {
  if (decision)
    problems.clear();
  if (decision && !decision->approve && !decision->withdraw)
    problems.push_back({"staff", "工作人员决定暂不显示" + because(*decision)});
  Verdict verdict{notice.id, notice.content_hash, VerdictKind::Shown, {}, {}};
  if (decision && decision->withdraw)
    return {notice.id, notice.content_hash, VerdictKind::Withdrawn, "staff",
            "工作人员撤下" + because(*decision)};
  for (const Problem& problem : problems) {
    verdict.kind = VerdictKind::Held;
    if (verdict.rule.empty())
      verdict.rule = problem.rule;
    verdict.reason += (verdict.reason.empty() ? "" : "；") + problem.reason;
  }
  return verdict;
}

bool names(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

void judge_notices(const Batch& batch, const std::vector<Decision>& decisions, const Judge& judge,
                   ReviewResult& result) {
  std::unordered_set<std::string_view> seen;
  for (const Notice& notice : batch.notices) {
    if (names(batch.withdrawn_ids, notice.id) || names(batch.gone_ids, notice.id) ||
        is_taken_back(batch, notice.id, notice.published) || names(batch.kept_ids, notice.id) ||
        !seen.insert(notice.id).second)
      continue;
    const auto personal = find_personal_data(notice);
    const Decision* decision = decision_on(decisions, notice.id, notice.content_hash);
    const Decision* earlier = last_on(decisions, notice.id);
    result.verdicts.push_back(
        verdict_on(notice, judge.problems(notice, personal, earlier), decision));
    const auto doubtful = places_of(personal, PersonalKind::NearIdNumber);
    if (!doubtful.empty() && !decision)
      result.findings.push_back(fmt::format("公告 {}：{}像身份证号码但校验码不对，请核对",
                                            notice.id, places_zh(doubtful)));
    for (std::string& finding : period_findings(notice))
      result.findings.push_back(std::move(finding));
  }
}

} // namespace

ReviewResult review(const Batch& batch, const Previous& previous,
                    const std::vector<Decision>& decisions, const ReviewRules& rules, Instant) {
  ReviewResult result;
  result.batch_hash = batch_hash_of(batch);
  const Decision* decision = decision_on(decisions, "", result.batch_hash);
  const BatchProblem problem = batch_problem(batch, previous, decisions, rules);
  const std::vector<Verdict> gone = tombstones(batch, previous);
  if (!problem.rule.empty() && !(decision && decision->approve)) {
    result.keep_previous = true;
    result.batch_rule = problem.rule;
    result.batch_reason = problem.reason;
    result.findings.push_back(problem.reason);
    result.verdicts = gone;
    return result;
  }
  judge_notices(batch, decisions, Judge{rules}, result);
  result.verdicts.insert(result.verdicts.end(), gone.begin(), gone.end());
  const bool emptied = batch.notices.empty() && decision && decision->approve;
  for (Verdict& verdict : emptied ? all_gone(batch, previous) : absences(batch, previous))
    result.verdicts.push_back(std::move(verdict));
  return result;
}

} // namespace heiban
