#include "xvfb_helper.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace heiban {
namespace {

uint32_t big_endian(const std::string& bytes, size_t word) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i)
    value = value << 8 | static_cast<uint8_t>(bytes[word * 4 + i]);
  return value;
}

// X window dump, version 7: a header of 32-bit words, colours of 12 bytes, rows of pixels of 32
// bits, or of 24 where windows lie on the root.
Image read_xwd(const std::string& bytes) {
  if (bytes.size() < 100 || big_endian(bytes, 1) != 7)
    return {};
  const size_t header = big_endian(bytes, 0), stride = big_endian(bytes, 12);
  const size_t first = header + static_cast<size_t>(big_endian(bytes, 19)) * 12;
  Image image(static_cast<int>(big_endian(bytes, 4)), static_cast<int>(big_endian(bytes, 5)));
  const size_t pixel = big_endian(bytes, 11) / 8;
  if (pixel < 3 || pixel > 4 || stride < static_cast<size_t>(image.width) * pixel ||
      bytes.size() < first + stride * static_cast<size_t>(image.height))
    return {};
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      const auto* at = reinterpret_cast<const uint8_t*>(bytes.data()) + first +
                       stride * static_cast<size_t>(y) + static_cast<size_t>(x) * pixel;
      image.row(y)[x] = static_cast<uint32_t>(at[0] | at[1] << 8 | at[2] << 16);
    }
  return image;
}

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::array<char, 65536> buffer;
  for (size_t n = 0; pipe && (n = ::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    out.append(buffer.data(), n);
  if (pipe)
    ::pclose(pipe);
  return out;
}

void end(pid_t process) {
  if (process <= 0)
    return;
  ::kill(process, SIGTERM);
  ::waitpid(process, nullptr, 0);
}

} // namespace

Xvfb::Xvfb(const std::string& screen) {
  int ends[2];
  if (::pipe(ends) != 0)
    return;
  server_ = ::fork();
  if (server_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(ends[1], 3);
    ::freopen("/dev/null", "w", stderr);
    ::execlp("Xvfb", "Xvfb", "-displayfd", "3", "-screen", "0", screen.c_str(), "-nolisten", "tcp",
             nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  // The number and its line end are two writes; a server that cannot make the second one gives up.
  std::string number;
  for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';)
    number += c;
  ::close(ends[0]);
  if (number.empty())
    return;
  display_ = ":" + number;
  ::setenv("DISPLAY", display_.c_str(), 1);
  ::unsetenv("WAYLAND_DISPLAY");
  ::unsetenv("SDL_VIDEODRIVER");
}

Xvfb::~Xvfb() {
  stop();
  end(server_);
}

void Xvfb::stop() {
  end(std::exchange(helper_, 0));
}

Image Xvfb::shot() const {
  return read_xwd(output_of("xwd -root -silent"));
}

bool Xvfb::run(const std::string& command) const {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

void Xvfb::start(const std::string& command) {
  helper_ = ::fork();
  if (helper_ != 0)
    return;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::freopen("/dev/null", "w", stderr);
  ::execlp("sh", "sh", "-c", ("exec " + command).c_str(), nullptr);
  ::_exit(127);
}

long sleeps_so_far() {
  rusage usage{};
  ::getrusage(RUSAGE_THREAD, &usage);
  return usage.ru_nvcsw;
}

} // namespace heiban
