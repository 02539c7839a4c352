// Exactly one version of a fee stands at any instant, whatever is served when (F5).
#include "notice/fee_versions.h"

#include "notice/fee_helper.h"
#include "notice/fee_notice.h"
#include "notice/fee_periods.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace heiban {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Instant at(int year, int month, int day, int hour = 12) {
  return from_beijing({{year, month, day}, hour, 0, 0});
}

bool stands(const Notice& one, Instant now) {
  return (!one.valid_from || *one.valid_from <= now) && (!one.valid_to || now < *one.valid_to);
}

std::vector<std::string> all(const std::vector<Notice>& notices) {
  std::vector<std::string> out;
  for (const Notice& one : notices)
    out.push_back(shown(one));
  return out;
}

const Instant kNow = at(2026, 11, 24);

TEST(FeeVersions, StandOneAfterAnother) {
  struct Case {
    const char* what;
    std::vector<Notice> fresh, before;
    std::vector<std::string> after;
    std::vector<std::string> findings; // words of each
  };
  const Notice old = fee_version("收费表", "2025-09-01");
  const Notice current = fee_version("收费表", "2026-09-01");
  const Notice coming = fee_version("收费表", "2027-02-15");
  const Notice undated = fee_version("收费表", "");
  const Case cases[] = {
      {"one alone", {current}, {}, {"收费表 | 2026-09-01 | -"}, {}},
      {"each ends where the next begins",
       {coming, old, current},
       {},
       {"收费表 | 2027-02-15 | -", "收费表 | 2025-09-01 | 2026-09-01",
        "收费表 | 2026-09-01 | 2027-02-15"},
       {}},
      {"an undated one comes first",
       {coming, undated},
       {},
       {"收费表 | 2027-02-15 | -", "收费表 | - | 2027-02-15"},
       {}},
      {"the one that stands waits for a coming one",
       {coming},
       {current},
       {"收费表 | 2027-02-15 | -", "收费表 | 2026-09-01 | 2027-02-15"},
       {}},
      {"the one that stands ends where another is in force already",
       {current},
       {old},
       {"收费表 | 2026-09-01 | -", "收费表 | 2025-09-01 | 2026-11-24"},
       {}},
      {"a coming one taken back ends unseen",
       {current},
       {current, coming},
       {"收费表 | 2026-09-01 | -", "收费表 | 2027-02-15 | 2026-11-24"},
       {}},
      {"another table of the file does not end the first",
       {fee_version("幼儿园收费表", "2026-09-01"), fee_version("高中收费表", "2026-09-01")},
       {},
       {"幼儿园收费表 | 2026-09-01 | -", "高中收费表 | 2026-09-01 | -"},
       {}},
      {"two of one title and day both stand, and staff are told",
       {fee_version("收费表（表1）", ""), fee_version("收费表（表2）", "")},
       {},
       {"收费表（表1） | - | -", "收费表（表2） | - | -"},
       {"执行日期相同"}},
      {"two of one day end together",
       {fee_version("收费表（1）", "2026-09-01"), fee_version("收费表（2）", "2026-09-01"), coming},
       {},
       {"收费表（1） | 2026-09-01 | 2027-02-15", "收费表（2） | 2026-09-01 | 2027-02-15",
        "收费表 | 2027-02-15 | -"},
       {"执行日期相同"}},
      {"a gap is bridged, and staff are told",
       {fee_version("收费表", "2026-09-01", "2027-01-31"), coming},
       {},
       {"收费表 | 2026-09-01 | 2027-02-15", "收费表 | 2027-02-15 | -"},
       {"要到2027年2月15日才有新版"}},
      {"an end without a successor",
       {fee_version("收费表", "2026-09-01", "2027-01-31")},
       {},
       {"收费表 | 2026-09-01 | 2027-02-01"},
       {"执行到2027年1月31日"}},
      {"over for good",
       {fee_version("收费表", "2025-09-01", "2026-08-31")},
       {},
       {"收费表 | 2025-09-01 | 2026-09-01"},
       {"执行期限已过"}},
      {"nothing in force yet",
       {coming},
       {},
       {"收费表 | 2027-02-15 | -"},
       {"现在没有正在执行的收费表"}},
  };
  for (const Case& c : cases) {
    const FeeVersions out = follow_on(c.fresh, c.before, kNow);
    EXPECT_EQ(all(out.notices), c.after) << c.what;
    ASSERT_EQ(out.findings.size(), c.findings.size()) << c.what;
    for (size_t i = 0; i < c.findings.size(); ++i)
      EXPECT_THAT(out.findings[i], HasSubstr(c.findings[i])) << c.what;
  }
}

