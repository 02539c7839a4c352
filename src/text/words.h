// words: where a line of a cell would begin inside a Chinese word.
// paragraph.cpp calls it for ParagraphStyle::by_words; titles weigh their words in balance.cpp.
// Body text needs none of it: there a line may begin between any two Han (clreq 3.1.3).
#pragma once

#include "text/breaks.h"

#include <string_view>
#include <vector>

namespace heiban {

// Allowed becomes Reluctant inside ICU's words, those of title_words.h and short runs of single
// characters that ICU has no word for, and before their suffixes.
void keep_words(IcuBreaks& icu, std::u32string_view text, std::vector<BreakLevel>& levels);

} // namespace heiban
