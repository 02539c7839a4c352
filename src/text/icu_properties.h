// What Unicode says of a character that the tables of text/ do not name: its kind, script and side.
// classes.cpp fills its table from it once; hb_face.cpp asks it for a run's script.
// It breaks no text: that is icu_breaks.h's.
#pragma once

#include "text/classes.h"

#include <cstdint>
#include <string_view>

namespace heiban {

CharClass unicode_class(char32_t c);

// The ISO 15924 tag, as four bytes, of the first character with a script of its own; 'Latn' if
// none.
uint32_t script_of(std::u32string_view text);

// Wide, full-width or half-width (UAX 11).
bool is_east_asian(char32_t c);

bool is_right_to_left(char32_t c);

} // namespace heiban
