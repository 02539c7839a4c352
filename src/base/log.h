// The log: English lines on standard error, one event a line, rate-limited so that no fault can
// fill a disk. Every folder may call it; app sets the level once.
// It carries no personal data (a notice is named by its id, never by its text) and no data output.
#pragma once

#include <fmt/core.h>

#include <string_view>

namespace heiban::log {

enum class Level { Debug, Info, Warn, Error };

void set_level(Level level);
void write(Level level, std::string_view line);

template <class... Args>
void debug(fmt::format_string<Args...> format, Args&&... args) {
  write(Level::Debug, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void info(fmt::format_string<Args...> format, Args&&... args) {
  write(Level::Info, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void warn(fmt::format_string<Args...> format, Args&&... args) {
  write(Level::Warn, fmt::format(format, std::forward<Args>(args)...));
}
template <class... Args>
void error(fmt::format_string<Args...> format, Args&&... args) {
  write(Level::Error, fmt::format(format, std::forward<Args>(args)...));
}

} // namespace heiban::log
