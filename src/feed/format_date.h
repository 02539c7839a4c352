// format_date: a spreadsheet's day count as the date or time its cell shows.
// feed/number_format calls it for sections that are dates; feed/xlsx_sheet reads ISO dates with it.
// It knows Chinese and English names of days and months, and shows no parts of a second.
#pragma once

#include "feed/format_section.h"

#include <optional>

namespace heiban {

std::string format_date(const Section& section, double serial, bool base_1904);

// The serial of a cell of type "d" (ISO 8601: 2026-09-01, 2026-09-01T08:30:00), or nothing.
std::optional<double> serial_of_iso(std::string_view text, bool base_1904);

} // namespace heiban
