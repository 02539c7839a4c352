#include "calendar/date_tokens.h"

#include "base/utf8.h"
#include "calendar/date_words.h"

#include <string>
#include <utility>

namespace heiban {
namespace {

constexpr int kMostDigits = 20; // longer numbers are no dates; their value stops growing here

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200D) || c == 0x202F || c == 0xFEFF;
}

char32_t levelled(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFEE0;
  switch (c) {
  case U'—':
  case U'–':
  case U'―':
  case U'−':
  case U'‐':
  case U'‑':
    return U'-';
  case U'∶':
  case U'︰':
    return U':';
  case U'。':
  case U'．':
  case U'·':
  case U'・':
    return U'.';
  case U'\\':
    return U'/';
  case U'、':
    return U',';
  case U'【':
  case U'〔':
  case U'〖':
  case U'「':
  case U'『':
  case U'《':
  case U'<':
    return U'[';
  case U'】':
  case U'〕':
  case U'〗':
  case U'」':
  case U'』':
  case U'》':
  case U'>':
    return U']';
  default:
    return c;
  }
}

// The value of a Chinese numeral: 0–9, 10 for 十, 20 for 廿, 30 for 卅, 100 for 百; -1 for others.
int numeral(char32_t c) {
  for (const std::u32string_view digits : {U"〇一二三四五六七八九", U"零壹贰叁肆伍陆柒捌玖"})
    if (const size_t at = digits.find(c); at != digits.npos)
      return static_cast<int>(at);
  switch (c) {
  case U'○':
  case U'◯':
    return 0;
  case U'两':
  case U'兩':
    return 2;
  case U'十':
  case U'拾':
    return 10;
  case U'廿':
    return 20;
  case U'卅':
    return 30;
  case U'百':
    return 100;
  default:
    return -1;
  }
}

class Tokenizer {
public:
  explicit Tokenizer(std::string_view text) {
    for (char32_t c : to_utf32(text))
      text_ += levelled(c);
  }

  std::vector<DateToken> run() {
    while (at_ < text_.size()) {
      const char32_t c = text_[at_];
      if (is_space(c)) {
        space_ = true;
        ++at_;
      } else if (is_digit(c)) {
        add(take_number());
      } else if (is_letter(c)) {
        add(take_letters());
      } else if (const FoundWord word = find_ideographs(text_view()); word.length > 0) {
        at_ += word.length;
        add({word.word, word.value, 0, '\0', false, word.korean});
      } else if (numeral(c) >= 0) {
        add(take_numerals());
      } else {
        add(take_mark());
      }
    }
    return std::move(tokens_);
  }

private:
  std::u32string_view text_view() const { return std::u32string_view(text_).substr(at_); }
  char32_t peek(size_t ahead) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }

  void add(DateToken token) {
    token.space_before = std::exchange(space_, false);
    tokens_.push_back(token);
  }

  DateToken take_number() {
    DateToken token;
    for (; is_digit(peek(0)); ++at_)
      if (++token.digits <= 18)
        token.value = token.value * 10 + (peek(0) - U'0');
    if (token.digits > kMostDigits)
      token.digits = kMostDigits;
    return token;
  }

  std::u32string take_word() {
    std::u32string word;
    for (; is_letter(peek(0)); ++at_)
      word += lower_case(peek(0));
    return word;
  }

  DateToken take_letters() {
    std::u32string word = take_word();
    if (peek(0) == U'/' && is_letter(peek(1)))
      return take_zone_name(word);
    if (peek(0) == U'.' && is_letter(peek(1)) && word.size() == 1) { // a.m., p.m., π.μ.
      word += lower_case(peek(1));
      at_ += 2;
    }
    if (peek(0) == U'.' && !is_digit(peek(1)))
      ++at_; // an abbreviation's
    const FoundWord found = find_letters(word);
    return {found.word, found.value};
  }

  // Etc/GMT, Asia/Shanghai: names of the tz database, `area` taken already.
  DateToken take_zone_name(const std::u32string& area) {
    ++at_;
    const std::u32string place = take_word();
    std::u32string name = area + U"/" + place;
    while ((peek(0) == U'/' || peek(0) == U'-' || peek(0) == U'_') && is_letter(peek(1))) {
      name += text_[at_++]; // Los_Angeles
      name += take_word();
    }
    if (area == U"etc")
      return {find_letters(place).word, find_letters(place).value};
    constexpr int64_t kLikeAnyZone = 3; // letters
    const NamedZone* zone = find_named_zone(name);
    if (!zone)
      return {DateWord::Unknown, kLikeAnyZone};
    DateToken token{DateWord::Zone, zone->minutes};
    token.summer = zone->summer;
    return token;
  }

  // 二〇二六 digit by digit, 二十四 as a number; a letter O between numerals is a zero.
  DateToken take_numerals() {
    DateToken token;
    int64_t tens = 0, last = 0;
    bool composed = false;
    for (;; ++at_) {
      const bool letter_o = token.digits > 0 &&
                            (peek(0) == U'O' || peek(0) == U'o' || peek(0) == U'0') &&
                            numeral(peek(1)) >= 0;
      const int value = letter_o ? 0 : numeral(peek(0));
      if (value < 0 || token.digits >= 8)
        break;
      ++token.digits;
      if (value >= 10) {
        composed = true;
        tens += value == 20 || value == 30 ? value : (last == 0 ? 1 : last) * value;
        last = 0;
      } else {
        last = composed ? value : last * 10 + value;
      }
    }
    token.value = tens + last;
    if (composed)
      token.digits = token.value >= 100 ? 3 : token.value >= 10 ? 2 : 1;
    return token;
  }

  DateToken take_mark() {
    const char32_t c = text_[at_++];
    DateToken token;
    if (c > 0x20 && c < 0x7F)
      token.mark = static_cast<char>(c);
    else
      token.word = DateWord::Unknown;
    return token;
  }

  std::u32string text_;
  size_t at_ = 0;
  bool space_ = false;
  std::vector<DateToken> tokens_;
};

} // namespace

std::vector<DateToken> tokenize_date(std::string_view text) {
  return Tokenizer(text).run();
}

} // namespace heiban
