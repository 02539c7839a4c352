#include "app/display_deadline.h"

#include "app/commands.h"

#include <csignal>
#include <string_view>
#include <unistd.h>

namespace heiban {
namespace {

constexpr unsigned kSeconds = 10; // opening a window takes a few tenths of one

// In a signal handler: write and _exit, no log.
void give_up(int) {
  constexpr std::string_view kWords = "board: the display did not answer within 10 s\n";
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, kWords.data(), kWords.size());
  ::_exit(kInternal);
}

} // namespace

DisplayDeadline::DisplayDeadline() {
  std::signal(SIGALRM, give_up);
  ::alarm(kSeconds);
}

DisplayDeadline::~DisplayDeadline() {
  ::alarm(0);
}

} // namespace heiban
