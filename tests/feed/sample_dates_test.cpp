#include "feed/sample_dates.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

struct Row {
  const char* now; // Beijing time
  const char* text;
  const char* expected;
};

class SampleDates : public testing::TestWithParam<Row> {};

TEST_P(SampleDates, AreFilledFromToday) {
  const Result<Instant> now = read_iso(GetParam().now);
  ASSERT_TRUE(now) << now.error().message;
  EXPECT_EQ(fill_dates(GetParam().text, *now), GetParam().expected);
}

// 2026-11-24 is a Tuesday, 2026-11-28 a Saturday.
const Row kRows[] = {
    {"2026-11-24T10:00", "自{{-3 date}}起", "自2026年11月21日起"},
    {"2026-11-24T10:00", "{{+7 md}}", "12月1日"},
    {"2026-11-24T10:00", "{{7 md}}", "12月1日"},
    {"2026-11-24T10:00", "{{0 rfc822 9:30}}", "Tue, 24 Nov 2026 09:30:00 +0800"},
    {"2026-11-24T10:00", "{{-3 09:30 rfc822}}", "Sat, 21 Nov 2026 09:30:00 +0800"},
    {"2026-11-24T10:00", "{{-20 iso 16:05}}", "2026-11-04T16:05:00+08:00"},
    {"2026-11-24T10:00", "{{-20 iso}}", "2026-11-04T00:00:00+08:00"},
    {"2026-11-24T10:00", "{{0 year}}年（{{0 weekday}}）", "2026年（星期二）"},
    {"2026-12-30T10:00", "{{+5 year}}", "2027"},
    {"2028-02-28T10:00", "{{+1 date}}", "2028年2月29日"},
    // The date is Beijing's, whatever the hour is in Greenwich.
    {"2026-11-23T16:00:00Z", "{{0 date}}", "2026年11月24日"},
    {"2026-11-23T15:59:59Z", "{{0 date}}", "2026年11月23日"},
    // Days from Monday to Friday.
    {"2026-11-24T10:00", "{{-1w date}}", "2026年11月23日"},
    {"2026-11-24T10:00", "{{-2w date}}", "2026年11月20日"},
    {"2026-11-24T10:00", "{{+4w date}}", "2026年11月30日"},
    {"2026-11-24T10:00", "{{0w date}}", "2026年11月24日"},
    {"2026-11-28T10:00", "{{0w date}}", "2026年11月27日"},
    {"2026-11-29T10:00", "{{-1w date}}", "2026年11月27日"},
    {"2026-11-28T10:00", "{{+1w date}}", "2026年11月30日"},
    // School years and terms.
    {"2026-07-31T10:00", "{{0 schoolyear}}学年", "2025—2026学年"},
    {"2026-08-01T10:00", "{{0 schoolyear}}学年", "2026—2027学年"},
    {"2027-01-31T10:00", "{{0 intake}}级", "2026级"},
    {"2027-01-31T10:00", "{{0 term}}", "2026年秋季学期"},
    {"2027-02-01T10:00", "{{0 term}}", "2027年春季学期"},
    {"2026-08-01T10:00", "{{0 term}}", "2026年秋季学期"},
    {"2027-01-31T10:00", "{{0 lastterm}}", "2026年春季学期"},
    {"2027-07-31T10:00", "{{0 lastterm}}", "2026年秋季学期"},
    // What it does not know stays as it was.
    {"2026-11-24T10:00", "{{0 tomorrow}}", "{{0 tomorrow}}"},
    {"2026-11-24T10:00", "{{date}} {{soon date}}", "{{date}} {{soon date}}"},
    {"2026-11-24T10:00", "{{0 date md}}", "{{0 date md}}"},
    {"2026-11-24T10:00", "{{0 iso 25:00}}", "{{0 iso 25:00}}"},
    {"2026-11-24T10:00", "{{99999999999 date}}", "{{99999999999 date}}"},
    {"2026-11-24T10:00", "{{0 date", "{{0 date"},
    {"2026-11-24T10:00", "}} {{ }} {{0 md}}", "}} {{ }} 11月24日"},
    {"2026-11-24T10:00", "", ""},
};

INSTANTIATE_TEST_SUITE_P(Rows, SampleDates, testing::ValuesIn(kRows));

} // namespace
} // namespace heiban
