#include "app/supervisor.h"

#include <gtest/gtest.h>

#include <csignal>
#include <unistd.h>

namespace heiban {
namespace {

// The program that the supervisor starts is this test: run as a child, one of these is all it does.
TEST(SupervisedChild, DISABLED_Sleeps) {
  ::sleep(60);
}
TEST(SupervisedChild, DISABLED_Fails) {
  FAIL() << "on purpose";
}

std::vector<std::string> child(const char* name) {
  return {std::string("--gtest_filter=SupervisedChild.DISABLED_") + name,
          "--gtest_also_run_disabled_tests", "--gtest_brief=1"};
}

// Turns the supervisor at one moment until the child has been noticed to be gone.
bool gone_within(Supervisor& supervisor, int64_t at_ms, int patience_ms) {
  for (int waited = 0; waited < patience_ms; waited += 10) {
    supervisor.tick(at_ms);
    if (supervisor.pid() == 0)
      return true;
    ::usleep(10'000);
  }
  return false;
}

TEST(Supervisor, AKilledChildIsStartedAgainAfterASecond) {
  Supervisor supervisor(child("Sleeps"));
  supervisor.tick(0);
  const pid_t first = supervisor.pid();
  ASSERT_GT(first, 0);
  EXPECT_EQ(supervisor.wait_ms(0), -1);
  ::kill(first, SIGKILL);
  ASSERT_TRUE(gone_within(supervisor, 100, 3000));
  EXPECT_EQ(supervisor.wait_ms(100), 1000);
  supervisor.tick(1099);
  EXPECT_EQ(supervisor.pid(), 0);
  supervisor.tick(1100);
  EXPECT_GT(supervisor.pid(), 0);
  EXPECT_NE(supervisor.pid(), first);
  EXPECT_EQ(supervisor.starts(), 2);
}

TEST(Supervisor, AChildThatFailsAtOnceIsStartedEverMoreSeldomButAtLeastEveryMinute) {
  Supervisor supervisor(child("Fails"));
  int64_t now = 0, longest = 0;
  for (int i = 0; i < 9; ++i) {
    supervisor.tick(now);
    ASSERT_TRUE(gone_within(supervisor, now, 5000));
    const int64_t wait = supervisor.wait_ms(now);
    EXPECT_GE(wait, longest);
    longest = wait;
    now += wait;
  }
  EXPECT_EQ(longest, 60'000);
}

TEST(Supervisor, AfterFiveHealthyMinutesADeathIsNoPattern) {
  Supervisor supervisor(child("Sleeps"));
  int64_t now = 0;
  for (int i = 0; i < 3; ++i) {
    supervisor.tick(now);
    ::kill(supervisor.pid(), SIGKILL);
    ASSERT_TRUE(gone_within(supervisor, now, 3000));
    now += supervisor.wait_ms(now);
  }
  supervisor.tick(now);
  ::kill(supervisor.pid(), SIGKILL);
  ASSERT_TRUE(gone_within(supervisor, now + 5 * 60 * 1000, 3000));
  EXPECT_EQ(supervisor.wait_ms(now + 5 * 60 * 1000), 1000);
}

TEST(Supervisor, EndsItsChild) {
  pid_t pid = 0;
  {
    Supervisor supervisor(child("Sleeps"));
    supervisor.tick(0);
    pid = supervisor.pid();
  }
  EXPECT_NE(::kill(pid, 0), 0);
}

TEST(RunSelf, TellsTheExitCode) {
  EXPECT_EQ(run_self({"--gtest_list_tests", "--gtest_filter=SupervisedChild.*"}), 0);
  EXPECT_EQ(run_self(child("Fails")), 1);
}

} // namespace
} // namespace heiban
