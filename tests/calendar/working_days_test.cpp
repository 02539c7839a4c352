#include "calendar/working_days.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <vector>

namespace heiban {
namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr size_t kStride = 11; // every pair is counted in the plain build; here it takes too long
#else
constexpr size_t kStride = 1;
#endif

const HolidayCalendar& shipped() {
  static const HolidayCalendar calendar =
      HolidayCalendar::load(HEIBAN_ROOT "/assets/calendar/holidays.tsv").value();
  return calendar;
}

// The rows of the conformance data, read by other means than the calendar's own.
struct Row {
  std::string year, source, name, from, to, work;
};

std::vector<Row> rows() {
  std::ifstream file(HEIBAN_TESTS "/cases/calendar/holidays.tsv");
  std::vector<Row> out;
  std::string line;
  std::getline(file, line); // heads
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    Row row;
    for (std::string* cell : {&row.year, &row.source, &row.name, &row.from, &row.to, &row.work})
      std::getline(cells, *cell, '\t');
    out.push_back(row);
  }
  return out;
}

// Slow and independent: the text of the rows decides about each day; ISO dates sort as text.
bool worked_by_the_rows(const std::vector<Row>& all, CivilDate date) {
  const std::string day = iso_date(date);
  for (const Row& row : all) {
    if (row.work.find(day) != std::string::npos)
      return true;
    if (row.from <= day && day <= row.to)
      return false;
  }
  return (days_since_epoch(date) + 3) % 7 < 5; // 1970-01-01 was a Thursday
}

TEST(WorkingDays, EveryPairOfDaysOf2025And2026) {
  const std::vector<Row> all = rows();
  ASSERT_EQ(all.size(), 13u);
  std::vector<CivilDate> days;
  std::vector<bool> worked;
  for (CivilDate date{2025, 1, 1}; date.year < 2027; date = add_days(date, 1)) {
    days.push_back(date);
    worked.push_back(worked_by_the_rows(all, date));
    ASSERT_EQ(shipped().is_working_day(date), worked.back()) << iso_date(date);
  }
  for (size_t from = 0; from < days.size(); from += kStride) {
    int count = 0; // working days in [from, to)
    for (size_t to = from; to < days.size(); ++to) {
      const auto counted = shipped().working_days_between(days[from], days[to]);
      ASSERT_EQ(counted, count) << iso_date(days[from]) << " to " << iso_date(days[to]);
      if (worked[to])
        ++count;
    }
  }
}

TEST(WorkingDays, AddingIsTheInverseOfCounting) {
  for (CivilDate from{2025, 1, 1}; from < CivilDate{2026, 11, 1}; from = add_days(from, 1))
    for (int n : {1, 2, 5, 7, 20}) {
      const auto last = shipped().add_working_days(from, n);
      ASSERT_TRUE(last);
      EXPECT_EQ(shipped().is_working_day(*last), true);
      EXPECT_EQ(shipped().working_days_between(add_days(from, 1), add_days(*last, 1)), n)
          << iso_date(from) << " + " << n;
    }
}

struct AddRow {
  CivilDate from;
  int n;
  const char* to; // "-": unknown
};

class AddWorkingDays : public testing::TestWithParam<AddRow> {};

TEST_P(AddWorkingDays, Row) {
  const auto to = shipped().add_working_days(GetParam().from, GetParam().n);
  EXPECT_EQ(to ? iso_date(*to) : "-", GetParam().to);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, AddWorkingDays,
    testing::Values(AddRow{{2026, 11, 24}, 0, "2026-11-24"},
                    AddRow{{2026, 11, 24}, 5, "2026-12-01"},
                    AddRow{{2026, 11, 27}, 1, "2026-11-30"},
                    // 春节 2026: off 15–23 February, worked on Saturdays 14 and 28
                    AddRow{{2026, 2, 12}, 2, "2026-02-14"}, AddRow{{2026, 2, 13}, 2, "2026-02-24"},
                    AddRow{{2026, 2, 14}, 5, "2026-02-28"}, AddRow{{2026, 2, 20}, 1, "2026-02-24"},
                    // 国庆 2026: off 1–7 October, worked on Sunday 20 September and Saturday 10
                    AddRow{{2026, 9, 18}, 1, "2026-09-20"}, AddRow{{2026, 9, 30}, 3, "2026-10-10"},
                    AddRow{{2026, 9, 24}, 5, "2026-10-09"}, // over 中秋 as well
                    // 春节 2025: off 28 January – 4 February, worked on 26 January and 8 February
                    AddRow{{2025, 1, 24}, 2, "2025-01-27"}, AddRow{{2025, 1, 27}, 4, "2025-02-08"},
                    // the turn of the year, both notices known
                    AddRow{{2025, 12, 31}, 1, "2026-01-04"},
                    AddRow{{2025, 12, 30}, 3, "2026-01-05"}, AddRow{{2026, 1, 4}, -1, "2025-12-31"},
                    AddRow{{2026, 11, 30}, -1, "2026-11-27"},
                    // 2027 has no notice yet
                    AddRow{{2026, 12, 30}, 1, "2026-12-31"}, AddRow{{2026, 12, 30}, 2, "-"},
                    AddRow{{2025, 1, 2}, -1, "-"}, AddRow{{2027, 3, 1}, 1, "-"}));