TEST(FeeVersions, SwitchAtMidnightInBeijing) {
  const FeeVersions out =
      follow_on({fee_version("收费表", "2027-02-15")}, {fee_version("收费表", "2026-09-01")}, kNow);
  const Instant midnight = from_beijing({{2027, 2, 15}});
  ASSERT_EQ(out.notices.size(), 2u);
  EXPECT_FALSE(stands(out.notices[0], midnight - 1));
  EXPECT_TRUE(stands(out.notices[1], midnight - 1));
  EXPECT_TRUE(stands(out.notices[0], midnight));
  EXPECT_FALSE(stands(out.notices[1], midnight));
  EXPECT_EQ(iso_utc(midnight), "2027-02-14T16:00:00Z");
}

TEST(FeeVersions, AnnounceTheComingOneUntilItStands) {
  const auto text = [](const Notice& one) { return one.blocks[0].text; };
  FeeVersions out =
      follow_on({fee_version("收费表", "2027-02-15")}, {fee_version("收费表", "2026-09-01")}, kNow);
  EXPECT_THAT(text(out.notices[1]), HasSubstr("自2027年2月15日起执行"));
  EXPECT_EQ(text(out.notices[0]), "投诉电话：12315");
}

// A year of a feed whose file changes at random: versions added, moved and taken back. From the
// first version in force on, one and only one stands at every instant until the next answer.
void play_a_year(uint32_t seed) {
  std::mt19937 random(seed);
  const auto roll = [&](int most) {
    return static_cast<int>(random() % static_cast<uint32_t>(most));
  };
  std::vector<Notice> standing;
  Instant now = at(2026, 1, 1, roll(24));
  bool began = false;
  for (int poll = 0; poll < 30; ++poll) {
    std::vector<Notice> fresh;
    std::set<std::string> days;
    for (int i = 1 + roll(3); i > 0; --i) {
      const CivilDate day = add_days({2025, 10, 1}, roll(500));
      const std::string from = roll(8) == 0 ? "" : iso_date(day);
      if (days.insert(from).second)
        fresh.push_back(fee_version("收费表", from));
    }
    standing = follow_on(std::move(fresh), standing, now).notices;
    const Instant next = now + (1 + roll(30)) * kDay / 2;
    std::vector<Instant> moments = {now, next - 1};
    for (const Notice& one : standing)
      for (const auto& turn : {one.valid_from, one.valid_to})
        if (turn && *turn > now && *turn < next)
          moments.insert(moments.end(), {*turn - 1, *turn});
    std::ranges::sort(moments);
    for (const Instant moment : moments) {
      const auto count =
          std::ranges::count_if(standing, [&](const Notice& one) { return stands(one, moment); });
      began = began || count > 0;
      ASSERT_EQ(count, began ? 1 : 0)
          << "seed " << seed << ", poll " << poll << ", " << iso_utc(moment);
    }
    std::erase_if(standing,
                  [&](const Notice& one) { return one.valid_to && *one.valid_to <= next; });
    now = next;
  }
}

TEST(FeeVersions, ExactlyOneStandsAtAnyInstant) {
  for (uint32_t seed = 0; seed < 400 && !testing::Test::HasFatalFailure(); ++seed)
    play_a_year(seed);
}

