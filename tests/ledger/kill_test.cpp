// The ledger and SIGKILL at random moments; a year's size. Long forms by hand:
//   HEIBAN_KILLS=1000 HEIBAN_LEDGER_DAYS=365 test_ledger --gtest_filter='LedgerLong*'
#include "ledger/account.h"
#include "ledger/ledger.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>
#include <random>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace heiban {
namespace {

namespace fs = std::filesystem;
constexpr Instant kMorning{1'795'478'400}; // 2026-11-24 08:00 in Beijing

int number_from(const char* variable, int usual) {
  const char* text = std::getenv(variable);
  return text ? std::atoi(text) : usual;
}

std::string temporary_folder() {
  std::string path = fs::temp_directory_path() / "heiban-ledger-XXXXXX";
  return ::mkdtemp(path.data());
}

Standing page(int number) {
  Standing out;
  out.notice_id = fmt::format("{:016x}", number % 30);
  out.content_hash = std::string(64, static_cast<char>('a' + number % 6));
  out.title = fmt::format("关于公布第{}批中小学校收费项目和收费标准的通知", number % 30);
  out.category = "公告公示";
  out.page = 1 + number % 3;
  out.of = 3;
  return out;
}

// A board's life at a speed no clock allows: a turn every seven seconds of its own time.
[[noreturn]] void live(const std::string& folder, std::atomic<int64_t>& clock) {
  Instant now{clock};
  Result<Ledger> ledger = Ledger::open(folder, {"boot-a", now, true});
  if (!ledger)
    ::_exit(1);
  for (int turn = 0;; ++turn) {
    ledger->stands(page(turn), now);
    now = now + 7;
    ledger->tick(now);
    clock = now.seconds;
  }
}

// A ledger that is killed again and again; the clock is shared with the lives that write it.
struct Killed {
  struct Life {
    Instant from, to;
  };
  std::string folder = temporary_folder();
  std::atomic<int64_t>& clock;
  std::vector<Life> lives;
  int torn = 0;

  // Every life is worth a line, on a slow machine too; then it ends at any moment.
  void kill_one(std::mt19937& random) {
    const Instant started{clock};
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0)
      live(folder, clock);
    while (clock < (started + 2 * kMinute).seconds && ::waitpid(child, nullptr, WNOHANG) == 0)
      ::usleep(100);
    ::usleep(random() % 6000);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself";
    lives.push_back({started, Instant{clock}});
    const Verification found = verify_ledger(folder);
    ASSERT_TRUE(found.broken.empty())
        << "kill " << lives.size() << ": " << found.broken.front().file << ":"
        << found.broken.front().line << " " << found.broken.front().what;
    torn += found.torn_bytes > 0;
    clock += 100; // the time until it is started again
  }

  // Whole after the last start, with a gap for each life; at most its last minute is lost.
  void holds() {
    Ledger::open(folder, {"boot-a", Instant{clock}, true}).value().close(Instant{clock});
    const Verification found = verify_ledger(folder);
    EXPECT_TRUE(found.broken.empty());
    EXPECT_EQ(found.torn_bytes, 0u);
    const LedgerSpan span = read_span(folder, kMorning - kDay, Instant{clock} + kDay);
    size_t at = 0;
    for (const Life& life : lives) {
      while (at < span.gaps.size() && span.gaps[at].to <= life.to)
        ++at;
      ASSERT_LT(at, span.gaps.size());
      EXPECT_EQ(span.gaps[at].cause, "crash");
      EXPECT_GE(std::max(span.gaps[at].from, life.from), life.to - 70);
    }
    fs::remove_all(folder);
  }
};

// The whole chain is verified after every kill, so a chain is given up for a new one after fifty:
// else a thousand kills would verify a gigabyte.
TEST(LedgerLong, AKillAtAnyMomentLeavesTheChainWhole) {
  constexpr int kKillsOfOne = 50;
  const int kills = number_from("HEIBAN_KILLS", 20);
  void* shared = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  ASSERT_NE(shared, MAP_FAILED);
  auto& clock = *new (shared) std::atomic<int64_t>(kMorning.seconds);
  std::mt19937 random(20261124);
  int torn = 0;
  for (int done = 0; done < kills;) {
    Killed ledger{.clock = clock};
    for (int i = 0; i < kKillsOfOne && done < kills; ++i, ++done) {
      ledger.kill_one(random);
      if (HasFatalFailure())
        return;
    }
    ledger.holds();
    torn += ledger.torn;
  }
  fmt::print("{} kills, {} torn lines mended, chains whole\n", kills, torn);
}

int64_t bytes_written() { // by this process, to the kernel
  std::ifstream io("/proc/self/io");
  for (std::string key, value; io >> key >> value;)
    if (key == "wchar:")
      return std::stoll(value);
  return 0;
}

// Thirty notices of three pages, a turn every 20 s from 8:00 to 18:00, dark at night.
TEST(LedgerLong, ADayCostsLittleDiskAndFewWrites) {
  const int days = number_from("HEIBAN_LEDGER_DAYS", 4);
  const std::string folder = temporary_folder();
  const int64_t written_before = bytes_written();
  {
    Ledger ledger = Ledger::open(folder, {"boot-a", kMorning, true}).value();
    int turn = 0;
    for (int day = 0; day < days; ++day) {
      const Instant opens = kMorning + day * kDay;
      for (Instant now = opens; now < opens + 10 * kHour; now = now + 20)
        ledger.stands(page(turn++), now);
      ledger.nothing("off hours", opens + 10 * kHour);
      for (Instant now = opens + 10 * kHour; now < opens + kDay; now = now + 60)
        ledger.tick(now);
    }
    ledger.close(kMorning + days * kDay);
  }
  const int64_t written = bytes_written() - written_before;
  uintmax_t size = 0, largest = 0;
  for (const LedgerFile& file : ledger_files(folder)) {
    size += fs::file_size(file.path);
    largest = std::max(largest, fs::file_size(file.path));
  }
  fmt::print("{} days: {:.1f} MB on disk, the largest day {} bytes, {:.1f} MB written\n", days,
             static_cast<double>(size) / 1e6, largest, static_cast<double>(written) / 1e6);
  EXPECT_LT(largest, 200'000u);
  EXPECT_LT(written, static_cast<int64_t>(size) * 2); // no line is written twice
  EXPECT_TRUE(verify_ledger(folder).broken.empty());
  const LedgerAccounts found = ledger_accounts(folder, kMorning, kMorning + days * kDay);
  EXPECT_EQ(found.notices.size(), 30u);
  EXPECT_EQ(found.notices.front().tally.seconds, static_cast<int64_t>(days) * 10 * kHour / 30);
  fs::remove_all(folder);
}

} // namespace
} // namespace heiban
