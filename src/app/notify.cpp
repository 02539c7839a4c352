#include "app/notify.h"

#include <fmt/format.h>
#include <systemd/sd-daemon.h>

namespace heiban {

Notify::Notify() {
  uint64_t interval_us = 0;
  if (::sd_watchdog_enabled(0, &interval_us) > 0)
    interval_ms_ = static_cast<int64_t>(interval_us / 1000);
}

void Notify::ready(const std::string& status) {
  ::sd_notify(0, fmt::format("READY=1\nSTATUS={}", status).c_str());
}

void Notify::alive(int64_t steady_ms) {
  if (interval_ms_ == 0 || steady_ms - sent_ms_ < interval_ms_ / 4)
    return;
  sent_ms_ = steady_ms;
  ::sd_notify(0, "WATCHDOG=1");
}

void Notify::leaving() {
  ::sd_notify(0, "STOPPING=1");
}

int64_t Notify::longest_wait_ms() const {
  return interval_ms_ > 0 ? interval_ms_ / 2 : -1;
}

} // namespace heiban
