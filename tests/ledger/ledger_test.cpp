#include "ledger/ledger.h"

#include "base/file.h"
#include "ledger/read.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sys/resource.h>
#include <unistd.h>

namespace heiban {
namespace {

namespace fs = std::filesystem;
constexpr Instant kMorning{1'795'478'400}; // 2026-11-24 08:00 in Beijing

class LedgerTest : public testing::Test {
protected:
  LedgerTest() {
    std::string path = fs::temp_directory_path() / "heiban-ledger-XXXXXX";
    folder_ = ::mkdtemp(path.data());
  }
  ~LedgerTest() override { fs::remove_all(folder_); }

  Ledger open(Instant now, const std::string& boot = "boot-a", bool trusted = true) {
    Result<Ledger> ledger = Ledger::open(folder_, {boot, now, trusted});
    if (!ledger)
      ADD_FAILURE() << ledger.error().message;
    return std::move(*ledger);
  }
  std::vector<std::string> causes(Instant from, Instant to) const {
    std::vector<std::string> out;
    for (const LedgerGap& gap : read_span(folder_, from, to).gaps)
      out.push_back(gap.cause);
    return out;
  }
  void expect_whole() const {
    for (const BrokenLine& broken : verify_ledger(folder_).broken)
      ADD_FAILURE() << broken.file << ":" << broken.line << ": " << broken.what;
  }

  std::string folder_;
};

// Not write_file_atomic: a disk's fsync thousands of times would be the test's whole time.
void put(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

Standing page(const std::string& id, int number = 1, int of = 1) {
  return {id, "hash-of-" + id, "题目" + id, number, of, ""};
}

TEST_F(LedgerTest, TellsWhatStoodAndForHowLong) {
  Ledger ledger = open(kMorning);
  ledger.stands(page("a", 1, 2), kMorning);
  ledger.stands(page("a", 2, 2), kMorning + 10);
  ledger.stands(page("b"), kMorning + 25);
  ledger.close(kMorning + 200);

  const LedgerSpan span = read_span(folder_, kMorning, kMorning + kDay);
  ASSERT_EQ(span.showings.size(), 3u);
  EXPECT_EQ(span.showings[0].what.title, "题目a");
  EXPECT_EQ(span.showings[0].page, 1);
  EXPECT_EQ(span.showings[0].to - span.showings[0].from, 10);
  EXPECT_EQ(span.showings[1].to - span.showings[1].from, 15);
  EXPECT_EQ(span.showings[2].what.notice_id, "b");
  EXPECT_EQ(span.showings[2].to, kMorning + 200);
  expect_whole();
}

TEST_F(LedgerTest, WritesAtMostALineAMinute) {
  Ledger ledger = open(kMorning);
  for (int i = 0; i < 3600; i += 8)
    ledger.stands(page(std::to_string(i % 5)), kMorning + i);
  const Result<LedgerDay> day = read_day(ledger_files(folder_).front());
  ASSERT_TRUE(day);
  EXPECT_LE(day->lines.size(), 61u);
  EXPECT_GE(day->lines.size(), 50u);
  for (size_t i = 2; i < day->lines.size(); ++i)
    EXPECT_GE(day->lines[i].to - day->lines[i - 1].to, 60);
}

TEST_F(LedgerTest, ShowingAPageAgainIsAnotherShowingCuttingItIsNot) {
  Ledger ledger = open(kMorning);
  ledger.stands(page("only"), kMorning);
  for (int i = 1; i < 10; ++i)
    ledger.tick(kMorning + 60 * i);
  ledger.stands(page("only"), kMorning + 600);
  ledger.close(kMorning + 660);
  const LedgerSpan span = read_span(folder_, kMorning, kMorning + kDay);
  ASSERT_EQ(span.showings.size(), 2u);
  EXPECT_EQ(span.showings[0].to - span.showings[0].from, 600);
}

TEST_F(LedgerTest, AKillLosesAtMostTheLastMinute) {
  {
    Ledger ledger = open(kMorning);
    ledger.stands(page("long"), kMorning);
    for (Instant at = kMorning; at < kMorning + 1000; at = at + 1)
      if (at >= ledger.next_due())
        ledger.tick(at);
  } // no close: as killed at 1000 s
  const LedgerSpan span = read_span(folder_, kMorning, kMorning + kDay);
  ASSERT_EQ(span.showings.size(), 1u);
  EXPECT_GE(span.showings[0].to, kMorning + 1000 - 60);
}

TEST_F(LedgerTest, AGapIsALineWithItsCause) {
  struct Row {
    const char* boot;
    bool closed;
    const char* cause;
  };
  const Row rows[] = {{"boot-a", false, "crash"},
                      {"boot-b", false, "power"},
                      {"boot-a", true, "stopped"},
                      {"boot-b", true, "stopped"}};
  for (const Row& row : rows) {
    fs::remove_all(folder_);
    {
      Ledger ledger = open(kMorning);
      ledger.stands(page("a"), kMorning);
      ledger.tick(kMorning + 60);
      if (row.closed)
        ledger.close(kMorning + 70);
    }
    open(kMorning + 500, row.boot);
    EXPECT_EQ(causes(kMorning, kMorning + kDay), std::vector<std::string>{row.cause});
    expect_whole();
  }
}

TEST_F(LedgerTest, OffHoursAreAGapAndCostFewLines) {
  Ledger ledger = open(kMorning);
  ledger.stands(page("a"), kMorning);
  ledger.nothing("off hours", kMorning + 30);
  for (int64_t s = 60; s <= 10 * kHour; s += 60)
    ledger.tick(kMorning + s);
  ledger.stands(page("a"), kMorning + 11 * kHour);
  ledger.close(kMorning + 11 * kHour + 60);
  const LedgerSpan span = read_span(folder_, kMorning, kMorning + kDay);
  EXPECT_EQ(span.showings.size(), 2u);
  ASSERT_FALSE(span.gaps.empty());
  EXPECT_EQ(span.gaps.front().from, kMorning + 30);
  EXPECT_EQ(span.gaps.back().to, kMorning + 11 * kHour);
  EXPECT_LT(read_day(ledger_files(folder_).front())->lines.size(), 20u);
  expect_whole();
}

TEST_F(LedgerTest, ATornLastLineIsLegalAndMended) {
  {
    Ledger ledger = open(kMorning);
    ledger.stands(page("a"), kMorning);
    ledger.close(kMorning + 100);
  }
  const std::string path = ledger_files(folder_).front().path;
  const std::string whole = *read_file(path, 1 << 20);
  const size_t last = whole.rfind('\n', whole.size() - 2) + 1;
  for (size_t length = last + 1; length < whole.size(); ++length) {
    put(path, whole.substr(0, length));
    EXPECT_TRUE(verify_ledger(folder_).broken.empty());
    EXPECT_EQ(verify_ledger(folder_).torn_bytes, length - last);
    {
      Ledger ledger = open(kMorning + 200);
      ledger.stands(page("b"), kMorning + 200);
      ledger.close(kMorning + 300);
    }
    const Verification after = verify_ledger(folder_);
    ASSERT_TRUE(after.broken.empty()) << length << ": " << after.broken.front().what;
    EXPECT_EQ(after.torn_bytes, 0u);
  }
}

TEST_F(LedgerTest, EveryFlippedBitIsFoundWithItsLine) {
  {
    Ledger ledger = open(kMorning);
    for (int i = 0; i < 4; ++i)
      ledger.stands(page(std::to_string(i)), kMorning + 60 * i);
    ledger.close(kMorning + 300);
  }
  const std::string path = ledger_files(folder_).front().path;
  std::string bytes = *read_file(path, 1 << 20);
  int line = 1;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char was = bytes[i];
    bytes[i] = static_cast<char>(was ^ 1);
    put(path, bytes);
    const Verification found = verify_ledger(folder_);
    ASSERT_FALSE(found.broken.empty()) << "byte " << i;
    EXPECT_EQ(found.broken.front().line, line) << "byte " << i;
    bytes[i] = was;
    line += was == '\n';
  }
}

TEST_F(LedgerTest, AnEndCutOffADayIsFoundInThatDaysFile) {
  open(kMorning).close(kMorning + 5);
  open(kMorning + kDay).close(kMorning + kDay + 5);
  const std::string path = ledger_files(folder_).front().path;
  const std::string whole = *read_file(path, 1 << 20);
  put(path, whole.substr(0, whole.size() - 1));
  const Verification found = verify_ledger(folder_);
  ASSERT_FALSE(found.broken.empty());
  EXPECT_EQ(found.broken.front().file, "2026-11-24.jsonl");
  EXPECT_EQ(found.broken.front().line, std::ranges::count(whole, '\n'));
}

TEST_F(LedgerTest, ALineTakenOutIsFound) {
  {
    Ledger ledger = open(kMorning);
    for (int i = 0; i < 5; ++i)
      ledger.stands(page(std::to_string(i)), kMorning + 60 * i);
  }
  const std::string path = ledger_files(folder_).front().path;
  std::string bytes = *read_file(path, 1 << 20);
  const size_t second = bytes.find('\n') + 1;
  bytes.erase(second, bytes.find('\n', second) + 1 - second);
  put(path, bytes);
  const Verification found = verify_ledger(folder_);
  ASSERT_EQ(found.broken.size(), 1u);
  EXPECT_EQ(found.broken.front().line, 2);
}

TEST_F(LedgerTest, MidnightCutsAStayIntoTwoFilesOfOneChain) {
  const Instant midnight = beijing_midnight({2026, 11, 25});
  Ledger ledger = open(midnight - 100);
  ledger.stands(page("a"), midnight - 90);
  ledger.stands(page("b"), midnight + 50);
  ledger.close(midnight + 90);
  ASSERT_EQ(ledger_files(folder_).size(), 2u);
  expect_whole();
  const LedgerSpan span = read_span(folder_, midnight - kDay, midnight + kDay);
  ASSERT_EQ(span.showings.size(), 2u);
  EXPECT_EQ(span.showings[0].from, midnight - 90);
  EXPECT_EQ(span.showings[0].to, midnight + 50);
  const LedgerDay first = *read_day(ledger_files(folder_).front());
  EXPECT_EQ(first.lines.back().kind, "day");
  EXPECT_EQ(first.lines.back().on_air_seconds, 90);
  EXPECT_EQ(first.lines.back().notices, 1);
}

TEST_F(LedgerTest, DaysOffAreGapsToo) {
  {
    Ledger ledger = open(kMorning);
    ledger.stands(page("a"), kMorning);
    ledger.close(kMorning + 60);
  }
  const Instant back = kMorning + 9 * kDay;
  open(back, "boot-b");
  const LedgerSpan span = read_span(folder_, kMorning, back + 1);
  int64_t silent = 0;
  for (const LedgerGap& gap : span.gaps) {
    silent += gap.to - gap.from;
    EXPECT_EQ(gap.cause, "stopped");
  }
  EXPECT_EQ(silent, back - kMorning - 60);
  expect_whole();
}

TEST_F(LedgerTest, KeepsFourHundredDaysAndDropsOnlyItsOwnFiles) {
  for (int64_t day = 0; day < 410; ++day)
    open(kMorning + day * kDay).close(kMorning + day * kDay + 5);
  put(folder_ + "/README", "x");
  open(kMorning + 411 * kDay);
  const std::vector<LedgerFile> files = ledger_files(folder_);
  EXPECT_EQ(files.front().date, iso_date(beijing(kMorning + 11 * kDay).date));
  EXPECT_TRUE(fs::exists(folder_ + "/README"));
  expect_whole();
}

TEST_F(LedgerTest, AnUntrustedClockDeletesNothing) {
  open(kMorning).close(kMorning + 5);
  open(kMorning + 30'000 * kDay, "boot-b", false);
  EXPECT_EQ(ledger_files(folder_).front().date, "2026-11-24");
}

TEST_F(LedgerTest, FilesOfAFutureThatNeverCameAreSetAside) {
  open(kMorning + 300 * kDay, "boot-b").close(kMorning + 300 * kDay + 5);
  Ledger ledger = open(kMorning + 60, "boot-c");
  ledger.stands(page("a"), kMorning + 60);
  ledger.close(kMorning + 120);
  EXPECT_EQ(ledger_files(folder_).back().date, "2026-11-24");
  EXPECT_EQ(read_span(folder_, kMorning, kMorning + kDay).showings.size(), 1u);
  expect_whole();
}

TEST_F(LedgerTest, ADiskThatRefusesLosesNothingOnceItTakesAgain) {
  Ledger ledger = open(kMorning);
  ledger.stands(page("a"), kMorning);
  ledger.tick(kMorning + 60);
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto size = static_cast<rlim_t>(fs::file_size(ledger_files(folder_).front().path));
  ::signal(SIGXFSZ, SIG_IGN);
  const struct rlimit full { size + 40, before.rlim_max }; // room for less than a line
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &full), 0);
  for (int i = 2; i < 20; ++i)
    ledger.stands(page(std::to_string(i)), kMorning + 60 * i);
  EXPECT_FALSE(ledger.problem().empty());
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  ledger.tick(kMorning + 1200);
  EXPECT_TRUE(ledger.problem().empty());
  ledger.close(kMorning + 1201);
  const LedgerSpan span = read_span(folder_, kMorning, kMorning + kDay);
  ASSERT_EQ(span.showings.size(), 19u);
  for (size_t i = 1; i < span.showings.size(); ++i)
    EXPECT_EQ(span.showings[i].from, span.showings[i - 1].to);
  expect_whole();
}

// A day of the shortest dwell over many notices stays below a mebibyte.
TEST_F(LedgerTest, AFullDayFitsItsFile) {
  const Instant midnight = beijing_midnight({2026, 11, 25});
  Ledger ledger = open(midnight);
  std::mt19937 from(7);
  for (int64_t s = 0; s < kDay; s += 8)
    ledger.stands({fmt::format("{:016x}", from() % 200), std::string(64, 'c'),
                   "关于公布2026年秋季学期中小学校收费项目和收费标准的通知",
                   1 + static_cast<int>(from() % 9), 9, ""},
                  midnight + s);
  ledger.close(midnight + kDay - 1);
  const auto size = fs::file_size(ledger_files(folder_).front().path);
  RecordProperty("bytes", std::to_string(size));
  EXPECT_LT(size, 1u << 20);
  EXPECT_EQ(read_span(folder_, midnight, midnight + kDay).showings.size(),
            static_cast<size_t>(kDay / 8));
  expect_whole();
}

TEST_F(LedgerTest, LinesOfAnUntrustedClockSaySo) {
  open(kMorning, "boot-a", false);
  EXPECT_FALSE(read_day(ledger_files(folder_).front())->lines.front().trusted);
}

} // namespace
} // namespace heiban
