#include "base/file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace heiban {
namespace {

class Descriptor {
public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  // An error of close() is an error of the write: the caller must hear of it.
  bool close() { return ::close(std::exchange(fd_, -1)) == 0; }

private:
  int fd_;
};

Error failed(ErrorKind kind, std::string_view what, const std::string& path) {
  return {kind, fmt::format("{} {}: {}", what, path, std::strerror(errno))};
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

// fsync of the directory makes the rename itself durable.
bool sync_folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  Descriptor fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return fd && ::fsync(fd.get()) == 0;
}

} // namespace

Result<std::string> read_file(const std::string& path, size_t cap) {
  Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd) return failed(errno == ENOENT ? ErrorKind::NotFound : ErrorKind::Refused, "open", path);
  std::string out;
  struct stat info {};
  if (::fstat(fd.get(), &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0)
    out.reserve(std::min(static_cast<size_t>(info.st_size), cap) + 1);
  char buffer[1 << 16];
  for (;;) {
    const ssize_t n = ::read(fd.get(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return failed(ErrorKind::Refused, "read", path);
    if (n == 0) return out;
    out.append(buffer, static_cast<size_t>(n));
    if (out.size() > cap)
      return Error{ErrorKind::Refused, fmt::format("{} is larger than {} bytes", path, cap)};
  }
}

Result<void> write_file_atomic(const std::string& path, std::string_view bytes, int mode) {
  // One writer per file (the state folder is locked), so one name for the temporary is enough,
  // and a crash leaves at most one behind.
  const std::string tmp = path + ".tmp";
  Descriptor fd(::open(tmp.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode));
  if (!fd) return failed(ErrorKind::TryLater, "create", tmp);
  if (!write_all(fd.get(), bytes) || ::fsync(fd.get()) != 0 || !fd.close()) {
    const Error error = failed(ErrorKind::TryLater, "write", tmp);
    ::unlink(tmp.c_str());
    return error;
  }
  if (::rename(tmp.c_str(), path.c_str()) != 0) {
    const Error error = failed(ErrorKind::TryLater, "rename", path);
    ::unlink(tmp.c_str());
    return error;
  }
  if (!sync_folder_of(path)) return failed(ErrorKind::TryLater, "sync folder of", path);
  return {};
}

Result<void> make_folders(const std::string& path, int mode) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return {};
  std::filesystem::create_directories(path, error);
  if (error)
    return Error{ErrorKind::Refused, fmt::format("create folder {}: {}", path, error.message())};
  ::chmod(path.c_str(), static_cast<mode_t>(mode));
  return {};
}

Result<void> remove_file(const std::string& path) {
  if (::unlink(path.c_str()) == 0 || errno == ENOENT) return {};
  return failed(ErrorKind::TryLater, "remove", path);
}

} // namespace heiban
