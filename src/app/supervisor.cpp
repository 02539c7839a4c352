#include "app/supervisor.h"

#include "base/log.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace heiban {
namespace {

constexpr int64_t kFirstBackoffMs = 1000, kLongestBackoffMs = 60'000;
constexpr int64_t kHealthyMs = 5 * 60 * 1000; // after so long a death is no pattern
constexpr int kPatienceMs = 2000;             // between SIGTERM and SIGKILL

// Between fork and exec only async-signal-safe calls are allowed: other threads held locks.
[[noreturn]] void become(char** arguments, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent)
    ::_exit(1); // the parent died before the line above
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::execv("/proc/self/exe", arguments);
  ::_exit(127);
}

pid_t spawn(const std::vector<std::string>& arguments) {
  std::vector<char*> argv = {const_cast<char*>("heiban")};
  for (const std::string& argument : arguments)
    argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const pid_t parent = ::getpid(), child = ::fork();
  if (child == 0)
    become(argv.data(), parent);
  return child;
}

int exit_code(int status) {
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

bool ended_within(pid_t pid, int patience_ms) {
  for (int waited = 0; waited < patience_ms; waited += 20) {
    if (::waitpid(pid, nullptr, WNOHANG) != 0)
      return true;
    ::usleep(20'000);
  }
  return false;
}

} // namespace

Supervisor::Supervisor(std::vector<std::string> arguments) : arguments_(std::move(arguments)) {}

Supervisor::~Supervisor() {
  if (pid_ <= 0)
    return;
  ::kill(pid_, SIGTERM);
  if (ended_within(pid_, kPatienceMs))
    return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

void Supervisor::tick(int64_t steady_ms) {
  reap(steady_ms);
  if (pid_ == 0 && steady_ms >= next_start_ms_)
    start(steady_ms);
}

int64_t Supervisor::wait_ms(int64_t steady_ms) const {
  return pid_ > 0 ? -1 : std::max<int64_t>(next_start_ms_ - steady_ms, 1);
}

void Supervisor::reap(int64_t steady_ms) {
  int status = 0;
  if (pid_ <= 0 || ::waitpid(pid_, &status, WNOHANG) != pid_)
    return;
  const bool healthy = steady_ms - started_ms_ >= kHealthyMs;
  backoff_ms_ =
      healthy ? kFirstBackoffMs : std::clamp(backoff_ms_ * 2, kFirstBackoffMs, kLongestBackoffMs);
  next_start_ms_ = steady_ms + backoff_ms_;
  log::warn("fetch {} ended with {}; starting it again in {} s", pid_, exit_code(status),
            backoff_ms_ / 1000);
  pid_ = 0;
}

void Supervisor::start(int64_t steady_ms) {
  const pid_t child = spawn(arguments_);
  started_ms_ = steady_ms;
  next_start_ms_ = steady_ms + kLongestBackoffMs;
  if (child < 0)
    return log::error("cannot start fetch: {}", std::strerror(errno));
  pid_ = child;
  ++starts_;
  log::info("fetch runs as {}", child);
}

int run_self(const std::vector<std::string>& arguments) {
  const pid_t child = spawn(arguments);
  int status = 0;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return child > 0 ? exit_code(status) : 1;
}

} // namespace heiban
