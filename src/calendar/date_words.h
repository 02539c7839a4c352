// The words dates are made of, in the languages feeds are written in.
// date_tokens.cpp looks words up here.
// Tables only: no state, no reading.
#pragma once

#include "calendar/date_tokens.h"

#include <string_view>

namespace heiban {

struct FoundWord {
  DateWord word = DateWord::Unknown;
  int64_t value = 0;
  size_t length = 0; // characters of the text it covers
  bool korean = false;
};

// A whole word of letters, lower case: "november", "nov", "cst", "pm".
FoundWord find_letters(std::u32string_view word);

// The longest East Asian word `text` begins with: "下午3:05" → 下午.
FoundWord find_ideographs(std::u32string_view text);

bool is_letter(char32_t c);      // of an alphabet
char32_t lower_case(char32_t c); // Latin, Greek, Cyrillic

} // namespace heiban
