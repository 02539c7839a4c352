// The rarer date forms of ISO 8601 (weeks, ordinals, reduced years) → the plain YYYY-MM-DD.
// read_date.cpp calls it before anything else is tried.
// It reads no times: what follows the date is left as it is.
#pragma once

#include "calendar/instant.h"

#include <string>
#include <string_view>

namespace heiban {

// 2026-W48-2, 2026W482, 2026-W48, 2026-328, 2026328, 26328, -26-11, -2611, --11-24, --1124, 261124,
// 2026-011-24 → "2026-11-24…". Any other text comes back unchanged. `today` gives the century and,
// where the form has none, the year.
std::string calendar_form(std::string_view text, CivilDate today);

} // namespace heiban
