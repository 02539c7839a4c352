#include "base/lock_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace heiban {

Result<LockFile> LockFile::take(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0)
    return Error{ErrorKind::Refused, fmt::format("open {}: {}", path, std::strerror(errno))};
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    char holder[32] = "?";
    const ssize_t n = ::read(fd, holder, sizeof holder - 1);
    if (n > 0) holder[n] = '\0';
    ::close(fd);
    return Error{ErrorKind::Refused, fmt::format("{} is held by process {}", path, holder)};
  }
  const std::string pid = std::to_string(::getpid());
  // The number is a courtesy to whoever reads the message above; the lock holds without it.
  if (::ftruncate(fd, 0) != 0 || ::write(fd, pid.data(), pid.size()) < 0) errno = 0;
  return LockFile(fd);
}

LockFile::LockFile(LockFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

LockFile::~LockFile() {
  if (fd_ >= 0) ::close(fd_);
}

} // namespace heiban
