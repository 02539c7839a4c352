// unit_words: the Chinese words that form one unit with a number before them.
// units.cpp matches them; the table is unit_words.cpp's whole content.
// It knows no numbers: 万 and 余 between number and word are units.cpp's.
#pragma once

#include <cstddef>
#include <string_view>

namespace heiban {

// Length in code points of the longest such word at the start of `text`; 0: none.
size_t unit_word_length(std::u32string_view text);

// Whether the word is a unit of measure in letters: mm, kg, kWh.
bool is_letter_unit(std::u32string_view word);

} // namespace heiban
