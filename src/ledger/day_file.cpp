#include "ledger/day_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace heiban {
namespace {

Error refused(std::string_view what) {
  return {ErrorKind::TryLater, fmt::format("ledger: {}: {}", what, std::strerror(errno))};
}

} // namespace

Result<DayFile> DayFile::open(const std::string& path) {
  DayFile out;
  out.fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (out.fd_ < 0)
    return refused("open " + path);
  out.size_ = ::lseek(out.fd_, 0, SEEK_END);
  if (out.size_ < 0)
    return refused("size of " + path);
  return out;
}

DayFile::DayFile(DayFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), size_(other.size_) {}

DayFile& DayFile::operator=(DayFile&& other) noexcept {
  std::swap(fd_, other.fd_);
  std::swap(size_, other.size_);
  return *this;
}

DayFile::~DayFile() {
  if (fd_ >= 0)
    ::close(fd_);
}

Result<void> DayFile::append(std::string_view line) {
  std::string bytes(line);
  bytes += '\n';
  size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t n = ::write(fd_, bytes.data() + written, bytes.size() - written);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      const Error error = refused("write");
      // Half a line must not stay before the next one.
      if (written > 0 && ::ftruncate(fd_, size_) != 0)
        return refused("cut off half a line");
      return error;
    }
    written += static_cast<size_t>(n);
  }
  size_ += static_cast<int64_t>(bytes.size());
  return {};
}

Result<void> DayFile::sync() {
  if (::fdatasync(fd_) != 0)
    return refused("sync");
  return {};
}

} // namespace heiban
