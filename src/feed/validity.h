// When an entry may be shown and how urgent it claims to be, as the feed's extensions write it.
// The XML and JSON feed readers call it.
// It reads no text of the notice itself (notice finds the 公示期 there) and grants nothing.
#pragma once

#include "feed/entry.h"

#include <optional>
#include <string_view>

namespace heiban {

struct Validity {
  std::optional<Instant> from, to;  // half-open: a last day counts to its end
  bool lone = false;                // one date only, read as the last day …
  std::optional<Instant> lone_from; // … and this is its beginning
};

// "start=2026-11-25; end=2026-12-01" (DCMI Period), "2026-11-25/2026-12-01" (ISO 8601), one date.
Validity read_validity(std::string_view text, int zone_minutes, Instant now);

Urgency read_urgency(std::string_view word); // 紧急 or urgent, 重要 or important, else Normal

} // namespace heiban
