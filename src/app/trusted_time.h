// Trusted time: which instant it is, and whether that may be relied on, when the machine's clock
// may be at 1970 or 2099. Pure: readings in, instants out; app/clock.h reads the real clocks.
// fetch and board each keep one TrustedTime; only fetch stores the mark.
// It sets no clock and asks no server: NTP's word and an HTTPS Date come in as confirmations.
#pragma once

#include "calendar/instant.h"

#include <optional>
#include <string>

namespace heiban {

// What the machine's clocks say at one moment.
struct ClockReading {
  Instant wall;               // CLOCK_REALTIME
  int64_t boot_seconds = 0;   // CLOCK_BOOTTIME: since boot, sleep included
  std::string boot_id;        // changes with every boot
  std::optional<Instant> ntp; // the kernel's time, when it says that it is synchronised
};

// The latest instant known for certain, kept over restarts and power cuts.
struct ClockMark {
  Instant at;
  int64_t boot_seconds = 0; // CLOCK_BOOTTIME then
  std::string boot_id;
  bool confirmed = false; // by NTP or an HTTPS Date, in that boot
};

struct TrustedNow {
  Instant now;
  bool trusted = false; // false: the clock label hides, nothing is erased for being expired
};

class TrustedTime {
public:
  // How far the clock may run ahead of the mark beyond the time known to have passed.
  static constexpr int64_t kForwardAllowance = 26 * kHour;
  // Without any mark: how long after it was built the program may plausibly start for the first
  // time.
  static constexpr int64_t kFirstStart = 5 * 366 * kDay;
  // How far two honest clocks may differ, and how far a clock may be set back, unremarked.
  static constexpr int64_t kAgreement = 10 * kMinute;

  TrustedTime(Instant built, std::optional<ClockMark> mark);

  // Never before the build or the mark; not beyond the allowance until confirmed. The mark advances
  // on trusted readings only. NTP may take back a mark that was only plausible, never a confirmed
  // one.
  TrustedNow read(const ClockReading& reading);

  // A server's Date, received over verified TLS at this reading.
  void confirm(Instant date, const ClockReading& reading);

  const std::optional<ClockMark>& mark() const { return mark_; }

private:
  Instant least(const ClockReading& reading) const; // the mark plus what surely passed since
  Instant most(const ClockReading& reading) const;
  bool confirmed_in(const ClockReading& reading) const;
  bool may_confirm(Instant at, const ClockReading& reading) const;
  TrustedNow held(const ClockReading& reading);
  TrustedNow trust(Instant now, const ClockReading& reading, bool confirmed);

  Instant built_;
  std::optional<ClockMark> mark_;
};

} // namespace heiban
