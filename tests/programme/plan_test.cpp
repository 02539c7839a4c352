#include "programme/forecast.h"
#include "programme/period.h"
#include "programme/plan.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

#include <random>
#include <set>

namespace heiban {
namespace {

constexpr Instant kNow{1'795'491'000};

struct Made {
  Edition edition;
  Metrics metrics;

  EditionNotice& add(const std::string& id, int pages, int characters = 100) {
    EditionNotice& one = edition.notices.emplace_back();
    one.notice.id = id;
    one.notice.title = "题目" + id;
    one.from = kNow - kDay;
    NoticeMetrics& measured = metrics.notices[id];
    measured.pages.assign(static_cast<size_t>(pages), PageMetrics{characters, 0, false});
    return one;
  }
};

struct Row {
  PageMetrics page;
  int64_t ms;
};

TEST(Dwell, TwoSecondsAndAQuarterForEachCharacterBetweenFloorAndCap) {
  ProgrammeSettings settings;
  settings.dwell_floor_ms = 8000;
  settings.dwell_cap_ms = 60000;
  settings.characters_per_second = 4;
  const Row rows[] = {
      {{0, 0, false}, 8000},      {{24, 0, false}, 8000},   {{25, 0, false}, 8250},
      {{100, 0, false}, 27000},   {{232, 0, false}, 60000}, {{5000, 0, false}, 60000},
      {{40, 0, true}, 17000},    // a picture is looked at
      {{300, 30, false}, 17000}, // a list of names is searched, half a second a row
      {{30, 30, false}, 9500},   // … and never slower than it is read
      {{200, 5, false}, 52000},  // five rows of forty characters are read
      {{2000, 20, false}, 60000},
  };
  for (const Row& row : rows)
    EXPECT_EQ(dwell_ms(row.page, settings), row.ms) << row.page.characters << " " << row.page.rows;
}

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
  shown = {1, 0, "a", 2, {}, {}, {}};
  const Plan next = plan(shorter.edition, shorter.metrics, shown, rules, kNow);
  EXPECT_EQ(next.now.page, 1);
}

TEST(Plan, AnUrgentNoticeTakesTheGlassAndGivesItBackAtItsEnd) {
  Made made;
  made.add("a", 2);
  made.add("b", 1);
  const ProgrammeRules rules;
  Shown shown = plan(made.edition, made.metrics, {}, rules, kNow).after;
  EXPECT_FALSE(interrupts(made.edition, made.metrics, shown, kNow));
  EditionNotice& urgent = made.add("u", 1);
  urgent.notice.urgency = Urgency::Urgent;
  urgent.notice.valid_to = urgent.until = kNow + kHour;
  urgent.from = kNow - kHour;
  EXPECT_TRUE(interrupts(made.edition, made.metrics, shown, kNow));
  for (Instant at = kNow; at < kNow + kHour; at = at + 30) {
    const Plan next = plan(made.edition, made.metrics, shown, rules, at);
    ASSERT_EQ(next.now.notice_id, "u");
    shown = next.after;
    EXPECT_FALSE(interrupts(made.edition, made.metrics, shown, at));
  }
  const Plan back = plan(made.edition, made.metrics, shown, rules, kNow + kHour);
  EXPECT_EQ(back.now.notice_id, "a");
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

TEST(Forecast, RelievesInOrderAndSaysSo) {
  ProgrammeRules rules;
  ProgrammeSettings& settings = rules.settings;
  settings.round_target_minutes = 20;
  settings.guarantee_minutes = 60;
  Made few;
  for (int i = 0; i < 10; ++i)
    few.add(std::to_string(i), 2, 200); // 52 s a page
  const Forecast easy = forecast(few.edition, few.metrics, rules, kNow);
  EXPECT_EQ(easy.round_ms, 20 * 52'000);
  EXPECT_TRUE(easy.findings.empty());

  Made more;
  for (int i = 0; i < 40; ++i)
    more.add(std::to_string(i), 2, 200); // 69 min as read
  const Forecast shorter = forecast(more.edition, more.metrics, rules, kNow);
  EXPECT_LE(shorter.round_ms, 20 * 60'000);
  EXPECT_GT(shorter.round_ms, 19 * 60'000);
  EXPECT_LT(shorter.scale_permille, 1000);
  EXPECT_FALSE(shorter.older_wait);
  EXPECT_EQ(shorter.findings.size(), 1u);

  Made many;
  for (int i = 0; i < 200; ++i)
    many.add(std::to_string(i), 2, 200); // 33 min at the scan floor
  const Forecast waiting = forecast(many.edition, many.metrics, rules, kNow);
  EXPECT_TRUE(waiting.older_wait);
  settings.guarantee_minutes = 70;
  EXPECT_TRUE(forecast(many.edition, many.metrics, rules, kNow).guarantee_kept);

  Made hopeless;
  for (int i = 0; i < 2000; ++i)
    hopeless.add(std::to_string(i), 5, 200);
  const Forecast beyond = forecast(hopeless.edition, hopeless.metrics, rules, kNow);
  EXPECT_FALSE(beyond.target_kept);
  EXPECT_FALSE(beyond.guarantee_kept);
  EXPECT_GE(beyond.findings.size(), 3u);
}

// ── Properties over random editions ────────────────────────────────────────────────────────────

Made random_board(std::mt19937& from) {
  Made made;
  const unsigned notices = from() % 3 == 0 ? from() % 200 : from() % 12;
  for (unsigned i = 0; i < notices; ++i) {
    const int pages =
        from() % 10 == 0 ? 1 + static_cast<int>(from() % 60) : 1 + static_cast<int>(from() % 4);
    EditionNotice& one = made.add(fmt::format("n{:03}", i), pages, static_cast<int>(from() % 400));
    one.from = kNow + static_cast<int64_t>(from() % (2 * kDay)) - 3 * kDay / 2;
    if (from() % 2)
      one.until = one.from + static_cast<int64_t>(from() % (3 * kDay));
    if (from() % 10 == 0) {
      one.notice.title = "关于某事的公示";
      one.notice.valid_to = one.until;
    }
    if (from() % 40 == 0)
      one.notice.urgency = Urgency::Urgent;
  }
  return made;
}

ProgrammeSettings random_settings(std::mt19937& from) {
  ProgrammeSettings settings;
  settings.dwell_floor_ms = 4000 + static_cast<int64_t>(from() % 6000);
  settings.dwell_cap_ms = settings.dwell_floor_ms + static_cast<int64_t>(from() % 60'000);
  settings.scan_floor_ms = 2000 + static_cast<int64_t>(from() % 6000);
  settings.round_target_minutes = 1 + static_cast<int>(from() % 30);
  settings.guarantee_minutes = 10 + static_cast<int>(from() % 100);
  return settings;
}

const EditionNotice* find(const Edition& edition, const std::string& id) {
  for (const EditionNotice& one : edition.notices)
    if (one.notice.id == id)
      return &one;
  return nullptr;
}

TEST(PlanProperties, ShowsOnlyWhatIsValidAndIsTheSameForTheSame) {
  std::mt19937 from(1);
  for (int board = 0; board < 150; ++board) {
    const Made made = random_board(from);
    const ProgrammeRules rules{random_settings(from), {}, {}};
    const ProgrammeSettings& settings = rules.settings;
    Shown shown;
    int64_t passed_ms = 0;
    for (int turn = 0; turn < 400; ++turn) {
      const Instant now = kNow + passed_ms / 1000;
      const Plan next = plan(made.edition, made.metrics, shown, rules, now);
      const Plan again = plan(made.edition, made.metrics, shown, rules, now);
      ASSERT_EQ(next.now.notice_id, again.now.notice_id);
      ASSERT_EQ(next.now.dwell_ms, again.now.dwell_ms);
      ASSERT_GT(next.now.dwell_ms, 0);
      if (const EditionNotice* one = find(made.edition, next.now.notice_id)) {
        ASSERT_TRUE(valid_at(*one, now));
        ASSERT_GE(next.now.page, 1);
        ASSERT_LE(next.now.page, next.now.of);
        const PageMetrics& page = made.metrics.notices.at(next.now.notice_id)
                                      .pages[static_cast<size_t>(next.now.page - 1)];
        ASSERT_GE(next.now.dwell_ms, std::min(settings.scan_floor_ms, dwell_ms(page, settings)));
        ASSERT_LE(next.now.dwell_ms, std::max(settings.dwell_cap_ms, settings.dwell_floor_ms));
      } else {
        for (const EditionNotice& any : made.edition.notices)
          ASSERT_FALSE(valid_at(any, now))
              << "the fallback stood while " << any.notice.id << " could";
      }
      shown = next.after;
      passed_ms += next.now.dwell_ms;
    }
  }
}

// While nothing changes, every page comes within the time the forecast names, in order, none
// skipped.
TEST(PlanProperties, EveryPageComesWithinTheForecast) {
  std::mt19937 from(2);
  for (int board = 0; board < 60; ++board) {
    Made made = random_board(from);
    for (EditionNotice& one : made.edition.notices) { // of a month in which nothing begins or ends
      one.from = kNow - kDay;
      one.until.reset();
      one.notice.valid_to.reset();
    }
    const ProgrammeRules rules{random_settings(from), {}, {}};
    const ProgrammeSettings& settings = rules.settings;
    const Forecast promised = forecast(made.edition, made.metrics, rules, kNow);
    std::map<std::pair<std::string, int>, int64_t> last;
    for (const auto& [id, measured] : made.metrics.notices)
      for (int page = 1; page <= static_cast<int>(measured.pages.size()); ++page)
        last[{id, page}] = 0;
    Shown shown;
    int64_t passed_ms = 0;
    while (passed_ms < 4 * promised.longest_wait_ms + 1) {
      const Plan next = plan(made.edition, made.metrics, shown, rules, kNow);
      const auto key = std::pair(next.now.notice_id, next.now.page);
      if (!next.now.notice_id.empty()) {
        ASSERT_TRUE(last.contains(key));
        ASSERT_LE(passed_ms - last[key], promised.longest_wait_ms) << board << " " << key.first;
        last[key] = passed_ms;
        if (next.now.page > 1) {
          ASSERT_EQ(shown.notice_id, next.now.notice_id);
          ASSERT_EQ(shown.page + 1, next.now.page);
        } else if (!shown.notice_id.empty()) {
          const size_t pages = made.metrics.notices.at(shown.notice_id).pages.size();
          ASSERT_TRUE(shown.page == static_cast<int>(pages) || next.now.why == "urgent");
        }
      }
      shown = next.after;
      passed_ms += next.now.dwell_ms;
      if (made.edition.notices.empty())
        break;
    }
    for (const auto& [key, at] : last)
      ASSERT_LE(passed_ms - at, promised.longest_wait_ms + settings.dwell_cap_ms) << key.first;
  }
}

TEST(PlanProperties, WhatTheLawWantsSeenIsInEveryRound) {
  std::mt19937 from(3);
  for (int board = 0; board < 40; ++board) {
    Made made;
    std::set<std::string> must;
    for (int i = 0; i < 150; ++i) {
      EditionNotice& one = made.add(std::to_string(i), 1 + static_cast<int>(from() % 4), 300);
      if (from() % 15 == 0) {
        one.notice.title = "关于拟录取人员的公示";
        one.notice.valid_to = one.until = kNow + 30 * kDay;
        must.insert(one.notice.id);
      }
    }
    ProgrammeRules rules;
    rules.settings.round_target_minutes = 5;
    Shown shown;
    std::set<std::string> seen;
    for (int rounds = 0; rounds < 4;) {
      const Plan next = plan(made.edition, made.metrics, shown, rules, kNow);
      if (shown.round > 0 && next.after.round != shown.round) {
        for (const std::string& id : must)
          ASSERT_TRUE(seen.contains(id)) << "round " << rounds;
        seen.clear();
        ++rounds;
      }
      seen.insert(next.now.notice_id);
      shown = next.after;
    }
  }
}

} // namespace
} // namespace heiban
