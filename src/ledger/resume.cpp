#include "base/file.h"
#include "base/log.h"
#include "ledger/read.h"
#include "ledger/state.h"

#include <algorithm>
#include <filesystem>
#include <unistd.h>

namespace heiban {
namespace {

constexpr int64_t kKeepDays = 400;

// Why nothing was written after the last of these lines.
std::string cause_after(const LedgerDay& day, const std::string& boot) {
  if (!day.lines.empty() && day.lines.back().kind == "close")
    return "stopped";
  std::string last_boot;
  for (const LedgerLine& line : day.lines)
    if (!line.boot.empty())
      last_boot = line.boot;
  return last_boot == boot ? "crash" : "power";
}

} // namespace

// Files of days that a wrong clock wrote ahead of time would stand in the chain's way for years.
void Ledger::State::set_future_aside(Instant now) {
  const std::string latest = iso_date(add_days(beijing(now).date, 1));
  for (const LedgerFile& one : ledger_files(folder)) {
    if (one.date <= latest)
      continue;
    std::error_code error;
    std::filesystem::rename(one.path, one.path + ".aside", error);
    log::warn("ledger: {} is of the future and was set aside", one.date);
  }
}

void Ledger::State::prune(Instant now) const {
  const std::string oldest = iso_date(add_days(beijing(now).date, -kKeepDays));
  for (const LedgerFile& one : ledger_files(folder))
    if (one.date < oldest)
      if (const Result<void> removed = remove_file(one.path); !removed)
        log::warn("ledger: {}", removed.error().message);
}

// Goes on at the end of that file; a line torn by a crash is cut off, for it was never whole.
Result<void> Ledger::State::take_up(const LedgerDay& found, const std::string& path) {
  if (found.torn_bytes > 0 && ::truncate(path.c_str(), static_cast<off_t>(found.whole_bytes)) != 0)
    return Error{ErrorKind::TryLater, "ledger: the torn line of " + path + " cannot be cut off"};
  last = beijing_midnight(day);
  for (const LedgerLine& line : found.lines) {
    prev = line.hash;
    last = std::max(last, line.to);
    remember(line);
  }
  const bool over = !found.lines.empty() && found.lines.back().kind == "day";
  if (const Result<void> begun = begin_day(over ? add_days(day, 1) : day); !begun || over)
    return begun;
  for (const LedgerLine& line : found.lines)
    for (const LedgerName& name : line.names)
      if (name.number >= 0)
        numbers[key_of(name)] = name.number;
  return {};
}

Result<void> Ledger::State::resume(Instant now) {
  if (trusted) {
    set_future_aside(now);
    prune(now);
  }
  const std::vector<LedgerFile> files = ledger_files(folder);
  if (files.empty()) {
    last = line_at = sync_at = now;
    return begin_day(beijing(now).date);
  }
  const LedgerFile& newest = files.back();
  const Result<LedgerDay> found = read_day(newest);
  if (!found)
    return Error{ErrorKind::TryLater, found.error().message};
  day = beijing(*read_iso(newest.date)).date;
  if (const Result<void> taken = take_up(*found, newest.path); !taken)
    return taken;
  now = std::max(now, last);
  Stretch silence;
  silence.cause = cause_after(*found, boot);
  silence.from = last;
  current = silence;
  if (const Result<void> rolled = roll_to(now); !rolled)
    return rolled;
  const Result<void> flushed = flush(now);
  current.reset();
  return flushed;
}

} // namespace heiban
