#include "app/clock.h"

#include "app/setup.h"
#include "base/file.h"
#include "base/log.h"
#include "base/utf8.h"
#include "edition/envelope.h"

#include <nlohmann/json.hpp>

#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

namespace heiban {
namespace {

using nlohmann::json;

constexpr const char* kFormat = "heiban-clock";
constexpr int kSchema = 1;
constexpr int64_t kLookAgainMs = 60'000; // an untrusted board looks whether fetch knows better

int64_t read_seconds(clockid_t clock) {
  timespec value{};
  ::clock_gettime(clock, &value);
  return value.tv_sec;
}

std::string boot_id() {
  const Result<std::string> id = read_file("/proc/sys/kernel/random/boot_id", 256);
  return id ? std::string(trim(*id)) : std::string();
}

// The kernel's own time, where something keeps it synchronised. A service's sandbox may forbid the
// question; then systemd-timesyncd's own mark answers it (/run is empty at every boot).
std::optional<Instant> ntp_time() {
  timex query{}; // modes 0: only asks
  if (::access("/run/systemd/timesync/synchronized", F_OK) == 0 && ::adjtimex(&query) < 0)
    return system_now();
  if (::adjtimex(&query) == TIME_ERROR || (query.status & STA_UNSYNC) != 0 ||
      query.time.tv_sec <= 0)
    return std::nullopt;
  return Instant{query.time.tv_sec};
}

ClockReading read_clocks() {
  static const std::string boot = boot_id();
  return {system_now(), read_seconds(CLOCK_BOOTTIME), boot, ntp_time()};
}

std::string encode(const ClockMark& mark) {
  const json content = {{"at", iso_utc(mark.at)},
                        {"boot_seconds", mark.boot_seconds},
                        {"boot_id", mark.boot_id},
                        {"confirmed", mark.confirmed}};
  return wrap(kFormat, kSchema, content.dump());
}

std::optional<ClockMark> decode(std::string_view bytes) {
  const Result<std::string_view> content = unwrap(bytes, kFormat, kSchema);
  if (!content)
    return std::nullopt;
  ClockMark mark;
  try {
    const json from = json::parse(*content);
    const Result<Instant> at = read_iso(from.at("at").get<std::string>());
    if (!at)
      return std::nullopt;
    mark.at = *at;
    from.at("boot_seconds").get_to(mark.boot_seconds);
    from.at("boot_id").get_to(mark.boot_id);
    from.at("confirmed").get_to(mark.confirmed);
  } catch (const json::exception&) {
    return std::nullopt;
  }
  return mark;
}

std::optional<ClockMark> load_mark(const std::string& path) {
  const Result<std::string> bytes = read_file(path, 4096);
  return bytes ? decode(*bytes) : std::nullopt;
}

} // namespace

Clock::Clock(std::string state, std::optional<Instant> at)
    : path_(state + "/clock.json"), at_(at), started_ms_(steady_ms()),
      time_(build_time(), at ? std::nullopt : load_mark(path_)), saved_(time_.mark()),
      looked_ms_(started_ms_) {}

TrustedNow Clock::now() {
  if (at_)
    return {*at_ + (steady_ms() - started_ms_) / 1000, true};
  const ClockReading reading = read_clocks();
  TrustedNow now = time_.read(reading);
  if (now.trusted || steady_ms() - looked_ms_ < kLookAgainMs)
    return now;
  looked_ms_ = steady_ms();
  if (const std::optional<ClockMark> mark = load_mark(path_); mark && mark->confirmed) {
    time_ = TrustedTime(build_time(), mark);
    now = time_.read(reading);
  }
  return now;
}

void Clock::confirm(Instant date) {
  if (!at_)
    time_.confirm(date, read_clocks());
}

void Clock::save() {
  const std::optional<ClockMark>& mark = time_.mark();
  if (at_ || !mark)
    return;
  const bool better = !saved_ || (mark->confirmed && !saved_->confirmed) ||
                      mark->boot_id != saved_->boot_id || mark->at < saved_->at;
  if (!better && mark->at - saved_->at < kHour)
    return;
  if (const Result<void> written = write_file_atomic(path_, encode(*mark)); !written)
    return log::warn("clock mark not kept: {}", written.error().message);
  saved_ = mark;
}

int64_t steady_ms() {
  timespec value{};
  ::clock_gettime(CLOCK_MONOTONIC, &value);
  return static_cast<int64_t>(value.tv_sec) * 1000 + value.tv_nsec / 1'000'000;
}

Instant build_time() {
  return {HEIBAN_BUILD_EPOCH};
}

} // namespace heiban
