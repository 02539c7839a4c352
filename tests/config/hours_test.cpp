#include "config/hours.h"
#include "config/opening_hours.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

namespace heiban {
namespace {

std::string shown(const DayHours& day) {
  std::string out;
  for (const TimeRange& range : day.ranges)
    out += fmt::format("{}{}:{:02}-{}:{:02}", out.empty() ? "" : " ", range.from_minute / 60,
                       range.from_minute % 60, range.to_minute / 60, range.to_minute % 60);
  return out;
}

struct HoursRow {
  const char *text, *hours;
};

class ReadHours : public testing::TestWithParam<HoursRow> {};

TEST_P(ReadHours, Row) {
  const HoursText read = read_hours(GetParam().text);
  ASSERT_TRUE(read.hours) << read.problem;
  EXPECT_EQ(shown(*read.hours), GetParam().hours);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ReadHours,
    testing::Values(HoursRow{"8:30-12:00, 14:00-17:30", "8:30-12:00 14:00-17:30"},
                    HoursRow{"8:30—12:00，14:00—17:30", "8:30-12:00 14:00-17:30"},
                    HoursRow{"8:30～12:00；14:00～17:30", "8:30-12:00 14:00-17:30"},
                    HoursRow{"8:30至12:00、14:00至17:30", "8:30-12:00 14:00-17:30"},
                    HoursRow{"８：３０－１２：００", "8:30-12:00"},
                    HoursRow{"08:30 - 12:00", "8:30-12:00"},
                    HoursRow{"上午8:30-12:00，下午2:00-5:30", "8:30-12:00 14:00-17:30"},
                    HoursRow{"8时-12时", "8:00-12:00"}, HoursRow{"8点到17点30分", "8:00-17:30"},
                    HoursRow{"0:00-24:00", "0:00-24:00"}, HoursRow{"全天", "0:00-24:00"},
                    HoursRow{"休息", ""}, HoursRow{"closed", ""}));

OpeningHours office() {
  OpeningHours hours;
  hours.always = false;
  for (int i = 0; i < 5; ++i)
    hours.weekdays[i] = *read_hours("8:30-12:00, 14:00-17:30").hours;
  hours.makeup = *read_hours("9:00-12:00").hours;
  hours.exceptions = {{"2026-11-25", *read_hours("10:00-11:00").hours}};
  return hours;
}

const HolidayCalendar& calendar() {
  static const HolidayCalendar loaded =
      HolidayCalendar::load(HEIBAN_ROOT "/assets/calendar/holidays.tsv").value();
  return loaded;
}

struct DayRow {
  CivilDate date;
  const char* hours;
};

class HoursOn : public testing::TestWithParam<DayRow> {};

TEST_P(HoursOn, Row) {
  EXPECT_EQ(shown(hours_on(office(), calendar(), GetParam().date)), GetParam().hours);
}

INSTANTIATE_TEST_SUITE_P(Rows, HoursOn,
                         testing::Values(DayRow{{2026, 11, 24}, "8:30-12:00 14:00-17:30"},
                                         DayRow{{2026, 11, 25}, "10:00-11:00"}, // exception
                                         DayRow{{2026, 11, 28}, ""},            // Saturday
                                         DayRow{{2026, 10, 1}, ""},            // 国庆, a Thursday
                                         DayRow{{2026, 10, 10}, "9:00-12:00"}, // 调休, a Saturday
                                         // no notice yet: the weekday's own hours
                                         DayRow{{2027, 10, 1}, "8:30-12:00 14:00-17:30"}));

Instant at(const char* text) {
  return *read_iso(text);
}

TEST(OpeningHours, EdgesAreHalfOpen) {
  EXPECT_FALSE(is_open(office(), calendar(), at("2026-11-24T08:29:59")));
  EXPECT_TRUE(is_open(office(), calendar(), at("2026-11-24T08:30")));
  EXPECT_TRUE(is_open(office(), calendar(), at("2026-11-24T11:59:59")));
  EXPECT_FALSE(is_open(office(), calendar(), at("2026-11-24T12:00")));
}

TEST(OpeningHours, TheNextChange) {
  const auto next = [](const char* text) {
    return iso_utc(next_change(office(), calendar(), at(text)));
  };
  EXPECT_EQ(next("2026-11-24T07:00"), "2026-11-24T00:30:00Z"); // opens 8:30
  EXPECT_EQ(next("2026-11-24T08:30"), "2026-11-24T04:00:00Z"); // closes 12:00
  EXPECT_EQ(next("2026-11-24T18:00"), "2026-11-25T02:00:00Z"); // the exception's 10:00
  EXPECT_EQ(next("2026-11-27T18:00"), "2026-11-30T00:30:00Z"); // over the weekend
  EXPECT_EQ(next("2026-09-30T18:00"), "2026-10-08T00:30:00Z"); // over 国庆
}

TEST(OpeningHours, AlwaysOpenNeverChanges) {
  const OpeningHours always;
  EXPECT_TRUE(is_open(always, calendar(), at("2026-10-01T03:00")));
  EXPECT_EQ(next_change(always, calendar(), at("2026-11-24T00:00"), 10), at("2026-12-04T00:00"));
}

} // namespace
} // namespace heiban
