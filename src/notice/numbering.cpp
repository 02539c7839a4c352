#include "notice/numbering.h"

#include "notice/characters.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九";
constexpr size_t kMostDigits = 2;

size_t count_while(std::u32string_view s, size_t from, bool (*what)(char32_t)) {
  size_t at = from;
  while (at < s.size() && what(s[at]))
    ++at;
  return at - from;
}

bool is_numeral(char32_t c) {
  return is_one_of(c, U"〇零○一二三四五六七八九十");
}

int digits_value(std::u32string_view digits) {
  int value = 0;
  for (const char32_t c : digits)
    value = value * 10 + digit_value(c);
  return value;
}

struct OneCharacter {
  char32_t first, last;
  int level;
};

constexpr OneCharacter kOneCharacter[] = {
    {0x2474, 0x2487, 4}, // ⑴
    {0x2488, 0x249B, 3}, // ⒈
    {0x3220, 0x3229, 2}, // ㈠
};

Numbering one_character(std::u32string_view s) {
  for (const OneCharacter& range : kOneCharacter)
    if (s[0] >= range.first && s[0] <= range.last)
      return {range.level, static_cast<int>(s[0] - range.first) + 1, 1};
  return {};
}

Numbering bracketed(std::u32string_view s) {
  if (!is_one_of(s[0], U"（(〔["))
    return {};
  const size_t from = 1 + count_while(s, 1, is_blank);
  const size_t numerals = count_while(s, from, is_numeral), digits = count_while(s, from, is_digit);
  const size_t length = std::max(numerals, digits);
  const size_t end = from + length + count_while(s, from + length, is_blank);
  if (length == 0 || end >= s.size() || !is_one_of(s[end], U"）)〕]") || digits > kMostDigits)
    return {};
  const std::u32string_view number = s.substr(from, length);
  if (digits > 0)
    return {4, digits_value(number), end + 1};
  const int value = han_number(number);
  return value > 0 ? Numbering{2, value, end + 1} : Numbering{};
}

Numbering with_numerals(std::u32string_view s) {
  const size_t length = count_while(s, 0, is_numeral);
  if (length == 0 || length >= s.size() || !is_one_of(s[length], U"、．."))
    return {};
  const int value = han_number(s.substr(0, length));
  // 一、二年级: an enumeration, not a number before a heading.
  const bool enumerates = length + 1 < s.size() && is_numeral(s[length + 1]) &&
                          han_number(s.substr(length + 1, 1)) == value + 1;
  return value > 0 && !enumerates ? Numbering{1, value, length + 1} : Numbering{};
}

// "2026年" behind a number's stop: 1.2026年招聘名单 is no decimal.
bool is_year(std::u32string_view s) {
  constexpr size_t kDigits = 4;
  return count_while(s, 0, is_digit) == kDigits && s.size() > kDigits && s[kDigits] == U'年';
}

Numbering with_digits(std::u32string_view s) {
  const size_t length = count_while(s, 0, is_digit);
  if (length == 0 || length > kMostDigits || length >= s.size())
    return {};
  if (!is_one_of(s[length], U".．、)）"))
    return {};
  if (is_one_of(s[length], U".．") && length + 1 < s.size() && is_digit(s[length + 1]) &&
      !is_year(s.substr(length + 1)))
    return {};
  return {3, digits_value(s.substr(0, length)), length + 1};
}

} // namespace

int han_number(std::u32string_view numerals) {
  const size_t ten = numerals.find(U'十');
  const auto value = [](char32_t c) {
    const size_t at = kNumerals.find(is_one_of(c, U"零○") ? U'〇' : c);
    return at == kNumerals.npos ? -1 : static_cast<int>(at);
  };
  if (numerals.empty() || numerals.size() > 3)
    return -1;
  if (ten == numerals.npos) {
    int number = 0;
    for (const char32_t c : numerals)
      number = value(c) < 0 ? -1000 : number * 10 + value(c);
    return numerals.size() <= 2 && number >= 0 ? number : -1;
  }
  const int tens = ten == 0 ? 1 : ten == 1 ? value(numerals[0]) : -1;
  const bool ends = ten + 1 == numerals.size();
  const int ones = ends ? 0 : ten + 2 == numerals.size() ? value(numerals[ten + 1]) : -1;
  return tens > 0 && ones >= 0 ? tens * 10 + ones : -1;
}

Numbering numbering_of(std::u32string_view text) {
  if (text.empty())
    return {};
  for (const auto read : {one_character, bracketed, with_numerals, with_digits})
    if (Numbering found = read(text); found.level > 0) {
      found.length += count_while(text, found.length, is_blank);
      return found;
    }
  return {};
}

Numbering chapter_of(std::u32string_view s) {
  if (s.size() < 3 || s[0] != U'第')
    return {};
  const size_t numerals = count_while(s, 1, is_numeral), digits = count_while(s, 1, is_digit);
  const size_t length = std::max(numerals, digits);
  if (length == 0 || length > 3 || 1 + length >= s.size())
    return {};
  const char32_t unit = s[1 + length];
  const int level = is_one_of(unit, U"编章") ? 1 : unit == U'节' ? 2 : 0;
  const std::u32string_view number = s.substr(1, length);
  const int value = digits > 0 ? digits_value(number) : han_number(number);
  if (level == 0 || value <= 0)
    return {};
  const size_t end = length + 2;
  return {level, value, end + count_while(s, end, is_blank)};
}

} // namespace heiban
