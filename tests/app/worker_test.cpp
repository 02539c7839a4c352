#include "app/trim_memory.h"
#include "app/wake.h"
#include "app/worker.h"
#include "base/file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <poll.h>
#include <unistd.h>
#include <vector>

namespace heiban {
namespace {

bool readable(int fd, int ms = 0) {
  pollfd wait{fd, POLLIN, 0};
  return ::poll(&wait, 1, ms) == 1;
}

TEST(Worker, DoesItsJobsInOrder) {
  std::vector<int> done;
  Worker worker("test");
  for (int i = 0; i < 100; ++i)
    worker.post([&done, i] { done.push_back(i); });
  worker.finish();
  ASSERT_EQ(done.size(), 100u);
  EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
}

TEST(Worker, DropsWhatItHasNotBegunWhenItEnds) {
  int done = 0;
  {
    Worker worker("test");
    EventFd begun;
    worker.post([&] {
      begun.set();
      ::usleep(50'000);
      ++done;
    });
    ASSERT_TRUE(readable(begun.fd(), 5000));
    for (int i = 0; i < 10; ++i)
      worker.post([&] { ++done; });
  }
  EXPECT_EQ(done, 1);
}

TEST(FolderWatch, TellsOfAReplacedFileOnce) {
  const std::string folder = testing::TempDir() + "watch-test";
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(make_folders(folder));
  FolderWatch watch(folder);
  EXPECT_FALSE(watch.changed("a.json"));
  EXPECT_FALSE(readable(watch.fd()));
  ASSERT_TRUE(write_file_atomic(folder + "/a.json", "1"));
  EXPECT_TRUE(readable(watch.fd(), 1000));
  EXPECT_TRUE(watch.changed("a.json"));
  EXPECT_FALSE(readable(watch.fd())) << "the wait would never sleep again";
  EXPECT_FALSE(watch.changed("a.json"));
  ASSERT_TRUE(write_file_atomic(folder + "/a.json", "2"));
  EXPECT_TRUE(watch.changed("a.json"));
}

// Somebody removed the state folder and made it anew.
TEST(FolderWatch, SurvivesItsFolder) {
  const std::string folder = testing::TempDir() + "watch-test";
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(make_folders(folder));
  FolderWatch watch(folder);
  std::filesystem::remove_all(folder);
  EXPECT_FALSE(watch.changed("a.json"));
  ASSERT_TRUE(make_folders(folder));
  ASSERT_TRUE(write_file_atomic(folder + "/a.json", "1"));
  EXPECT_TRUE(watch.changed("a.json"));
  ASSERT_TRUE(write_file_atomic(folder + "/a.json", "22"));
  EXPECT_TRUE(readable(watch.fd(), 1000)) << "armed again";
}

TEST(WakeSet, IsReadableWhileAMemberIs) {
  EventFd a, b;
  WakeSet set;
  set.add(a.fd());
  set.add(b.fd());
  EXPECT_FALSE(readable(set.fd()));
  b.set();
  EXPECT_TRUE(readable(set.fd()));
  b.clear();
  EXPECT_FALSE(readable(set.fd()));
}

TEST(SignalFd, HandsOverWhatWasSent) {
  SignalFd signals({SIGUSR2});
  EXPECT_EQ(signals.take(), 0);
  ::kill(::getpid(), SIGUSR2);
  EXPECT_TRUE(readable(signals.fd(), 1000));
  EXPECT_EQ(signals.take(), SIGUSR2);
  EXPECT_EQ(signals.take(), 0);
}

// Code, constants and the heap are the same afterwards, whatever was given back.
TEST(TrimMemory, ChangesNothingThatCanBeSeen) {
  std::vector<std::string> words;
  for (int i = 0; i < 20'000; ++i)
    words.push_back(std::to_string(i) + " a string too long to be kept in place");
  for (int round = 0; round < 3; ++round) {
    trim_memory();
    for (int i = 0; i < 20'000; ++i)
      ASSERT_EQ(words[static_cast<size_t>(i)],
                std::to_string(i) + " a string too long to be kept in place");
  }
}

} // namespace
} // namespace heiban
