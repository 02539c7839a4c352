#include "calendar/lunar.h"

#include <gtest/gtest.h>

#include <map>

namespace heiban {
namespace {

struct LunarRow {
  CivilDate date;
  const char* text;
};

class LunarZh : public testing::TestWithParam<LunarRow> {};

TEST_P(LunarZh, Row) {
  EXPECT_EQ(lunar_zh(GetParam().date), GetParam().text) << iso_date(GetParam().date);
}

INSTANTIATE_TEST_SUITE_P(
    KnownDays, LunarZh,
    testing::Values(
        LunarRow{{2000, 2, 5}, "农历正月初一"}, LunarRow{{2008, 2, 7}, "农历正月初一"},
        LunarRow{{2013, 2, 10}, "农历正月初一"}, LunarRow{{2018, 11, 7}, "农历九月三十"},
        LunarRow{{2018, 11, 8}, "农历十月初一"}, LunarRow{{2020, 5, 23}, "农历闰四月初一"},
        LunarRow{{2023, 3, 22}, "农历闰二月初一"}, LunarRow{{2024, 2, 9}, "农历腊月三十"},
        LunarRow{{2024, 2, 10}, "农历正月初一"}, LunarRow{{2025, 1, 28}, "农历腊月廿九"},
        LunarRow{{2025, 1, 29}, "农历正月初一"}, LunarRow{{2025, 5, 31}, "农历五月初五"},
        LunarRow{{2025, 7, 24}, "农历六月三十"}, LunarRow{{2025, 7, 25}, "农历闰六月初一"},
        LunarRow{{2025, 8, 23}, "农历七月初一"}, LunarRow{{2025, 10, 6}, "农历八月十五"},
        LunarRow{{2026, 2, 16}, "农历腊月廿九"}, LunarRow{{2026, 2, 17}, "农历正月初一"},
        LunarRow{{2026, 6, 19}, "农历五月初五"}, LunarRow{{2026, 9, 25}, "农历八月十五"},
        LunarRow{{2026, 11, 9}, "农历十月初一"}, LunarRow{{2026, 11, 23}, "农历十月十五"},
        LunarRow{{2026, 11, 24}, "农历十月十六"}, LunarRow{{2026, 11, 28}, "农历十月二十"},
        LunarRow{{2026, 11, 29}, "农历十月廿一"}, LunarRow{{2027, 2, 5}, "农历腊月廿九"},
        LunarRow{{2027, 2, 6}, "农历正月初一"}, LunarRow{{2028, 1, 26}, "农历正月初一"},
        LunarRow{{2033, 12, 22}, "农历闰十一月初一"}, LunarRow{{2034, 2, 19}, "农历正月初一"},
        LunarRow{{2050, 1, 23}, "农历正月初一"}));

TEST(Lunar, KnowsNothingOutsideItsTable) {
  EXPECT_EQ(lunar_zh({1999, 12, 31}), "");
  EXPECT_EQ(lunar_zh({2000, 2, 4}), "");
  EXPECT_EQ(lunar_zh({2051, 2, 11}), "");
  EXPECT_EQ(lunar_zh({9999, 12, 31}), "");
}

// Every day is followed by the next of its month or by a first, months by their successors.
TEST(Lunar, DaysAndMonthsFollowEachOther) {
  LunarDate before = lunar_date({2000, 2, 5});
  for (CivilDate date{2000, 2, 6}; date.year <= 2050; date = add_days(date, 1)) {
    const LunarDate today = lunar_date(date);
    ASSERT_NE(today.month, 0) << iso_date(date);
    if (today.day > 1) {
      ASSERT_EQ(today, (LunarDate{before.month, before.leap, before.day + 1})) << iso_date(date);
    } else {
      ASSERT_GE(before.day, 29) << iso_date(date);
      const int expected = today.leap ? before.month : before.month % 12 + 1;
      ASSERT_EQ(today.month, expected) << iso_date(date);
      ASSERT_FALSE(today.leap && before.leap) << iso_date(date);
    }
    before = today;
  }
}

// The winter solstice (21 to 23 December in Beijing) lies in month 11, the new year between
// 21 January and 21 February, and a year has at most one leap month.
TEST(Lunar, YearsObeyTheCalendarsRules) {
  std::map<int, int> leap_months;
  for (CivilDate date{2000, 2, 5}; date.year <= 2050; date = add_days(date, 1)) {
    const LunarDate today = lunar_date(date);
    if (date.month == 12 && date.day == 22) {
      EXPECT_TRUE(today.month == 11 || (today.month == 12 && today.day == 1) ||
                  (today.month == 10 && today.day >= 29))
          << iso_date(date);
    }
    if (today.month == 1 && today.day == 1 && !today.leap) {
      EXPECT_GE(date, (CivilDate{date.year, 1, 21}));
      EXPECT_LE(date, (CivilDate{date.year, 2, 21}));
    }
    if (today.leap && today.day == 1)
      ++leap_months[date.year];
  }
  EXPECT_EQ(leap_months.size(), 19u); // 7 in 19 years
  for (const auto& [year, count] : leap_months)
    EXPECT_EQ(count, 1) << year;
}

} // namespace
} // namespace heiban
