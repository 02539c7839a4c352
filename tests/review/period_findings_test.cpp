// What staff are told of a 公示期: too short for its kind, at odds with itself, not to be reckoned.
#include "review/period_findings.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

const HolidayCalendar& holidays() {
  static const HolidayCalendar calendar =
      HolidayCalendar::load(HEIBAN_ROOT "/assets/calendar/holidays.tsv").value();
  return calendar;
}

struct Row {
  const char *title, *category;
  CivilDate last; // the first is 2026-11-25, a Wednesday
  const char* says;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.title;
}

class ShortPeriods : public testing::TestWithParam<Row> {};

TEST_P(ShortPeriods, Row) {
  Notice notice;
  notice.id = "0123";
  notice.title = GetParam().title;
  notice.category = GetParam().category;
  notice.publicity = Publicity{.last = GetParam().last, .last_written = true};
  notice.publicity->first = CivilDate{2026, 11, 25};
  settle(*notice.publicity, {2026, 11, 24}, holidays());
  const auto findings = period_findings(notice);
  if (!*GetParam().says)
    EXPECT_TRUE(findings.empty()) << findings[0];
  else
    EXPECT_TRUE(findings.size() == 1 && findings[0].find(GetParam().says) != std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ShortPeriods,
    testing::Values(
        Row{"拟录用公务员公示", "", {2026, 11, 30}, "只有 4 个工作日，公务员录用公示一般不少于 5"},
        Row{"拟录用公务员公示", "", {2026, 12, 1}, ""},
        Row{"干部任前公示", "", {2026, 11, 30}, "干部任前公示一般不少于 5"},
        Row{"干部任前公示", "", {2026, 12, 1}, ""},
        Row{"关于拟聘用人员的公示",
            "招聘公示",
            {2026, 12, 2},
            "只有 6 个工作日，事业单位招聘公示一般不少于 7"},
        Row{"关于拟聘用人员的公示", "招聘公示", {2026, 12, 3}, ""},
        Row{"中级职称评审结果公示", "", {2026, 11, 27}, "职称评审公示一般不少于 5"},
        Row{"优秀教师推荐人选公示", "评优公示", {2026, 11, 25}, ""}));

TEST(PeriodFindings, DatesAndCountThatDisagree) {
  Notice notice;
  notice.publicity = Publicity{.last_written = true, .days = 7, .counted = DayCount::Working};
  notice.publicity->first = CivilDate{2026, 11, 25};
  notice.publicity->last = CivilDate{2026, 12, 1};
  settle(*notice.publicity, {2026, 11, 24}, holidays());
  const auto findings = period_findings(notice);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_NE(findings[0].find("写明公示 7 个工作日，起止日期却是 5 个工作日"), std::string::npos);
}

} // namespace
} // namespace heiban
