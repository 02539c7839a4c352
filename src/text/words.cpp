#include "text/words.h"

#include "text/title_words.h"

#include <cstdint>

namespace heiban {
namespace {

constexpr size_t kLongest = 4; // of the field's words: a longer one has parts

// Words of one character that end what stands before them: 考试|费, 录取|率.
bool is_suffix(char32_t c) {
  return std::u32string_view(U"的等性化者率类型式版及和与费园班校局厅委").find(c) !=
         std::u32string_view::npos;
}

void word_starts(IcuBreaks& icu, std::u32string_view text, std::vector<uint8_t>& starts) {
  icu.boundaries(IcuBreaks::Kind::Word, text, starts);
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t length = title_word_length(text.substr(i));
    for (size_t k = 1; k < length && length <= kLongest; ++k)
      starts[i + k] = 0;
  }
}

} // namespace

void keep_words(IcuBreaks& icu, std::u32string_view text, std::vector<BreakLevel>& levels) {
  std::vector<uint8_t> starts;
  word_starts(icu, text, starts);
  for (size_t i = 1; i < text.size(); ++i) {
    const bool han = class_of(text[i - 1]) == CharClass::Han && class_of(text[i]) == CharClass::Han;
    if (han && levels[i] == BreakLevel::Allowed &&
        (!starts[i] || (starts[i + 1] && is_suffix(text[i]))))
      levels[i] = BreakLevel::Reluctant;
  }
}

} // namespace heiban
