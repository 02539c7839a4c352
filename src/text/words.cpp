#include "text/words.h"

#include "text/title_words.h"

#include <algorithm>
#include <cstdint>

namespace heiban {
namespace {

constexpr size_t kLongest = 4; // characters of a word kept whole: a longer one has parts

// Words of one character that end what stands before them: 考试|费, 录取|率, 城关|镇.
bool is_suffix(char32_t c) {
  return std::u32string_view(U"的等性化者率类型式版及和与费园班校局厅委县市乡镇村").find(c) !=
         std::u32string_view::npos;
}

// Words of one character that belong to no name: 由县和乡.
bool is_function_word(char32_t c) {
  return std::u32string_view(U"的和与及或在由为按对向从至到于以等并不未各共每").find(c) !=
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

// A word that no dictionary has comes out as single characters in a row: 松|坪|镇, 保|教|费.
void join_singles(std::u32string_view text, std::vector<uint8_t>& starts) {
  const auto single = [&](size_t i) {
    return i < text.size() && starts[i] && starts[i + 1] && class_of(text[i]) == CharClass::Han &&
           !is_function_word(text[i]);
  };
  for (size_t i = 0; i < text.size(); ++i) {
    size_t end = i;
    while (single(end))
      ++end;
    for (size_t k = i + 1; k < end && end - i <= kLongest; ++k)
      starts[k] = 0;
    i = std::max(i, end);
  }
}

// A word of one character that opens a run of Han belongs to what follows: 、省|教育厅,
// 县|发展和改革局.
bool is_lone_opener(std::u32string_view text, const std::vector<uint8_t>& starts, size_t i) {
  return starts[i - 1] && starts[i] && (i == 1 || class_of(text[i - 2]) != CharClass::Han);
}

} // namespace

void keep_words(IcuBreaks& icu, std::u32string_view text, std::vector<BreakLevel>& levels) {
  std::vector<uint8_t> starts;
  word_starts(icu, text, starts);
  join_singles(text, starts);
  for (size_t i = 1; i < text.size(); ++i) {
    const bool han = class_of(text[i - 1]) == CharClass::Han && class_of(text[i]) == CharClass::Han;
    if (han && levels[i] == BreakLevel::Allowed &&
        (!starts[i] || (starts[i + 1] && is_suffix(text[i])) || is_lone_opener(text, starts, i)))
      levels[i] = BreakLevel::Reluctant;
  }
}

} // namespace heiban
