// Any bytes as a date: an instant of the years 1 to 9999 or none, the same twice.
#include "calendar/read_date.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const heiban::Instant now{1795491389};
  const auto read = heiban::read_date(text, heiban::kBeijingMinutes, now);
  if (read != heiban::read_date(text, heiban::kBeijingMinutes, now))
    std::abort();
  // A day before year 1 and a day after year 9999: zones move an instant that far at most.
  if (read && (read->seconds < -62135596800 - 86400 || read->seconds > 253402300800 + 86400))
    std::abort();
  return 0;
}