TEST(WorkingDays, AYearWithoutItsNoticeIsUnknown) {
  EXPECT_FALSE(shipped().is_working_day({2027, 3, 1}));
  EXPECT_FALSE(shipped().is_working_day({2024, 12, 31}));
  EXPECT_FALSE(shipped().working_days_between({2026, 12, 31}, {2027, 1, 2}));
  EXPECT_EQ(shipped().working_days_between({2026, 12, 31}, {2027, 1, 1}), 1);
  EXPECT_EQ(shipped().working_days_between({2026, 12, 31}, {2026, 12, 1}), 0);
  EXPECT_FALSE(shipped().working_day_from({2027, 1, 1}));
  EXPECT_FALSE(shipped().knows_year(2027));
}

TEST(WorkingDays, KindsOfDay) {
  EXPECT_EQ(shipped().day_kind({2026, 2, 14}), DayKind::Makeup);
  EXPECT_EQ(shipped().day_kind({2026, 2, 17}), DayKind::Holiday);
  EXPECT_EQ(shipped().day_kind({2026, 11, 24}), DayKind::Workday);
  EXPECT_EQ(shipped().day_kind({2026, 11, 28}), DayKind::Weekend);
  EXPECT_EQ(shipped().holiday_name({2026, 2, 17}), "春节");
  EXPECT_EQ(shipped().holiday_name({2026, 2, 14}), "");
  EXPECT_EQ(shipped().working_day_from({2026, 10, 3}), (CivilDate{2026, 10, 8}));
  EXPECT_EQ(shipped().working_day_from({2026, 11, 24}), (CivilDate{2026, 11, 24}));
}

TEST(WorkingDays, TheShippedFileHoldsTheConformanceRows) {
  std::ifstream file(HEIBAN_ROOT "/assets/calendar/holidays.tsv");
  std::stringstream text;
  text << file.rdbuf();
  for (const Row& row : rows())
    EXPECT_NE(text.str().find(row.name + "\t" + row.from + "\t" + row.to + "\t" + row.work),
              std::string::npos)
        << row.from;
}

// Staff add a year with WPS or Notepad: a byte order mark, CR LF and full-width commas are fine.
TEST(WorkingDays, AYearAddedByStaff) {
  const auto added = HolidayCalendar::parse(
      "\xEF\xBB\xBF# 说明\r\n2027\t某通知\t元旦\t2027-01-01\t2027-01-03\r\n"
      "2027\t某通知\t春节\t2027-02-05\t2027-02-11\t2027-01-31，2027-02-20\r\n\r\n",
      "holidays.tsv");
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(added->is_working_day({2027, 1, 31}), true);
  EXPECT_EQ(added->is_working_day({2027, 2, 20}), true);
  EXPECT_EQ(added->is_working_day({2027, 2, 8}), false);
  EXPECT_EQ(added->working_days_between({2027, 1, 1}, {2027, 1, 9}), 5);
}

struct BadRow {
  const char *line, *says;
};

class BadHolidayFile : public testing::TestWithParam<BadRow> {};

TEST_P(BadHolidayFile, NamesTheLineAndTheMistake) {
  const auto read = HolidayCalendar::parse("# 一\n" + std::string(GetParam().line) + "\n", "h.tsv");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::Malformed);
  EXPECT_TRUE(read.error().message.starts_with("h.tsv:2: ")) << read.error().message;
  EXPECT_NE(read.error().message.find(GetParam().says), std::string::npos) << read.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, BadHolidayFile,
    testing::Values(BadRow{"2027 元旦 2027-01-01 2027-01-03", "Tab"},
                    BadRow{"27\t通知\t元旦\t2027-01-01\t2027-01-03", "不是年份"},
                    BadRow{"2027\t通知\t元旦\t2027-1-1\t2027-01-03", "“2027-1-1”不是日期"},
                    BadRow{"2027\t通知\t元旦\t2027-01-01\t2027-02-30", "“2027-02-30”不是日期"},
                    BadRow{"2027\t通知\t元旦\t2027-01-03\t2027-01-01", "早于"},
                    BadRow{"2027\t通知\t春节\t2027-02-05\t2027-12-11", "超过一个月"},
                    BadRow{"2027\t通知\t春节\t2037-02-05\t2037-02-11", "对不上"},
                    BadRow{"2027\t通知\t春节\t2027-02-05\t2027-02-11\t2027-02-19", "星期五"},
                    BadRow{"2027\t通知\t春节\t2027-02-05\t2027-02-11\t2027-02-06",
                           "既写成放假又写成上班"},
                    BadRow{"2027\t\xBD\xCC\xD3\xFD\t元旦\t2027-01-01\t2027-01-03", "UTF-8"}));

} // namespace
} // namespace heiban
