// What Unicode says of a character that the tables of text/ do not name: its kind, script and side.
// classes.cpp fills its table from it once; cells.cpp asks it where a run of one script ends.
// It breaks no text: that is icu_breaks.h's.
#pragma once

#include "text/classes.h"

#include <cstdint>
#include <string_view>

namespace heiban {

CharClass unicode_class(char32_t c);

// The ISO 15924 tag, as four bytes; 0 for what is common to several scripts.
uint32_t script_of(char32_t c);

// Wide, full-width or half-width (UAX 11).
bool is_east_asian(char32_t c);

bool is_right_to_left(char32_t c);

} // namespace heiban
