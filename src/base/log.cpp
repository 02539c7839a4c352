#include "base/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <mutex>

namespace heiban::log {
namespace {

// A storm of errors (a dead disk, a broken display) may write this many lines a minute and no more.
constexpr int kLinesPerMinute = 120;

spdlog::logger& logger() {
  static const auto made = [] {
    auto sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    auto out = std::make_shared<spdlog::logger>("heiban", sink);
    out->set_pattern("%Y-%m-%dT%H:%M:%S.%e %^%l%$ %v");
    out->flush_on(spdlog::level::info);
    return out;
  }();
  return *made;
}

spdlog::level::level_enum spd(Level level) {
  switch (level) {
  case Level::Debug: return spdlog::level::debug;
  case Level::Info: return spdlog::level::info;
  case Level::Warn: return spdlog::level::warn;
  case Level::Error: return spdlog::level::err;
  }
  return spdlog::level::err;
}

// True when this line may be written; says once a minute how many were left out.
bool admitted() {
  static std::mutex mutex;
  static std::chrono::steady_clock::time_point minute;
  static int lines = 0;
  const std::lock_guard lock(mutex);
  const auto now = std::chrono::steady_clock::now();
  if (now - minute >= std::chrono::minutes(1)) {
    if (lines > kLinesPerMinute) logger().warn("{} log lines left out", lines - kLinesPerMinute);
    minute = now;
    lines = 0;
  }
  return ++lines <= kLinesPerMinute;
}

} // namespace

void set_level(Level level) { logger().set_level(spd(level)); }

void write(Level level, std::string_view line) {
  if (logger().should_log(spd(level)) && admitted()) logger().log(spd(level), "{}", line);
}

} // namespace heiban::log
