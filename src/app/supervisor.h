// Supervisor: keeps `heiban fetch` running as a child of the board, and nothing more.
// app/board_loop turns it; its child dies with the board, and its child's death is only a restart.
// It talks to the child by signals alone: what they share are the files of the state folder.
#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace heiban {

class Supervisor {
public:
  // `arguments` follow the program's own path: fetch --config … --state …
  explicit Supervisor(std::vector<std::string> arguments);
  ~Supervisor(); // ends the child
  Supervisor(const Supervisor&) = delete;

  // Starts the child when it is due; after a SIGCHLD it notices the end of one.
  void tick(int64_t steady_ms);
  int64_t wait_ms(int64_t steady_ms) const; // until the next start; -1: the child runs

  pid_t pid() const { return pid_; } // 0: waiting to start again
  int64_t starts() const { return starts_; }

private:
  void reap(int64_t steady_ms);
  void start(int64_t steady_ms);

  std::vector<std::string> arguments_;
  pid_t pid_ = 0;
  int64_t started_ms_ = 0, next_start_ms_ = 0; // steady
  int64_t backoff_ms_ = 0;
  int64_t starts_ = 0;
};

// Runs the program itself with these arguments and waits for its end: its exit code, or 128 + the
// signal that ended it.
int run_self(const std::vector<std::string>& arguments);

} // namespace heiban
