// LockFile: one process of a kind per state folder; a second one says so and leaves.
// app takes one for `fetch` and one for `board` before either touches its files.
// The kernel drops the lock when the process dies, however it dies; nothing is ever left stale.
#pragma once

#include "base/result.h"

#include <string>

namespace heiban {

class LockFile {
public:
  // Refused, with the holder's pid in the message, when another process holds it.
  static Result<LockFile> take(const std::string& path);

  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&&) = delete;
  ~LockFile();

private:
  explicit LockFile(int fd) : fd_(fd) {}
  int fd_;
};

} // namespace heiban
