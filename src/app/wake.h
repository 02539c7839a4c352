// What the board's one wait wakes for besides the display: a drawn page, a new edition, a signal.
// app/board_loop puts them into one WakeSet, whose descriptor goes to Screen::wait.
// It reads a clock nowhere and keeps no time.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace heiban {

class Fd { // owns a descriptor
public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  Fd(Fd&& other) noexcept;
  Fd& operator=(Fd&& other) noexcept;
  ~Fd();
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

private:
  int fd_;
};

class EventFd { // readable from set() to clear(); any thread
public:
  EventFd();
  int fd() const { return fd_.get(); }
  void set();
  void clear();

private:
  Fd fd_;
};

// Blocks a signal in this thread and in those it starts: one that comes waits until a SignalFd
// takes it. A program started from here has it blocked too, unless it is given another mask.
void hold_signal(int signal);

// Signals as readable events. They stay blocked in every thread started afterwards.
class SignalFd {
public:
  explicit SignalFd(const std::vector<int>& signals);
  int fd() const { return fd_.get(); }
  int take(); // the next signal, or 0

private:
  Fd fd_;
};

// A folder in which files are replaced by renaming, as base/file.h does; `edited` where editors may
// also write them in place.
class FolderWatch {
public:
  explicit FolderWatch(std::string folder, bool edited = false);
  int fd() const { return fd_.get(); }
  // Whether `name` was replaced since the last call. Also looks at the file itself, since a watch
  // can be refused or its folder replaced; the first call tells of a file that is already there.
  bool changed(const std::string& name);

private:
  void arm();

  std::string folder_;
  bool edited_;
  Fd fd_;
  int watch_ = -1;
  std::map<std::string, std::string> seen_; // by name, what stat said last
};

// Readable while one of its members is.
class WakeSet {
public:
  WakeSet();
  int fd() const { return fd_.get(); }
  void add(int fd);

private:
  Fd fd_;
};

} // namespace heiban
