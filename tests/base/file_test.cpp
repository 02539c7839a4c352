#include "base/file.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace heiban {
namespace {

class File : public testing::Test {
protected:
  void SetUp() override {
    char pattern[] = "/tmp/heiban-file-XXXXXX";
    ASSERT_NE(mkdtemp(pattern), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  std::string text(const std::string& name) const {
    return read_file(path(name), 1 << 24).value_or("<none>");
  }
  int files() const {
    const std::filesystem::directory_iterator all(folder_);
    return static_cast<int>(std::distance(begin(all), end(all)));
  }

  std::string folder_;
};

// Runs `act` in a process of its own and gives its exit code.
template <class Act>
int in_child(const Act& act) {
  const pid_t child = fork();
  if (child == 0)
    _exit(act());
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(File, WhatIsWrittenIsRead) {
  const std::string bytes("a\0\xFF\n", 4);
  ASSERT_TRUE(write_file_atomic(path("a"), bytes, 0600));
  EXPECT_EQ(text("a"), bytes);
  ASSERT_TRUE(write_file_atomic(path("a"), "", 0600));
  EXPECT_EQ(text("a"), "");
  EXPECT_EQ(files(), 1); // no temporary is left
  struct stat info {};
  ASSERT_EQ(stat(path("a").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600u);
}

TEST_F(File, AFileThatIsNotThereIsNotFound) {
  EXPECT_EQ(read_file(path("none"), 10).error().kind, ErrorKind::NotFound);
}

TEST_F(File, AFolderIsRefused) {
  EXPECT_EQ(read_file(folder_, 10).error().kind, ErrorKind::Refused);
}

TEST_F(File, TheCapIsInclusive) {
  ASSERT_TRUE(write_file_atomic(path("a"), "12345"));
  EXPECT_TRUE(read_file(path("a"), 5));
  EXPECT_EQ(read_file(path("a"), 4).error().kind, ErrorKind::Refused);
  // A device has no size to trust: the cap still holds.
  EXPECT_EQ(read_file("/dev/zero", 100000).error().kind, ErrorKind::Refused);
}

TEST_F(File, ALeftOverTemporaryIsNoObstacle) {
  ASSERT_TRUE(write_file_atomic(path("a.tmp"), std::string(1000, 'x')));
  ASSERT_TRUE(write_file_atomic(path("a"), "new"));
  EXPECT_EQ(text("a"), "new");
  EXPECT_EQ(files(), 1);
}

// The disk is full after `limit` bytes: the old file stays, the temporary goes.
TEST_F(File, AFullDiskLeavesTheOldFile) {
  ASSERT_TRUE(write_file_atomic(path("a"), "old"));
  const std::string big(200000, 'n');
  const int code = in_child([&] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100000, 100000};
    setrlimit(RLIMIT_FSIZE, &limit);
    const Result<void> wrote = write_file_atomic(path("a"), big);
    return wrote ? 1 : wrote.error().kind == ErrorKind::TryLater ? 0 : 2;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(text("a"), "old");
  EXPECT_EQ(files(), 1);
  EXPECT_TRUE(write_file_atomic(path("a"), big)); // recovers by itself
  EXPECT_EQ(text("a"), big);
}

TEST_F(File, NoDescriptorLeft) {
  const int code = in_child([&] {
    for (int fd = 3; fd < 64; ++fd)
      close(fd);
    const rlimit limit{3, 3};
    setrlimit(RLIMIT_NOFILE, &limit);
    const Result<void> wrote = write_file_atomic(path("a"), "x");
    return wrote ? 1 : wrote.error().kind == ErrorKind::TryLater ? 0 : 2;
  });
  EXPECT_EQ(code, 0);
  EXPECT_EQ(files(), 0);
}

TEST_F(File, ARenameThatFailsLeavesNoTemporary) {
  ASSERT_TRUE(make_folders(path("a/inner"))); // a folder with content stands in the way
  const Result<void> wrote = write_file_atomic(path("a"), "x");
  ASSERT_FALSE(wrote);
  EXPECT_EQ(wrote.error().kind, ErrorKind::TryLater);
  EXPECT_NE(wrote.error().message.find(path("a")), std::string::npos);
  EXPECT_EQ(files(), 1);
}

TEST_F(File, AFolderThatIsNotThereIsSaid) {
  const Result<void> wrote = write_file_atomic(path("none/a"), "x");
  ASSERT_FALSE(wrote);
  EXPECT_EQ(wrote.error().kind, ErrorKind::TryLater);
}

// Killed at any moment, the file is the old one or the new one, whole.
TEST_F(File, KilledWhileWriting) {
  const std::string a(300000, 'a'), b(200000, 'b');
  ASSERT_TRUE(write_file_atomic(path("f"), a));
  for (int round = 0; round < 60; ++round) {
    const pid_t child = fork();
    if (child == 0)
      for (;;)
        if (!write_file_atomic(path("f"), b) || !write_file_atomic(path("f"), a))
          _exit(1);
    std::this_thread::sleep_for(std::chrono::microseconds(200 + round * 157));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    ASSERT_TRUE(WIFSIGNALED(status));
    const std::string now = text("f");
    ASSERT_TRUE(now == a || now == b) << "round " << round << ": " << now.size() << " bytes";
  }
  EXPECT_LE(files(), 2); // at most one temporary, which the next write takes over
}

TEST_F(File, FoldersAndRemoving) {
  EXPECT_TRUE(make_folders(path("a/b/c"), 0700));
  EXPECT_TRUE(make_folders(path("a/b/c"))); // twice is fine
  EXPECT_TRUE(std::filesystem::is_directory(path("a/b/c")));
  ASSERT_TRUE(write_file_atomic(path("f"), "x"));
  EXPECT_EQ(make_folders(path("f/x")).error().kind, ErrorKind::Refused);
  EXPECT_TRUE(remove_file(path("f")));
  EXPECT_TRUE(remove_file(path("f"))); // absence is no error
  EXPECT_FALSE(remove_file(path("a")));
}

} // namespace
} // namespace heiban
