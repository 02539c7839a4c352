// fullwidth: half-width marks that staff typed between Han, as the full-width marks they stand for
// (TYPESETTING 28).
// paragraph.cpp shows the result; the stored text and its indices stay as they are.
// Numbers, times, Latin, addresses and codes keep their marks.
#pragma once

#include <string>

namespace heiban {

// One character for one character.
void show_fullwidth(std::u32string& text);

} // namespace heiban
