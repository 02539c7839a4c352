#include "app/wake.h"

#include "base/log.h"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace heiban {
namespace {

constexpr uint32_t kFolderEvents = IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;

std::string identity(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0)
    return "";
  return fmt::format("{} {} {}.{}", info.st_ino, info.st_size, info.st_mtim.tv_sec,
                     info.st_mtim.tv_nsec);
}

} // namespace

Fd::Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Fd& Fd::operator=(Fd&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Fd::~Fd() {
  if (fd_ >= 0)
    ::close(fd_);
}

EventFd::EventFd() : fd_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

void EventFd::set() {
  const uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(fd_.get(), &one, sizeof one);
}

void EventFd::clear() {
  uint64_t count = 0;
  [[maybe_unused]] const ssize_t n = ::read(fd_.get(), &count, sizeof count);
}

void hold_signal(int signal) {
  sigset_t set;
  ::sigemptyset(&set);
  ::sigaddset(&set, signal);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

SignalFd::SignalFd(const std::vector<int>& signals) {
  sigset_t set;
  ::sigemptyset(&set);
  for (const int signal : signals)
    ::sigaddset(&set, signal);
  ::pthread_sigmask(SIG_BLOCK, &set, nullptr);
  fd_ = Fd(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
}

int SignalFd::take() {
  signalfd_siginfo info{};
  const ssize_t n = ::read(fd_.get(), &info, sizeof info);
  return n == static_cast<ssize_t>(sizeof info) ? static_cast<int>(info.ssi_signo) : 0;
}

FolderWatch::FolderWatch(std::string folder, bool edited)
    : folder_(std::move(folder)), edited_(edited), fd_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
  arm();
}

void FolderWatch::arm() {
  const bool was_armed = watch_ >= 0;
  watch_ = ::inotify_add_watch(fd_.get(), folder_.c_str(),
                               kFolderEvents | (edited_ ? uint32_t{IN_CLOSE_WRITE} : 0));
  if (watch_ < 0 && was_armed)
    log::warn("cannot watch {}: {}; looking once a minute", folder_, std::strerror(errno));
}

bool FolderWatch::changed(const std::string& name) {
  alignas(inotify_event) char buffer[4096];
  bool gone = watch_ < 0;
  for (ssize_t n = 0; (n = ::read(fd_.get(), buffer, sizeof buffer)) > 0;)
    for (ssize_t at = 0; at < n;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      gone = gone || (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0;
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  if (gone)
    arm();
  std::string now = identity(folder_ + "/" + name);
  std::string& seen = seen_[name];
  if (now.empty() || now == seen)
    return false;
  seen = std::move(now);
  return true;
}

WakeSet::WakeSet() : fd_(::epoll_create1(EPOLL_CLOEXEC)) {}

void WakeSet::add(int fd) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = fd;
  if (fd >= 0 && ::epoll_ctl(fd_.get(), EPOLL_CTL_ADD, fd, &event) != 0)
    log::warn("cannot wait for descriptor {}: {}", fd, std::strerror(errno));
}

} // namespace heiban
