#include "app/notify.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace heiban {
namespace {

// A service manager's side of NOTIFY_SOCKET.
class Manager {
public:
  explicit Manager(const char* watchdog_us) : path_(testing::TempDir() + "notify-test.socket") {
    ::unlink(path_.c_str());
    fd_ = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path_.copy(address.sun_path, sizeof address.sun_path - 1);
    EXPECT_EQ(::bind(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ::setenv("NOTIFY_SOCKET", path_.c_str(), 1);
    ::setenv("WATCHDOG_USEC", watchdog_us, 1);
    ::setenv("WATCHDOG_PID", std::to_string(::getpid()).c_str(), 1);
  }
  ~Manager() {
    for (const char* name : {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})
      ::unsetenv(name);
    ::close(fd_);
    ::unlink(path_.c_str());
  }

  std::vector<std::string> heard() const {
    std::vector<std::string> messages;
    char buffer[512];
    for (ssize_t n = 0; (n = ::recv(fd_, buffer, sizeof buffer, 0)) > 0;)
      messages.emplace_back(buffer, static_cast<size_t>(n));
    return messages;
  }

private:
  std::string path_;
  int fd_ = -1;
};

TEST(Notify, SaysReadyAliveAndLeaving) {
  const Manager manager("20000000");
  Notify notify;
  notify.ready("window surface (x11)");
  notify.alive(0);
  notify.leaving();
  const std::vector<std::string> heard = manager.heard();
  ASSERT_EQ(heard.size(), 3u);
  EXPECT_EQ(heard[0], "READY=1\nSTATUS=window surface (x11)");
  EXPECT_EQ(heard[1], "WATCHDOG=1");
  EXPECT_EQ(heard[2], "STOPPING=1");
}

// Every wait must end in time for the next ping, and pings must come before the interval is over.
TEST(Notify, PingsOftenEnoughAndNotAtEveryFrame) {
  const Manager manager("20000000"); // 20 s
  Notify notify;
  EXPECT_EQ(notify.longest_wait_ms(), 10'000);
  size_t pings = 0;
  for (int64_t at = 0; at < 60'000; at += 16) {
    notify.alive(at);
    pings += manager.heard().size(); // at once: a full queue would stop the sender
  }
  EXPECT_GE(pings, 6u);
  EXPECT_LE(pings, 13u);
}

TEST(Notify, WithoutAManagerNothingIsAsked) {
  Notify notify;
  EXPECT_EQ(notify.longest_wait_ms(), -1);
  notify.ready("");
  notify.alive(0);
  notify.leaving();
}

} // namespace
} // namespace heiban
