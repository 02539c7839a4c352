#include "base/lock_file.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

namespace heiban {
namespace {

class Lock : public testing::Test {
protected:
  void SetUp() override {
    char pattern[] = "/tmp/heiban-lock-XXXXXX";
    ASSERT_NE(mkdtemp(pattern), nullptr);
    folder_ = pattern;
    path_ = folder_ + "/lock";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::string folder_, path_;
};

TEST_F(Lock, ASecondHolderIsRefusedWithTheFirstsNumber) {
  const Result<LockFile> first = LockFile::take(path_);
  ASSERT_TRUE(first) << first.error().message;
  const Result<LockFile> second = LockFile::take(path_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::Refused);
  EXPECT_NE(second.error().message.find(std::to_string(getpid())), std::string::npos)
      << second.error().message;
}

TEST_F(Lock, IsFreeAgainWhenItsHolderIsGone) {
  {
    const Result<LockFile> first = LockFile::take(path_);
    ASSERT_TRUE(first);
  }
  EXPECT_TRUE(LockFile::take(path_));
}

TEST_F(Lock, MovesWithItsHolder) {
  Result<LockFile> first = LockFile::take(path_);
  ASSERT_TRUE(first);
  std::optional<LockFile> held(*std::move(first));
  EXPECT_FALSE(LockFile::take(path_));
  held.reset();
  EXPECT_TRUE(LockFile::take(path_));
}

// SIGKILL leaves nothing stale: the kernel drops the lock.
TEST_F(Lock, OfAKilledProcessIsFree) {
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t child = fork();
  if (child == 0) {
    const Result<LockFile> held = LockFile::take(path_);
    if (write(ready[1], held ? "y" : "n", 1) == 1)
      pause();
    _exit(0);
  }
  char answer = '?';
  ASSERT_EQ(read(ready[0], &answer, 1), 1);
  EXPECT_EQ(answer, 'y');
  const Result<LockFile> refused = LockFile::take(path_);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find(std::to_string(child)), std::string::npos);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
  EXPECT_TRUE(LockFile::take(path_));
  close(ready[0]);
  close(ready[1]);
}

TEST_F(Lock, AFolderThatIsNotThereIsRefused) {
  EXPECT_EQ(LockFile::take(folder_ + "/none/lock").error().kind, ErrorKind::Refused);
}

} // namespace
} // namespace heiban
