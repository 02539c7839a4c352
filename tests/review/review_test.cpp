#include "review/review.h"

#include "review/review_helper.h"

namespace heiban {
namespace {

constexpr Instant kNow{1795500000};

// Notices "0" … "count-1", newest first, an hour apart.
std::vector<Notice> feed_of(int count, int first = 0) {
  std::vector<Notice> notices;
  for (int i = first; i < first + count; ++i) {
    notices.push_back(plain_notice(std::to_string(i)));
    notices.back().published = kNow - i * kHour;
  }
  return notices;
}

Previous previous_of(const std::vector<Notice>& notices, int absent = 0) {
  Previous previous;
  for (const Notice& notice : notices)
    previous.push_back(
        {notice.id, notice.content_hash, notice.published, VerdictKind::Shown, absent});
  return previous;
}

ReviewResult run(const std::vector<Notice>& notices, const Previous& previous,
                 const std::vector<Decision>& decisions = {},
                 const std::vector<std::string>& tombstones = {}) {
  return review({"教育局", notices, tombstones}, previous, decisions, plain_rules(), kNow);
}

std::vector<std::string> withdrawn_in(const ReviewResult& result) {
  std::vector<std::string> ids;
  for (const Verdict& verdict : result.verdicts)
    if (verdict.kind == VerdictKind::Withdrawn)
      ids.push_back(verdict.notice_id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST(Review, ShowsWhatIsInOrder) {
  const ReviewResult result = run(feed_of(3), {});
  EXPECT_FALSE(result.keep_previous);
  ASSERT_EQ(result.verdicts.size(), 3u);
  for (const Verdict& verdict : result.verdicts) {
    EXPECT_EQ(verdict.kind, VerdictKind::Shown);
    EXPECT_EQ(verdict.rule, "");
  }
  EXPECT_EQ(result.verdicts[1].notice_id, "1");
  EXPECT_EQ(result.verdicts[1].content_hash, "hash of 1");
}

struct ShrinkRow {
  int before, after;
  bool kept;
};

TEST(Shrinking, ByMoreThanHalfKeepsTheLastGoodState) {
  const ShrinkRow rows[] = {{40, 0, true},   {40, 3, true},   {40, 19, true}, {40, 20, false},
                            {40, 39, false}, {40, 40, false}, {5, 2, true},   {4, 1, true},
                            {4, 2, false},   {3, 1, false},   {2, 1, false},  {1, 1, false},
                            {3, 0, true},    {1, 0, true},    {0, 0, false},  {0, 40, false}};
  for (const ShrinkRow& row : rows) {
    const ReviewResult result = run(feed_of(row.after), previous_of(feed_of(row.before)));
    EXPECT_EQ(result.keep_previous, row.kept) << row.before << " to " << row.after;
    EXPECT_EQ(result.batch_rule, row.kept ? "shrunk" : "") << row.before << " to " << row.after;
    EXPECT_EQ(result.batch_reason.empty(), !row.kept);
    EXPECT_EQ(result.verdicts.size(), row.kept ? 0u : static_cast<size_t>(row.after));
  }
}

TEST(Shrinking, CountsOnlyWhatStoodInTheLastPoll) {
  Previous previous = previous_of(feed_of(5));
  for (PreviousNotice& old : previous_of(feed_of(60, 100), 7)) // scrolled off long ago
    previous.push_back(old);
  EXPECT_FALSE(run(feed_of(5), previous).keep_previous);
}

TEST(Shrinking, ApprovedByStaffPasses) {
  const auto before = previous_of(feed_of(40));
  const ReviewResult refused = run(feed_of(3), before);
  const ReviewResult passed = run(feed_of(3), before, {{"", refused.batch_hash, true}});
  EXPECT_FALSE(passed.keep_previous);
  EXPECT_EQ(passed.verdicts.size(), 3u);
  EXPECT_TRUE(run(feed_of(4), before, {{"", refused.batch_hash, true}}).keep_previous);
}

TEST(Shrinking, StillHonoursTombstones) {
  const ReviewResult result = run(feed_of(3), previous_of(feed_of(40)), {}, {"7"});
  EXPECT_TRUE(result.keep_previous);
  EXPECT_EQ(withdrawn_in(result), Ids{"7"});
  EXPECT_EQ(result.verdicts.size(), 1u);
}

// Forty at once taken down by the source's own word are no fault; what vanished beside them counts.
TEST(Shrinking, DoesNotCountWhatTheSourceTookDown) {
  const auto ids = [](int first, int count) {
    Ids out;
    for (int i = first; i < first + count; ++i)
      out.push_back(std::to_string(i));
    return out;
  };
  const Previous before = previous_of(feed_of(40));
  EXPECT_FALSE(run({}, before, {}, ids(0, 40)).keep_previous);
  EXPECT_EQ(withdrawn_in(run({}, before, {}, ids(0, 40))).size(), 40u);
  EXPECT_FALSE(run(feed_of(3), before, {}, ids(3, 37)).keep_previous);
  EXPECT_FALSE(run(feed_of(40), before, {}, ids(0, 40)).keep_previous); // listed yet, all dead
  EXPECT_TRUE(run(feed_of(3), before, {}, ids(3, 20)).keep_previous);   // 17 vanished silently
  Batch gone{"教育局", feed_of(3), {}, {}, ids(3, 37)};
  const ReviewResult result = review(gone, before, {}, plain_rules(), kNow);
  EXPECT_FALSE(result.keep_previous);
  ASSERT_EQ(withdrawn_in(result).size(), 37u);
  EXPECT_EQ(result.verdicts.back().rule, kPageGone);
}

TEST(Shrinking, ToNothingOnPurposeIsStaffsWord) {
  const Previous before = previous_of(feed_of(40));
  const ReviewResult refused = run({}, before);
  EXPECT_TRUE(refused.keep_previous);
  EXPECT_EQ(refused.batch_reason, "来源这次是空的（上次有 40 条），保留上一次的内容");
  const ReviewResult passed = run({}, before, {{"", refused.batch_hash, true}});
  EXPECT_FALSE(passed.keep_previous);
  ASSERT_EQ(withdrawn_in(passed).size(), 40u);
  EXPECT_EQ(passed.verdicts.front().rule, "emptied");
}

TEST(Flood, OfNewItemsIsHeldButNotOnTheFirstPoll) {
  EXPECT_FALSE(run(feed_of(100), {}).keep_previous);
  EXPECT_FALSE(run(feed_of(40), previous_of(feed_of(10, 30))).keep_previous); // 30 new
  const ReviewResult result = run(feed_of(41), previous_of(feed_of(10, 31))); // 31 new
  EXPECT_TRUE(result.keep_previous);
  EXPECT_EQ(result.batch_rule, "flood");
  EXPECT_EQ(result.batch_reason, "一次出现 31 条新内容，超过 30 条的上限，保留上一次的内容");
}

TEST(Flood, CountsApprovedItemsThatWereEdited) {
  std::vector<Notice> notices = feed_of(40);
  const Previous before = previous_of(notices);
  std::vector<Decision> approvals;
  for (Notice& notice : notices) {
    approvals.push_back({notice.id, notice.content_hash, true});
    notice.content_hash += " edited";
  }
  EXPECT_TRUE(run(notices, before, approvals).keep_previous);
  EXPECT_FALSE(run(notices, before).keep_previous); // a new version of our own reader does this
}

TEST(AllForeign, RefusesTheBatch) {
  std::vector<Notice> notices = feed_of(5);
  for (Notice& notice : notices)
    notice.link = "https://evil.example/" + notice.id;
  const ReviewResult result = run(notices, previous_of(feed_of(5)));
  EXPECT_TRUE(result.keep_previous);
  EXPECT_EQ(result.batch_rule, "all-foreign");
  const ReviewResult first =
      run(notices, {}); // the list of hosts is probably wrong: say it of each
  EXPECT_FALSE(first.keep_previous);
  EXPECT_EQ(first.verdicts.at(4).rule, "foreign-link");
  notices[2].link = "/c.html";
  notices[3].links = {"https://www.yunling.example/d"};
  EXPECT_FALSE(run(notices, previous_of(feed_of(5))).keep_previous);
}

struct AbsenceRow {
  const char* name;
  int absent; // polls before this one
  std::vector<Notice> notices;
  Ids withdrawn;
};

TEST(Withdrawal, IsAbsentTwiceWhileAnOlderItemIsThere) {
  const std::vector<Notice> all = feed_of(6);
  const auto without = [&](std::vector<size_t> gone) {
    std::vector<Notice> out;
    for (size_t i = 0; i < all.size(); ++i)
      if (std::find(gone.begin(), gone.end(), i) == gone.end())
        out.push_back(all[i]);
    return out;
  };
  const auto pinned = [&](std::vector<Notice> notices) {
    Notice old = plain_notice("pinned");
    old.published = kNow - 900 * kDay;
    notices.insert(notices.begin(), old);
    return notices;
  };
  const auto reversed = [](std::vector<Notice> notices) {
    std::reverse(notices.begin(), notices.end());
    return notices;
  };
  const AbsenceRow rows[] = {
      {"once", 0, without({2}), {}},
      {"twice", 1, without({2}), {"2"}},
      {"longer", 5, without({2}), {"2"}},
      {"the newest", 1, without({0}), {"0"}},
      {"the oldest has scrolled off", 1, without({5}), {}},
      {"the two oldest", 9, without({4, 5}), {}},
      {"one of each", 1, without({1, 5}), {"1"}},
      {"an old item pinned on top proves nothing", 1, pinned(without({5})), {}},
      {"but the rest does", 1, pinned(without({2})), {"2"}},
      {"oldest first", 1, reversed(without({2})), {"2"}},
      {"oldest first, scrolled off", 1, reversed(without({5})), {}},
  };
  for (const AbsenceRow& row : rows) {
    Previous previous = previous_of(all);
    for (PreviousNotice& notice : previous)
      for (const Notice& here : row.notices)
        notice.absent_polls = notice.id == here.id ? 0 : notice.absent_polls;
    for (PreviousNotice& notice : previous)
      if (std::none_of(row.notices.begin(), row.notices.end(),
                       [&](const Notice& here) { return here.id == notice.id; }))
        notice.absent_polls = row.absent;
    EXPECT_EQ(withdrawn_in(run(row.notices, previous)), row.withdrawn) << row.name;
  }
}

TEST(Withdrawal, NeedsADate) {
  Previous previous = previous_of(feed_of(4), 0);
  previous[1].published.reset();
  previous[1].absent_polls = 3;
  std::vector<Notice> notices = feed_of(4);
  notices.erase(notices.begin() + 1);
  EXPECT_EQ(withdrawn_in(run(notices, previous)), Ids{});
}

TEST(Withdrawal, ByTombstoneIsAtOnceAndFinal) {
  std::vector<Notice> notices = feed_of(3);
  Previous previous = previous_of(notices);
  const ReviewResult result = run(notices, previous, {}, {"1", "unknown"});
  EXPECT_EQ(withdrawn_in(result), Ids{"1"});
  EXPECT_EQ(result.verdicts.size(), 3u); // 0 and 2 shown, 1 withdrawn
  previous[1].kind = VerdictKind::Withdrawn;
  EXPECT_EQ(withdrawn_in(run(notices, previous, {}, {"1"})), Ids{});
}

TEST(Withdrawal, OfAHeldItemToo) {
  Previous previous = previous_of(feed_of(4));
  previous[1].kind = VerdictKind::Held;
  previous[1].absent_polls = 1;
  std::vector<Notice> notices = feed_of(4);
  notices.erase(notices.begin() + 1);
  EXPECT_EQ(withdrawn_in(run(notices, previous)), Ids{"1"});
}

TEST(Urgent, OnlyFromAFeedThatMay) {
  Notice notice = plain_notice("a");
  notice.urgency = Urgency::Urgent;
  EXPECT_EQ(review_one(notice).verdicts.at(0).rule, "urgent");
  ReviewRules rules = plain_rules();
  rules.feed.urgent = true;
  EXPECT_EQ(review_one(notice, rules).verdicts.at(0).kind, VerdictKind::Shown);
  notice.urgency = Urgency::Important;
  EXPECT_EQ(review_one(notice).verdicts.at(0).kind, VerdictKind::Shown);
}

struct WordRow {
  const char* text;
  const char* reason; // "" : shown
};

TEST(HeldWords, AreFoundHoweverTyped) {
  ReviewRules rules = plain_rules();
  rules.settings.held_words = {"内部资料", "", "Secret"};
  const WordRow rows[] = {
      {"这是内部资料。", "正文第1段有待审词（词表第 1 个）"},
      {"这是内　部\n资\u200b料。", "正文第1段有待审词（词表第 1 个）"},
      {"ＳＥＣＲＥＴ", "正文第1段有待审词（词表第 3 个）"},
      {"内部和资料", ""},
      {"", ""},
  };
  for (const WordRow& row : rows) {
    const Verdict verdict = review_one(plain_notice("a", row.text), rules).verdicts.at(0);
    EXPECT_EQ(verdict.reason, row.reason) << row.text;
    EXPECT_EQ(verdict.rule, *row.reason ? "held-word" : "") << row.text;
  }
  Notice titled = plain_notice("a", "内部资料");
  titled.title = "内部资料汇编";
  EXPECT_EQ(review_one(titled, rules).verdicts.at(0).reason, "标题有待审词（词表第 1 个）");
}

TEST(Decisions, AreByIdAndHash) {
  const Notice bad = plain_notice("a", fake_id());
  const Decision approval{"a", bad.content_hash, true}, refusal{"a", bad.content_hash, false};
  EXPECT_EQ(review_one(bad).verdicts[0].rule, "id-number");
  EXPECT_EQ(review_one(bad, plain_rules(), {approval}).verdicts[0].kind, VerdictKind::Shown);
  EXPECT_EQ(review_one(bad, plain_rules(), {approval, refusal}).verdicts[0].rule, "staff");
  EXPECT_EQ(review_one(bad, plain_rules(), {refusal, approval}).verdicts[0].kind,
            VerdictKind::Shown);
  Notice edited = bad;
  edited.content_hash = "another";
  EXPECT_EQ(review_one(edited, plain_rules(), {approval}).verdicts[0].rule, "id-number");
  EXPECT_EQ(review_one(plain_notice("a"), plain_rules(), {refusal}).verdicts[0].rule, "staff");
}

TEST(Decisions, AWithdrawalStandsAndAnEditAfterItWaits) {
  const Notice notice = plain_notice("a");
  const Decision gone{"a", notice.content_hash, false, true, "群众反映内容有误"};
  const Verdict verdict = review_one(notice, plain_rules(), {gone}).verdicts.at(0);
  EXPECT_EQ(verdict.kind, VerdictKind::Withdrawn);
  EXPECT_EQ(verdict.reason, "工作人员撤下：群众反映内容有误");
  Notice edited = notice;
  edited.content_hash = "another";
  EXPECT_EQ(review_one(edited, plain_rules(), {gone}).verdicts[0].rule, "edited");
  const Decision approval{"a", "another", true};
  EXPECT_EQ(review_one(edited, plain_rules(), {gone, approval}).verdicts[0].kind,
            VerdictKind::Shown);
  EXPECT_EQ(review_one(plain_notice("b"), plain_rules(), {gone}).verdicts[0].kind,
            VerdictKind::Shown);
}

TEST(Decisions, EveryNewItemWaitsWhereTheConfigSaysSo) {
  ReviewRules rules = plain_rules();
  rules.settings.approve_new = true;
  const Notice notice = plain_notice("a");
  EXPECT_EQ(review_one(notice, rules).verdicts[0].rule, "new");
  EXPECT_EQ(review_one(notice, rules, {{"a", notice.content_hash, true}}).verdicts[0].kind,
            VerdictKind::Shown);
  Notice edited = notice;
  edited.content_hash = "another";
  EXPECT_EQ(review_one(edited, rules, {{"a", notice.content_hash, true}}).verdicts[0].rule, "new");
}

TEST(Reasons, OfSeveralRulesAreAllTold) {
  Notice notice = plain_notice("a", fake_id());
  notice.links = {"https://evil.example/"};
  const Verdict verdict = review_one(notice).verdicts.at(0);
  EXPECT_EQ(verdict.rule, "id-number");
  EXPECT_EQ(verdict.reason, "正文第1段有身份证号码；有链接指向允许名单之外的网站：evil.example");
}

TEST(Findings, TellOfNumbersThatAreNearlyIdNumbers) {
  std::string id = fake_id(9);
  id.back() = id.back() == '5' ? '6' : '5';
  const ReviewResult result = review_one(plain_notice("a", "身份证号：" + id));
  EXPECT_EQ(result.verdicts[0].kind, VerdictKind::Shown);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0], "公告 a：正文第1段像身份证号码但校验码不对，请核对");
}

TEST(Review, OfTheSameInputIsTheSame) {
  const ReviewResult a = run(feed_of(9), previous_of(feed_of(12)));
  const ReviewResult b = run(feed_of(9), previous_of(feed_of(12)));
  ASSERT_EQ(a.verdicts.size(), b.verdicts.size());
  EXPECT_EQ(a.batch_hash, b.batch_hash);
}

TEST(Review, OfAnItemNamedTwiceGivesOneVerdict) {
  std::vector<Notice> notices = feed_of(2);
  notices.push_back(notices[0]);
  EXPECT_EQ(run(notices, {}).verdicts.size(), 2u);
}

} // namespace
} // namespace heiban
