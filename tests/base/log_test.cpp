#include "base/log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace heiban {
namespace {

// What `act` writes to standard error, in a process of its own: the rate limit counts per process.
template <class Act>
std::string logged_by(const Act& act) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDERR_FILENO);
    close(ends[0]);
    act();
    _exit(0);
  }
  close(ends[1]);
  std::string out;
  char buffer[4096];
  for (ssize_t n; (n = read(ends[0], buffer, sizeof buffer)) > 0;)
    out.append(buffer, static_cast<size_t>(n));
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return out;
}

TEST(Log, OneLineAnEvent) {
  const std::string out = logged_by([] { log::warn("feed {} failed {} times", "a", 3); });
  EXPECT_NE(out.find("feed a failed 3 times\n"), std::string::npos) << out;
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 1);
}

TEST(Log, LevelsBelowTheSetOneAreSilent) {
  const std::string out = logged_by([] {
    log::set_level(log::Level::Warn);
    log::debug("d");
    log::info("i");
    log::error("e");
  });
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 1) << out;
}

// An error storm cannot fill a disk.
TEST(Log, AStormIsCutShort) {
  const std::string out = logged_by([] {
    for (int i = 0; i < 100000; ++i)
      log::error("display lost");
  });
  const auto lines = std::count(out.begin(), out.end(), '\n');
  EXPECT_GE(lines, 1);
  EXPECT_LE(lines, 500) << "of 100000";
}

TEST(Log, BracesInTheTextAreText) {
  const std::string out = logged_by([] { log::write(log::Level::Error, "{} {0} %s"); });
  EXPECT_NE(out.find("{} {0} %s"), std::string::npos) << out;
}

} // namespace
} // namespace heiban
