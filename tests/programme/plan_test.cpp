#include "made_helper.h"
#include "programme/period.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

TEST(Plan, NewestFirstEachNoticesPagesInARow) {
  Made made;
  made.add("a", 2);
  made.add("b", 1);
  made.add("c", 3);
  const ProgrammeRules rules;
  Shown shown;
  std::vector<std::string> seen;
  for (int i = 0; i < 9; ++i) {
    const Plan next = plan(made.edition, made.metrics, shown, rules, kNow + i * 10);
    seen.push_back(
        fmt::format("{}{}/{} {}", next.now.notice_id, next.now.page, next.now.of, next.now.why));
    EXPECT_EQ(next.now.title, "题目" + next.now.notice_id);
    shown = next.after;
  }
  const std::vector<std::string> expected = {"a1/2 newest",    "a2/2 next page", "b1/1 newest",
                                             "c1/3 newest",    "c2/3 next page", "c3/3 next page",
                                             "a1/2 new round", "a2/2 next page", "b1/1 newest"};
  EXPECT_EQ(seen, expected);
}

TEST(Plan, NothingValidIsTheFallbackAndComesBackByItself) {
  Made made;
  made.add("a", 1).until = kNow;
  const ProgrammeRules rules;
  const Plan none = plan(made.edition, made.metrics, {}, rules, kNow);
  EXPECT_EQ(none.now.notice_id, "");
  EXPECT_EQ(none.now.why, "fallback");
  EXPECT_GT(none.now.dwell_ms, 0);
  made.add("b", 1);
  EXPECT_EQ(plan(made.edition, made.metrics, none.after, rules, kNow).now.notice_id, "b");
}

TEST(Plan, AnotherEditionBetweenTwoPages) {
  Made before;
  before.add("a", 3);
  before.add("b", 1);
  const ProgrammeRules rules;
  Shown shown = plan(before.edition, before.metrics, {}, rules, kNow).after;
  Made after; // a newer notice came, and what stands goes on to its last page
  after.add("new", 1);
  after.add("a", 3);
  after.add("b", 1);
  std::string seen;
  for (int i = 0; i < 4; ++i) {
    const Plan next = plan(after.edition, after.metrics, shown, rules, kNow);
    seen += next.now.notice_id + std::to_string(next.now.page) + " ";
    shown = next.after;
  }
  EXPECT_EQ(seen, "a2 a3 new1 b1 ");
  Made gone; // withdrawn while it stands
  gone.add("b", 2);
  shown = plan(before.edition, before.metrics, {}, rules, kNow).after;
  EXPECT_EQ(plan(gone.edition, gone.metrics, shown, rules, kNow).now.notice_id, "b");
  Made shorter; // edited down to one page while its second stands
  shorter.add("a", 1);
  shorter.add("b", 1);
  shown = {.round = 1, .notice_id = "a", .page = 2};
  const Plan next = plan(shorter.edition, shorter.metrics, shown, rules, kNow);
  EXPECT_EQ(next.now.page, 1);
}

TEST(Plan, AnUrgentNoticeTakesTheGlassAndGivesItBackAtItsEnd) {
  Made made;
  made.add("a", 2);
  made.add("b", 1);
  const ProgrammeRules rules;
  Shown shown = plan(made.edition, made.metrics, {}, rules, kNow).after;
  EXPECT_FALSE(interrupts(made.edition, made.metrics, shown, {}, kNow));
  EditionNotice& urgent = made.add("u", 1);
  urgent.notice.urgency = Urgency::Urgent;
  urgent.notice.valid_to = urgent.until = kNow + kHour;
  urgent.from = kNow - kHour;
  EXPECT_TRUE(interrupts(made.edition, made.metrics, shown, {}, kNow));
  for (Instant at = kNow; at < kNow + kHour; at = at + 30) {
    const Plan next = plan(made.edition, made.metrics, shown, rules, at);
    ASSERT_EQ(next.now.notice_id, "u");
    shown = next.after;
    EXPECT_FALSE(interrupts(made.edition, made.metrics, shown, {}, at));
  }
  const Plan back = plan(made.edition, made.metrics, shown, rules, kNow + kHour);
  EXPECT_EQ(back.now.notice_id, "a");
}

// Four turns of the round, then an emergency of `turns` turns, then four more.
std::string around_an_emergency(Made& made, int turns) {
  const ProgrammeRules rules;
  Shown shown;
  std::string seen;
  const auto walk = [&](int steps, Instant at) {
    for (int i = 0; i < steps; ++i) {
      const Plan next = plan(made.edition, made.metrics, shown, rules, at);
      seen += next.now.notice_id + std::to_string(next.now.page) + " ";
      shown = next.after;
    }
  };
  walk(4, kNow);
  for (const char* id : {"u", "v"}) {
    EditionNotice& urgent = made.add_urgent(id, 2);
    urgent.from = kNow + kMinute;
    urgent.notice.valid_to = urgent.until = kNow + kHour;
  }
  walk(turns, kNow + kMinute);
  walk(4, kNow + kHour);
  return seen;
}

TEST(Plan, AfterAnEmergencyTheRoundGoesOnWhereItWas) {
  Made made;
  for (const char* id : {"a", "b", "c", "d", "e"})
    made.add(id, 1);
  EXPECT_EQ(around_an_emergency(made, 6), "a1 b1 c1 d1 u1 u2 v1 v2 u1 u2 e1 a1 b1 c1 ");
}

TEST(Plan, AListThatAnEmergencyBreaksIntoGoesOnWhereItWas) {
  Made made;
  made.add("a", 1);
  made.add("list", 12);
  EXPECT_EQ(around_an_emergency(made, 3), "a1 list1 list2 list3 u1 u2 v1 list4 list5 list6 list7 ");
}

TEST(Period, AFeeScheduleIsPutUpForGoodAndHasNone) {
  Notice notice;
  notice.valid_to = kNow + kDay;
  notice.title = "关于拟聘用人员的公示";
  EXPECT_TRUE(in_public_notice(notice, kNow));
  EXPECT_FALSE(in_public_notice(notice, kNow + kDay));
  notice.title = "云岭县中小学收费公示表（2026—2027学年）";
  EXPECT_FALSE(in_public_notice(notice, kNow));
  notice.title = "城区小学收费表";
  notice.category = "收费公示";
  EXPECT_FALSE(in_public_notice(notice, kNow));
}

TEST(Plan, AnUrgentNoticeWithoutAnEndLeadsEveryRoundAndStarvesNobody) {
  Made made;
  made.add("a", 1);
  made.add("b", 1);
  made.add("u", 2).notice.urgency = Urgency::Urgent;
  const ProgrammeRules rules;
  Shown shown;
  std::string seen;
  for (int i = 0; i < 8; ++i) {
    const Plan next = plan(made.edition, made.metrics, shown, rules, kNow);
    seen += next.now.notice_id + std::to_string(next.now.page) + " ";
    shown = next.after;
  }
  EXPECT_EQ(seen, "u1 u2 a1 b1 u1 u2 a1 b1 ");
}

} // namespace
} // namespace heiban
