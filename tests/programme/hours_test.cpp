// Opening hours: when the board is on, by weekday, holiday, exception and staff's own table.
#include "config/hours.h"
#include "config/opening_hours.h"
#include "made_helper.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

Instant at(int year, int month, int day, int hour, int minute, int second = 0) {
  return from_beijing({{year, month, day}, hour, minute, second});
}

class Hours : public testing::Test {
protected:
  Hours() {
    const DayHours office = *read_hours("8:00-12:00, 13:30-17:30").hours;
    rules.hours.always = false;
    for (int day = 0; day < 5; ++day)
      rules.hours.weekdays[day] = office;
    rules.hours.makeup = office;
    rules.holidays =
        HolidayCalendar::load(std::string(HEIBAN_ROOT) + "/assets/calendar/holidays.tsv").value();
    made.add("a", 3);
    made.add("b", 1);
    for (EditionNotice& one : made.edition.notices)
      one.from = at(2025, 1, 1, 0, 0);
  }

  Plan at_time(Instant now, const Shown& shown = {}) const {
    return plan(made.edition, made.metrics, shown, rules, now);
  }
  bool on(Instant now) const { return at_time(now).now.kind == SlotKind::Notice; }

  Made made;
  ProgrammeRules rules;
};

struct Row {
  Instant at;
  bool on;
  const char* why;
};

TEST_F(Hours, ByWeekdayHolidayAndMakeUpDay) {
  const Row rows[] = {
      {at(2026, 11, 24, 7, 58, 59), false, "Tuesday, before the minute before opening"},
      {at(2026, 11, 24, 7, 59), true, "back a minute before the doors open"},
      {at(2026, 11, 24, 8, 0), true, "opening"},
      {at(2026, 11, 24, 11, 59, 59), true, "the morning's last second"},
      {at(2026, 11, 24, 12, 0), false, "noon"},
      {at(2026, 11, 24, 13, 29), true, "a minute before the afternoon"},
      {at(2026, 11, 24, 17, 30), false, "closed"},
      {at(2026, 11, 28, 9, 0), false, "Saturday"},
      {at(2026, 10, 1, 9, 0), false, "国庆节, a Thursday"},
      {at(2026, 10, 10, 9, 0), true, "a Saturday worked for 国庆节"},
      {at(2026, 2, 17, 9, 0), false, "春节"},
      {at(2027, 2, 9, 9, 0), true, "a year without its notice goes by the weekday"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(on(row.at), row.on) << row.why;
}

TEST_F(Hours, AnExceptionOutranksWeekdayAndHoliday) {
  rules.hours.exceptions = {{"2026-11-24", {}},
                            {"2026-11-28", *read_hours("9:00-11:00").hours},
                            {"2026-10-01", *read_hours("全天").hours}};
  EXPECT_FALSE(on(at(2026, 11, 24, 9, 0)));
  EXPECT_TRUE(on(at(2026, 11, 28, 10, 0)));
  EXPECT_FALSE(on(at(2026, 11, 28, 11, 0)));
  EXPECT_TRUE(on(at(2026, 10, 1, 23, 0)));
}

TEST_F(Hours, StaffsOwnTableAddsAYear) {
  const Result<HolidayCalendar> own = HolidayCalendar::parse(
      "2027\t国办发明电〔2026〕1号\t春节\t2027-02-05\t2027-02-11\t2027-02-20\n", "holidays.tsv");
  ASSERT_TRUE(own) << own.error().message;
  rules.holidays.take(*own);
  EXPECT_FALSE(on(at(2027, 2, 9, 9, 0)));
  EXPECT_TRUE(on(at(2027, 2, 20, 9, 0))) << "a Saturday worked";
  EXPECT_FALSE(on(at(2026, 10, 1, 9, 0))) << "the years before stay";
}

TEST_F(Hours, TheQuietPageStandsUntilJustBeforeOpeningAndTheRoundGoesOn) {
  const Shown shown = at_time(at(2026, 11, 27, 17, 29)).after; // Friday; page 1 of a has stood
  const Instant closed = at(2026, 11, 27, 17, 30, 5);
  const Plan quiet = at_time(closed, shown);
  EXPECT_EQ(quiet.now.kind, SlotKind::Quiet);
  EXPECT_EQ(quiet.now.why, "quiet");
  const Instant on_again = closed + quiet.now.dwell_ms / 1000;
  EXPECT_EQ(on_again, at(2026, 11, 30, 7, 59)) << "Monday";
  const Plan morning = at_time(on_again, quiet.after);
  EXPECT_EQ(morning.now.notice_id, "a");
  EXPECT_EQ(morning.now.page, 2);
}

TEST_F(Hours, ALongClosureIsLookedAtAgain) {
  rules.hours.weekdays[0] = rules.hours.weekdays[1] = rules.hours.weekdays[2] = {};
  rules.hours.weekdays[3] = rules.hours.weekdays[4] = rules.hours.makeup = {};
  const Plan quiet = at_time(kNow);
  EXPECT_EQ(quiet.now.kind, SlotKind::Quiet);
  EXPECT_GT(quiet.now.dwell_ms, 0);
}

TEST_F(Hours, TheDisplayIsOffOnlyWhereStaffSaySoAndNeverInHours) {
  EXPECT_FALSE(at_time(at(2026, 11, 24, 22, 0)).now.display_off);
  rules.display_off = true;
  EXPECT_TRUE(at_time(at(2026, 11, 24, 22, 0)).now.display_off);
  EXPECT_FALSE(at_time(at(2026, 11, 24, 9, 0)).now.display_off);
  made.edition.notices.clear();
  EXPECT_FALSE(at_time(at(2026, 11, 24, 9, 0)).now.display_off) << "the fallback page";
}

TEST_F(Hours, AnEmergencyStandsAtNightToo) {
  rules.display_off = true;
  EditionNotice& urgent = made.add_urgent("u", 1);
  urgent.from = at(2026, 11, 24, 20, 0);
  urgent.notice.valid_to = urgent.until = at(2026, 11, 24, 23, 0);
  const Plan alert = at_time(at(2026, 11, 24, 22, 0));
  EXPECT_EQ(alert.now.notice_id, "u");
  EXPECT_FALSE(alert.now.display_off);
  EXPECT_EQ(at_time(at(2026, 11, 24, 23, 0)).now.kind, SlotKind::Quiet);
}

TEST_F(Hours, AYearOfMinutesIsOnExactlyInTheHoursAndAMinuteBefore) {
  for (int minute = 0; minute < 366 * 24 * 60; minute += 7) {
    const Instant now = at(2026, 1, 1, 0, 0) + minute * kMinute;
    const bool open = is_open(rules.hours, rules.holidays, now) ||
                      is_open(rules.hours, rules.holidays, now + kMinute);
    ASSERT_EQ(on(now), open) << moment_zh(now);
  }
}

} // namespace
} // namespace heiban
