#include "calendar/read_date.h"

#include <gtest/gtest.h>

#include <fstream>

namespace heiban {
namespace {

Instant now() {
  return *read_iso("2026-11-24T11:29:49+08:00");
}

std::string shown(std::optional<Instant> at) {
  return at ? iso_utc(*at) : "-";
}

// A row of dates.tsv: a text and what it means, "-" for what is no date.
TEST(ReadDate, EveryRowOfTheTable) {
  std::ifstream table(HEIBAN_TESTS "/calendar/dates.tsv");
  int rows = 0, line = 0;
  for (std::string row; std::getline(table, row);) {
    ++line;
    if (row.starts_with("#") || row.empty())
      continue;
    const size_t tab = row.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    EXPECT_EQ(shown(read_date(row.substr(0, tab), kBeijingMinutes, now())), row.substr(tab + 1))
        << "dates.tsv:" << line << ": " << row.substr(0, tab);
    ++rows;
  }
  EXPECT_GT(rows, 240);
}

// A whole date among names; a date that makes no sense is not mended by leaving its half out.
TEST(ReadDate, TheOneDateOfALine) {
  const struct {
    const char *line, *at;
  } kRows[] = {
      {"2026-11-24", "2026-11-23T16:00:00Z"},
      {"编辑：张三 2026-11-24", "2026-11-23T16:00:00Z"},
      {"作者：李四　2026-11-24 10:20", "2026-11-24T02:20:00Z"},
      {"[云山日报] 2026-11-24", "2026-11-23T16:00:00Z"},
      {"云山县教育局 2026年11月24日 10时20分", "2026-11-24T02:20:00Z"},
      {"上传时间 2026/11/24", "2026-11-23T16:00:00Z"},
      {"2026-11-24 10:20 | 云山县教育局", "2026-11-24T02:20:00Z"},
      {"云山县教育局 | 2026-11-24 10:20 | 张三", "2026-11-24T02:20:00Z"},
      {"2026-11-24 云山县教育局 办公室", "2026-11-23T16:00:00Z"},
      {"编辑：张三 2026-11-24 25:14", "-"},
      {"教育局 2026-11-99", "-"},
      {"编辑：张三", "-"},
      {"截至2026-11-24", "-"},
      {"第3期 2026-11-24", "-"},
      {"2026-11-24 至 2026-11-30", "-"},
      {"教育局关于 2026年招生工作的通知", "-"},
      {"编辑：张三 3.5", "-"},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(shown(read_dated_line(row.line, kBeijingMinutes, now())), row.at) << row.line;
}

TEST(ReadDate, WithoutAZoneTheFeedsOwnCounts) {
  EXPECT_EQ(shown(read_date("2026-11-24 15:30", 0, now())), "2026-11-24T15:30:00Z");
  EXPECT_EQ(shown(read_date("2026-11-24 15:30", -300, now())), "2026-11-24T20:30:00Z");
  EXPECT_EQ(shown(read_date("2026-11-24", 0, now())), "2026-11-24T00:00:00Z");
  EXPECT_EQ(shown(read_date("2026-11-24 15:30 +0800", 0, now())), "2026-11-24T07:30:00Z");
}

// "Today" is the zone's: at 02:00 in Beijing it is still yesterday in London.
TEST(ReadDate, RelativeDaysAreCountedInTheZone) {
  const Instant early = *read_iso("2026-11-24T02:00:00+08:00");
  EXPECT_EQ(shown(read_date("今天", kBeijingMinutes, early)), "2026-11-23T16:00:00Z");
  EXPECT_EQ(shown(read_date("今天", 0, early)), "2026-11-23T00:00:00Z");
  EXPECT_EQ(shown(read_date("昨天 23:50", kBeijingMinutes, early)), "2026-11-23T15:50:00Z");
}

TEST(ReadDate, SaysWhetherATimeAndAZoneWereWritten) {
  const auto day = read_date_fully("2026-11-24", kBeijingMinutes, now());
  ASSERT_TRUE(day);
  EXPECT_FALSE(day->has_time);
  EXPECT_FALSE(day->has_zone);
  const auto full = read_date_fully("2026-11-24T15:30:05+08:00", kBeijingMinutes, now());
  ASSERT_TRUE(full);
  EXPECT_TRUE(full->has_time);
  EXPECT_TRUE(full->has_zone);
  const auto midnight = read_date_fully("2026-11-24 00:00", kBeijingMinutes, now());
  ASSERT_TRUE(midnight);
  EXPECT_TRUE(midnight->has_time);
}

// Whatever bytes come, the answer is a date or none: every prefix of every row, and every row with
// a byte struck out.
TEST(ReadDate, MutilatedTextsAreHarmless) {
  std::ifstream table(HEIBAN_TESTS "/calendar/dates.tsv");
  int read = 0;
  for (std::string row; std::getline(table, row);) {
    const std::string text = row.substr(0, row.find('\t'));
    for (size_t at = 0; at <= text.size(); ++at) {
      read += read_date(text.substr(0, at), kBeijingMinutes, now()).has_value();
      std::string struck = text;
      if (at < struck.size())
        struck.erase(at, 1);
      read += read_date(struck, kBeijingMinutes, now()).has_value();
    }
  }
  EXPECT_GT(read, 1000); // many of them are dates still
}

TEST(ReadDate, LongTextsAreNoDates) {
  EXPECT_FALSE(read_date(std::string(100000, '1'), kBeijingMinutes, now()));
  EXPECT_FALSE(read_date(std::string(300, ' ') + std::string(300, '9'), kBeijingMinutes, now()));
}

} // namespace
} // namespace heiban
