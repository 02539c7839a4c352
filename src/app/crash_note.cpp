#include "app/crash_note.h"

#include "base/file.h"
#include "base/log.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sstream>
#include <time.h>
#include <unistd.h>

namespace heiban {
namespace {

constexpr size_t kFileCap = 64u << 10; // older lines go when it is passed
constexpr int kTwice = 2, kTooMany = 5;
constexpr int64_t kTooManyWithin = kSafePageMs / 1000;
constexpr int kSignals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

std::string path_of(const std::string& state) {
  return state + "/crashes";
}

// The end of a line, ready to be written by a signal handler. Two buffers take turns, so that a
// reader on another thread never sees half of one.
class Note {
public:
  void set(std::string_view text) {
    Buffer& next = buffers_[current_.load() == buffers_ ? 1 : 0];
    next.length = std::min(text.size(), sizeof next.text);
    std::memcpy(next.text, text.data(), next.length);
    current_.store(&next);
  }
  std::string_view get() const {
    const Buffer* buffer = current_.load();
    return {buffer->text, buffer->length};
  }

private:
  struct Buffer {
    char text[240];
    size_t length = 0;
  };
  Buffer buffers_[2];
  std::atomic<Buffer*> current_ = buffers_;
};

// A signal handler is given nothing but its number: what it needs has to be global.
Note g_drawing, g_standing;
int g_file = -1;
struct sigaction g_before[std::size(kSignals)];

// Async-signal-safe: clock_gettime, to_chars into a local buffer, write, sigaction, raise.
void leave_line(int signal) {
  char line[300];
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  char* end = std::to_chars(line, line + 24, static_cast<int64_t>(now.tv_sec)).ptr;
  std::string_view rest = g_drawing.get();
  if (rest.empty())
    rest = g_standing.get();
  if (rest.empty())
    rest = " " HEIBAN_VERSION " - -\n";
  std::memcpy(end, rest.data(), rest.size());
  end += rest.size();
  [[maybe_unused]] const ssize_t written = ::write(g_file, line, static_cast<size_t>(end - line));
  for (size_t i = 0; i < std::size(kSignals); ++i)
    if (kSignals[i] == signal)
      ::sigaction(signal, &g_before[i], nullptr);
  ::raise(signal); // blocked until this handler returns
}

// The newest half of a file that has grown too long.
void shorten(const std::string& path) {
  const Result<std::string> text = read_file(path, 16 * kFileCap);
  if (!text || text->size() <= kFileCap)
    return;
  const size_t cut = text->find('\n', text->size() - kFileCap / 2);
  const Result<void> kept =
      write_file_atomic(path, cut == std::string::npos ? "" : text->substr(cut + 1));
  if (!kept)
    log::warn("board: {}", kept.error().message);
}

} // namespace

CrashHistory CrashHistory::read(const std::string& state) {
  return read(state, HEIBAN_VERSION);
}

CrashHistory CrashHistory::read(const std::string& state, std::string_view version) {
  CrashHistory out;
  const Result<std::string> text = read_file(path_of(state), 16 * kFileCap);
  std::istringstream lines(text ? *text : "");
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    Crash crash;
    std::string by, more;
    if (words >> crash.at.seconds >> by >> crash.notice_id >> crash.content_hash &&
        !(words >> more) && by == version)
      out.crashes_.push_back(std::move(crash));
  }
  return out;
}

bool CrashHistory::leaves_out(const Notice& notice) const {
  return std::ranges::count_if(crashes_, [&](const Crash& crash) {
           return crash.notice_id == notice.id && crash.content_hash == notice.content_hash;
         }) >= kTwice;
}

bool CrashHistory::too_many(Instant now) const {
  return std::ranges::count_if(crashes_, [&](const Crash& crash) {
           return crash.at <= now && now - crash.at < kTooManyWithin;
         }) >= kTooMany;
}

std::vector<Notice> leave_out(const CrashHistory& history, Edition& edition) {
  std::vector<Notice> out;
  if (!history.empty())
    std::erase_if(edition.notices, [&](const EditionNotice& one) {
      const bool leaves = history.leaves_out(one.notice);
      if (leaves)
        out.push_back(one.notice);
      return leaves;
    });
  return out;
}

void arm_crash_note(const std::string& state) {
  const std::string path = path_of(state);
  shorten(path);
  g_file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0644);
  if (g_file < 0) // a disk that cannot be written: the board runs all the same
    return log::warn("board: no crash can be noted: open {}: {}", path, std::strerror(errno));
  struct sigaction action {};
  action.sa_handler = leave_line;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < std::size(kSignals); ++i)
    ::sigaction(kSignals[i], &action, &g_before[i]);
}

void in_hand(Hand hand, std::string_view notice_id, std::string_view content_hash) {
  Note& note = hand == Hand::Drawing ? g_drawing : g_standing;
  note.set(notice_id.empty() ? std::string()
                             : fmt::format(" {} {} {}\n", HEIBAN_VERSION, notice_id, content_hash));
}

} // namespace heiban
