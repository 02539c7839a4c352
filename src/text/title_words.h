// title_words: words of education notices that a title's line break should not part, beyond those
// ICU's dictionary knows.
// balance.cpp lays them over ICU's words; the table is title_words.cpp's whole content.
// It is no dictionary: words that ICU parts rightly are not in it.
#pragma once

#include <cstddef>
#include <string_view>

namespace heiban {

// Length in code points of the longest such word at the start of `text`; 0: none.
size_t title_word_length(std::u32string_view text);

} // namespace heiban
