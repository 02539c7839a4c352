#include "app/trusted_time.h"

#include <algorithm>
#include <cstdlib>

namespace heiban {
namespace {

bool agree(Instant a, Instant b) {
  return std::abs(a - b) <= TrustedTime::kAgreement;
}

} // namespace

TrustedTime::TrustedTime(Instant built, std::optional<ClockMark> mark)
    : built_(built), mark_(std::move(mark)) {
  if (mark_ && mark_->at < built_)
    mark_.reset(); // older than the program: it says nothing
}

Instant TrustedTime::least(const ClockReading& reading) const {
  if (!mark_)
    return built_;
  const bool same_boot = mark_->boot_id == reading.boot_id;
  const int64_t passed = reading.boot_seconds - (same_boot ? mark_->boot_seconds : 0);
  return mark_->at + std::max<int64_t>(passed, 0);
}

Instant TrustedTime::most(const ClockReading& reading) const {
  return mark_ ? least(reading) + kForwardAllowance : built_ + kFirstStart;
}

bool TrustedTime::confirmed_in(const ClockReading& reading) const {
  return mark_ && mark_->confirmed && mark_->boot_id == reading.boot_id;
}

// A confirmation may correct what was only plausible; it may not undo an earlier confirmation.
bool TrustedTime::may_confirm(Instant at, const ClockReading& reading) const {
  if (at < built_)
    return false;
  return !mark_ || !mark_->confirmed || at >= least(reading) - kAgreement;
}

TrustedNow TrustedTime::trust(Instant now, const ClockReading& reading, bool confirmed) {
  mark_ = ClockMark{now, reading.boot_seconds, reading.boot_id, confirmed};
  return {now, true};
}

// The clock is not believed: time goes on by the boot clock from the last that was.
TrustedNow TrustedTime::held(const ClockReading& reading) {
  const Instant now = least(reading);
  return confirmed_in(reading) ? trust(now, reading, true) : TrustedNow{now, false};
}

TrustedNow TrustedTime::read(const ClockReading& reading) {
  const Instant wall = reading.wall;
  if (reading.ntp && agree(*reading.ntp, wall) && may_confirm(wall, reading)) {
    const bool earlier = mark_ && mark_->confirmed && wall < mark_->at;
    return trust(earlier ? mark_->at : wall, reading, true);
  }
  if (wall < least(reading) - (mark_ ? kAgreement : 0) || wall > most(reading))
    return held(reading);
  const bool confirmed = confirmed_in(reading) && agree(wall, least(reading));
  return trust(mark_ ? std::max(wall, mark_->at) : wall, reading, confirmed);
}

void TrustedTime::confirm(Instant date, const ClockReading& reading) {
  if (!may_confirm(date, reading))
    return;
  // Two honest clocks agree; where this machine's is plausible, a lone server does not overrule it.
  if (agree(date, reading.wall)) {
    trust(std::max(reading.wall, mark_ && mark_->confirmed ? mark_->at : reading.wall), reading,
          true);
    return;
  }
  const bool plausible =
      reading.wall >= least(reading) - kAgreement && reading.wall <= most(reading);
  if (!plausible)
    trust(date, reading, true);
}

} // namespace heiban
