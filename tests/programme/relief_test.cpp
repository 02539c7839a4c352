// What gives way where the round would grow too long, and what is promised then.
#include "made_helper.h"
#include "programme/forecast.h"

#include <gtest/gtest.h>

#include <set>

namespace heiban {
namespace {

constexpr int64_t kMinuteMs = 60'000;

ProgrammeRules usual() {
  ProgrammeRules rules;
  rules.settings.round_target_minutes = 20;
  rules.settings.guarantee_minutes = 60;
  rules.settings.scan_floor_ms = 5000;
  return rules;
}

Made of_notices(int count, int pages = 2, int characters = 200) { // 52 s a page at 200
  Made made;
  for (int i = 0; i < count; ++i)
    made.add(fmt::format("{:04}", i), pages, characters);
  return made;
}

Forecast forecast_of(const Made& made, const ProgrammeRules& rules) {
  return forecast(made.edition, made.metrics, rules, kNow);
}

TEST(Relief, WhatFitsStandsAsLongAsItReads) {
  const Forecast easy = forecast_of(of_notices(10), usual());
  EXPECT_EQ(easy.round_ms, 20 * 52'000);
  EXPECT_EQ(easy.longest_wait_ms, 20 * 52'000);
  EXPECT_EQ(easy.scale_permille, 1000);
  EXPECT_TRUE(easy.remarks.empty());
  EXPECT_TRUE(easy.findings.empty());
}

TEST(Relief, FirstPagesStandShorterButNotBelowHalf) {
  const Forecast shorter = forecast_of(of_notices(20), usual()); // 34 min 40 s as read
  EXPECT_GE(shorter.scale_permille, 500);
  EXPECT_LT(shorter.scale_permille, 1000);
  EXPECT_EQ(shorter.rounds, 1);
  EXPECT_LE(shorter.round_ms, 20 * kMinuteMs);
  EXPECT_GT(shorter.round_ms, 19 * kMinuteMs) << "no shorter than needed";
  EXPECT_EQ(shorter.remarks.size(), 1u);
  EXPECT_TRUE(shorter.findings.empty());
}

TEST(Relief, ThenOlderNoticesWait) {
  const Forecast waiting = forecast_of(of_notices(30), usual()); // 52 min as read
  EXPECT_GE(waiting.scale_permille, 500);
  EXPECT_EQ(waiting.rounds, 2);
  EXPECT_GT(waiting.older, 0);
  EXPECT_LT(waiting.older, 30) << "the newest are in every round";
  EXPECT_TRUE(waiting.target_kept);
  EXPECT_TRUE(waiting.guarantee_kept);
  EXPECT_TRUE(waiting.findings.empty());
  EXPECT_EQ(forecast_of(of_notices(44), usual()).rounds, 3);
}

TEST(Relief, ThenPagesStandDownToTheScanFloor) {
  const Forecast scanned = forecast_of(of_notices(100), usual());
  EXPECT_LT(scanned.scale_permille, 500);
  EXPECT_TRUE(scanned.target_kept);
  EXPECT_TRUE(scanned.guarantee_kept);
  EXPECT_TRUE(scanned.findings.empty());
}

// 250 notices of two pages take 41 min 40 s at the floor: never 20, but once in 60.
TEST(Relief, TheGuaranteeOutranksTheTarget) {
  const Forecast kept = forecast_of(of_notices(250), usual());
  EXPECT_EQ(kept.scale_permille, 0);
  EXPECT_FALSE(kept.target_kept);
  EXPECT_TRUE(kept.guarantee_kept);
  ASSERT_EQ(kept.findings.size(), 1u);
  EXPECT_NE(kept.findings[0].find("超过配置的 20 分钟"), std::string::npos);
}

// 360 take exactly an hour, 361 ten seconds more.
TEST(Relief, ItIsImpossibleOnlyWhereTheScanFloorBreaksIt) {
  const Forecast just = forecast_of(of_notices(360), usual());
  EXPECT_TRUE(just.guarantee_kept);
  EXPECT_EQ(just.longest_wait_ms, 60 * kMinuteMs);
  const Forecast beyond = forecast_of(of_notices(361), usual());
  EXPECT_FALSE(beyond.guarantee_kept);
  ASSERT_EQ(beyond.findings.size(), 2u);
  EXPECT_NE(beyond.findings[1].find("做不到每 60 分钟"), std::string::npos);
}

TEST(Relief, AGuaranteeShorterThanTheTargetIsKeptToo) {
  ProgrammeRules rules = usual();
  rules.settings.guarantee_minutes = 10;
  const Forecast kept = forecast_of(of_notices(15), rules);
  EXPECT_TRUE(kept.guarantee_kept);
  EXPECT_LE(kept.longest_wait_ms, 10 * kMinuteMs);
}

TEST(Relief, OlderNoticesTakeTurnsAndTheNewestComeEveryRound) {
  const Made made = of_notices(44);
  const ProgrammeRules rules = usual();
  Shown shown;
  std::map<std::string, int> rounds_with;
  std::string newest;
  for (int round = 0; round < 6; ++round) {
    const Walked walked = walk_round(made, rules, shown);
    EXPECT_LE(walked.ms, 20 * kMinuteMs);
    EXPECT_GE(walked.shortest_ms, 26'000) << "half of what a page reads";
    EXPECT_TRUE(walked.pages.starts_with("00001 00002 00011 00012")) << walked.pages;
    for (const EditionNotice& one : made.edition.notices)
      rounds_with[one.notice.id] += walked.pages.find(one.notice.id + "1") != std::string::npos;
  }
  for (const auto& [id, count] : rounds_with)
    EXPECT_GE(count, 2) << id;
  EXPECT_EQ(rounds_with["0000"], 6);
  EXPECT_EQ(rounds_with["0043"], 2);
}

TEST(Relief, UrgentNoticesAndThoseInTheir公示期ComeEveryRoundHoweverOld) {
  Made made = of_notices(60);
  made.add_objection("objection", 3, 200);
  made.add_urgent("urgent", 1);
  Shown shown;
  for (int round = 0; round < 5; ++round) {
    const std::string pages = walk_round(made, usual(), shown).pages;
    EXPECT_TRUE(pages.starts_with("urgent1 ")) << pages;
    EXPECT_NE(pages.find("objection1 objection2 objection3"), std::string::npos) << pages;
  }
}

TEST(Relief, LongListsAreSpreadOverRoundsInOrder) {
  Made made = of_notices(26);
  made.add("list", 24, 200);
  made.add_objection("names", 10, 200);
  Shown shown;
  const ProgrammeRules rules = usual();
  const Forecast promised = forecast_of(made, rules);
  EXPECT_EQ(promised.spread, 2);
  ASSERT_EQ(promised.rounds, 3);
  std::vector<std::string> lists, names;
  for (int round = 0; round < 4; ++round) {
    const Walked walked = walk_round(made, rules, shown);
    EXPECT_LE(walked.ms, promised.round_ms);
    std::string list, name;
    for (size_t at = 0; (at = walked.pages.find("list", at)) != std::string::npos; ++at)
      list += walked.pages.substr(at + 4, walked.pages.find(' ', at) - at - 4) + " ";
    for (size_t at = 0; (at = walked.pages.find("names", at)) != std::string::npos; ++at)
      name += walked.pages.substr(at + 5, walked.pages.find(' ', at) - at - 5) + " ";
    lists.push_back(list);
    names.push_back(name);
  }
  EXPECT_EQ(lists, (std::vector<std::string>{"1 2 3 4 5 6 7 8 ", "9 10 11 12 13 14 15 16 ",
                                             "17 18 19 20 21 22 23 24 ", "1 2 3 4 5 6 7 8 "}));
  EXPECT_EQ(names, (std::vector<std::string>{"1 2 3 4 ", "5 6 7 8 ", "9 10 ", "1 2 3 4 "}))
      << "a list in its 公示期 is in every round, with a part of it";
}

TEST(Relief, AnUrgentNoticeBreaksIntoAListWhichGoesOnAfterIt) {
  Made made = of_notices(3);
  made.add("list", 12);
  ProgrammeRules rules = usual();
  Shown shown{.round = 1, .notice_id = "list", .page = 5};
  EditionNotice& urgent = made.add_urgent("u", 1);
  urgent.notice.valid_to = urgent.until = kNow + kHour;
  const Plan alert = plan(made.edition, made.metrics, shown, rules, kNow);
  EXPECT_EQ(alert.now.notice_id, "u");
  shown = alert.after;
  std::string after;
  for (int i = 0; i < 30 && !after.starts_with("list"); ++i) {
    const Plan next = plan(made.edition, made.metrics, shown, rules, kNow + 2 * kHour);
    after = fmt::format("{}{}", next.now.notice_id, next.now.page);
    shown = next.after;
  }
  EXPECT_EQ(after, "list6");
}

} // namespace
} // namespace heiban
