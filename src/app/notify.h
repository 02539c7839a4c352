// Notify: what the board tells the service manager: ready, alive, leaving.
// app/board_loop calls it; without a NOTIFY_SOCKET every call does nothing.
// It judges nothing: whether the board is alive is the loop's to say.
#pragma once

#include <cstdint>
#include <string>

namespace heiban {

class Notify {
public:
  Notify();
  void ready(const std::string& status);
  void alive(int64_t steady_ms); // cheap: sends at most every fourth of the watchdog's interval
  void leaving();
  // How long a wait may last so that alive() comes in time; -1: as long as it likes.
  int64_t longest_wait_ms() const;

private:
  int64_t interval_ms_ = 0; // WatchdogSec; 0: none
  int64_t sent_ms_ = INT64_MIN / 2;
};

} // namespace heiban