// "2026-09-01–2027-02-14: 学费 900, 水费 2"
std::vector<std::string> periods_of(const std::string& rows, CivilDate today) {
  const Sheet sheet = fee_sheet("收费项目,收费标准,执行日期,截止日期\n" + rows);
  std::vector<std::string> out;
  for (const FeeSchedule& period : fee_periods(fee_schedule(sheet), today)) {
    std::string line = period.effective_from ? iso_date(*period.effective_from) : "…";
    line += "–" + (period.effective_to ? iso_date(*period.effective_to) : std::string("…")) + ":";
    for (const FeeRow& row : period.rows)
      line += " " + row.cells[0] + row.cells[1];
    out.push_back(line);
  }
  return out;
}

TEST(FeePeriods, SplitATableWhoseRowsTurnOnTheirOwnDays) {
  struct Case {
    const char* what;
    const char* rows;
    std::vector<std::string> periods;
  };
  const Case cases[] = {
      {"no days", "学费,1,,\n水费,2,,\n", {"…–…: 学费1 水费2"}},
      {"one day for all",
       "学费,1,2026-09-01,\n水费,2,2026-09-01,\n",
       {"2026-09-01–…: 学费1 水费2"}},
      {"one fee in two versions",
       "学费,1,2026-09-01,2027-02-14\n学费,3,2027-02-15,\n水费,2,,\n",
       {"2026-09-01–2027-02-14: 学费1 水费2", "2027-02-15–…: 学费3 水费2"}},
      {"both days in one cell",
       "学费,1,2026-09-01至2027-02-14,\n学费,3,2027-02-15,\n",
       {"2026-09-01–2027-02-14: 学费1", "2027-02-15–…: 学费3"}},
      {"days long past are one period",
       "学费,1,2012-09-01,\n水费,2,2020-03-01,\n",
       {"2020-03-01–…: 学费1 水费2"}},
      {"a heading goes with its last row",
       "一、高中,,,\n学费,1,2026-09-01,2026-12-31\n二、初中,,,\n水费,2,,\n",
       {"2026-09-01–2026-12-31: 一、高中 学费1 二、初中 水费2", "2027-01-01–…: 二、初中 水费2"}},
      {"all over",
       "学费,1,2024-09-01,2025-08-31\n水费,2,2024-09-01,2026-08-31\n",
       {"2025-09-01–2026-08-31: 水费2"}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(periods_of(c.rows, {2026, 11, 24}), c.periods) << c.what;
}

TEST(FeePeriods, LoseNoRowOfTodayOrLater) {
  for (uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const CivilDate today{2026, 11, 24};
    FeeSchedule schedule;
    for (size_t i = 0; i < 12; ++i) {
      FeeRow& row = schedule.rows.emplace_back();
      row.grid_row = i;
      row.section = random() % 5 == 0;
      if (!row.section && random() % 3)
        row.from = add_days(today, static_cast<int64_t>(random() % 400) - 200);
      if (!row.section && random() % 3 == 0)
        row.to = add_days(row.from.value_or(today), static_cast<int64_t>(random() % 200));
    }
    const std::vector<FeeSchedule> periods = fee_periods(schedule, today);
    for (int64_t ahead = 0; ahead < 500; ++ahead) {
      const CivilDate day = add_days(today, ahead);
      std::vector<size_t> expected, standing;
      for (const FeeRow& row : schedule.rows)
        if (!row.section && (!row.from || *row.from <= day) && (!row.to || day <= *row.to))
          expected.push_back(row.grid_row);
      int count = 0;
      for (const FeeSchedule& period : periods) {
        if ((period.effective_from && day < *period.effective_from) ||
            (period.effective_to && *period.effective_to < day))
          continue;
        ++count;
        for (const FeeRow& row : period.rows)
          if (!row.section)
            standing.push_back(row.grid_row);
      }
      if (periods.size() == 1 && expected.size() != standing.size())
        break; // all rows alike: the table's own days are follow_on's
      ASSERT_LE(count, 1) << seed;
      ASSERT_EQ(standing, expected) << "seed " << seed << ", " << iso_date(day);
    }
  }
}

} // namespace
} // namespace heiban
