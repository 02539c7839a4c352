#include "calendar/instant.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

// A calendar that counts days one by one: slow, and independent of the formulas.
struct SlowCalendar {
  CivilDate date{1, 1, 1};
  int weekday = 1; // 0001-01-01 was a Monday, proleptically
  void next() {
    static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = date.year % 400 == 0 || (date.year % 4 == 0 && date.year % 100 != 0);
    const int length = kDays[date.month - 1] + (date.month == 2 && leap ? 1 : 0);
    weekday = weekday % 7 + 1;
    if (++date.day <= length)
      return;
    date.day = 1;
    if (++date.month <= 12)
      return;
    date.month = 1;
    ++date.year;
  }
};

TEST(Instant, EveryDayOfTheCalendarAgreesWithACountOfDays) {
  SlowCalendar slow;
  int64_t day = days_since_epoch(slow.date);
  for (; slow.date.year <= 2400; slow.next(), ++day) {
    ASSERT_EQ(days_since_epoch(slow.date), day);
    ASSERT_EQ(civil_date(day), slow.date);
    ASSERT_EQ(weekday(slow.date), slow.weekday) << iso_date(slow.date);
  }
}

TEST(Instant, KnownMoments) {
  EXPECT_EQ(days_since_epoch({1970, 1, 1}), 0);
  EXPECT_EQ(iso_utc({0}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(iso_utc({-1}), "1969-12-31T23:59:59Z");
  EXPECT_EQ(iso_utc({2147483648}), "2038-01-19T03:14:08Z");
  EXPECT_EQ(iso_utc({253402300799}), "9999-12-31T23:59:59Z");
}

TEST(Instant, BeijingIsEightHoursAhead) {
  const CivilTime time{{2026, 11, 24}, 0, 30, 5};
  EXPECT_EQ(iso_utc(from_beijing(time)), "2026-11-23T16:30:05Z");
  EXPECT_EQ(beijing(from_beijing(time)), time);
  EXPECT_EQ(iso_utc(beijing_midnight({2026, 3, 1})), "2026-02-28T16:00:00Z");
  EXPECT_EQ(beijing({-8 * kHour - 1}), (CivilTime{{1969, 12, 31}, 23, 59, 59}));
}

TEST(Instant, ValidDates) {
  for (CivilDate good : {CivilDate{1, 1, 1}, CivilDate{2024, 2, 29}, CivilDate{2000, 2, 29},
                         CivilDate{9999, 12, 31}})
    EXPECT_TRUE(is_valid(good)) << iso_date(good);
  for (CivilDate bad : {CivilDate{0, 1, 1}, CivilDate{2026, 2, 29}, CivilDate{1900, 2, 29},
                        CivilDate{2026, 13, 1}, CivilDate{2026, 0, 1}, CivilDate{2026, 4, 31},
                        CivilDate{2026, 4, 0}, CivilDate{10000, 1, 1}})
    EXPECT_FALSE(is_valid(bad)) << iso_date(bad);
}

TEST(Instant, MonthsEndWhereTheMonthEnds) {
  EXPECT_EQ(iso_date(add_months({2026, 11, 24}, -1)), "2026-10-24");
  EXPECT_EQ(iso_date(add_months({2026, 3, 31}, -1)), "2026-02-28");
  EXPECT_EQ(iso_date(add_months({2024, 2, 29}, 12)), "2025-02-28");
  EXPECT_EQ(iso_date(add_months({2026, 12, 31}, 2)), "2027-02-28");
  EXPECT_EQ(iso_date(add_months({2026, 1, 31}, -1)), "2025-12-31");
  EXPECT_FALSE(is_valid(add_months({2026, 1, 31}, -30000)));
}

TEST(Instant, ChineseForms) {
  EXPECT_EQ(date_zh({2026, 3, 5}), "2026年3月5日");
  EXPECT_EQ(weekday_zh({2026, 11, 24}), "星期二");
  EXPECT_EQ(weekday_zh({2026, 11, 29}), "星期日");
  EXPECT_EQ(clock_zh({{2026, 11, 24}, 8, 5, 59}), "8:05");
  EXPECT_EQ(clock_zh({{2026, 11, 24}, 0, 0, 0}), "0:00");
}

struct IsoRow {
  const char *text, *instant; // "-": refused
};

class ReadIso : public testing::TestWithParam<IsoRow> {};

TEST_P(ReadIso, Row) {
  const Result<Instant> at = read_iso(GetParam().text);
  EXPECT_EQ(at ? iso_utc(*at) : "-", GetParam().instant) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ReadIso,
    testing::Values(IsoRow{"2026-11-24", "2026-11-23T16:00:00Z"},
                    IsoRow{"2026-11-24T09:30", "2026-11-24T01:30:00Z"},
                    IsoRow{"2026-11-24 09:30", "2026-11-24T01:30:00Z"},
                    IsoRow{"2026-11-24T09:30:05", "2026-11-24T01:30:05Z"},
                    IsoRow{"2026-11-24T09:30:05.25", "2026-11-24T01:30:05Z"},
                    IsoRow{"2026-11-24T09:30:05Z", "2026-11-24T09:30:05Z"},
                    IsoRow{"2026-11-24T09:30:05+00:00", "2026-11-24T09:30:05Z"},
                    IsoRow{"2026-11-24T09:30:05-03:30", "2026-11-24T13:00:05Z"},
                    IsoRow{"2026-11-24T09:30+0800", "2026-11-24T01:30:00Z"},
                    IsoRow{"2024-02-29", "2024-02-28T16:00:00Z"}, IsoRow{"2026-02-29", "-"},
                    IsoRow{"2026-11-24T24:30", "-"}, IsoRow{"2026-11-24T09:60", "-"},
                    IsoRow{"2026-11-24T09:30:05+25:00", "-"}, IsoRow{"2026-11-24T", "-"},
                    IsoRow{"2026-11-24x", "-"}, IsoRow{"2026-1-2", "-"}, IsoRow{"", "-"},
                    IsoRow{"2026年11月24日", "-"}, IsoRow{"2026-11-24T09:30 ", "-"}));

} // namespace
} // namespace heiban
