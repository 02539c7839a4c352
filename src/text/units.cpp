#include "text/units.h"

#include "text/address.h"
#include "text/unit_words.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

using View = std::u32string_view;

bool contains(View set, char32_t c) {
  return set.find(c) != View::npos;
}

class UnitBinder {
public:
  UnitBinder(View text, const std::vector<CharClass>& classes, std::vector<BreakLevel>& levels)
      : text_(text), classes_(classes), levels_(levels), addresses_(text) {}

  void run() {
    for (size_t i = 0; i < text_.size();) {
      if (classes_[i] == CharClass::Han)
        i = may_begin_number(text_[i]) ? words_of_number(i) : i + 1;
      else if (is_digit(i))
        i = number(i);
      else if (classes_[i] == CharClass::Letter)
        i = word(i);
      else if (is_name_dot(i))
        i = join_name(i);
      else
        ++i;
    }
  }

private:
  // A name's interpunct typed as a bullet: 买买提•艾力 (rule 7).
  bool is_name_dot(size_t i) const {
    return contains(U"•∙", text_[i]) && i > 0 && i + 1 < text_.size() &&
           classes_[i - 1] == CharClass::Han && classes_[i + 1] == CharClass::Han;
  }

  size_t join_name(size_t i) {
    levels_[i] = BreakLevel::Mark;
    levels_[i + 1] = std::min(levels_[i + 1], BreakLevel::Joint);
    return i + 1;
  }

  // Of amounts written so that nobody can alter them: 壹佰贰拾元整.
  static constexpr View kCapitalNumbers = U"壹贰叁肆伍陆柒捌玖拾佰仟";

  static bool is_capital_number(char32_t c) { return contains(kCapitalNumbers, c); }

  // Nearly every character of a text is asked: by its last byte most are told apart.
  static bool may_begin_number(char32_t c) {
    static constexpr auto kLastBytes = [] {
      std::array<bool, 256> bytes{};
      for (const char32_t number : kCapitalNumbers)
        bytes[number & 0xFF] = true;
      bytes[U'星' & 0xFF] = true;
      return bytes;
    }();
    return kLastBytes[c & 0xFF] && (c == U'星' || is_capital_number(c));
  }

  // 星期四, 壹佰贰拾元整: in words, but read as one.
  size_t words_of_number(size_t i) {
    size_t end = i + 1;
    if (text_[i] == U'星') {
      const bool day = at(i + 1) == U'期' && contains(U"一二三四五六日天", at(i + 2));
      end = day && at(i + 2) != 0 ? i + 3 : i + 1;
    } else {
      while (end < text_.size() &&
             (is_capital_number(text_[end]) || contains(U"万亿零元圆角分整正", text_[end])))
        ++end;
    }
    soften(i, end);
    return end;
  }

  // What reads as one is parted unwillingly.
  void soften(size_t from, size_t to) {
    for (size_t i = from + 1; i < to; ++i)
      if (levels_[i] == BreakLevel::Allowed)
        levels_[i] = BreakLevel::Reluctant;
  }

  char32_t at(size_t i) const { return i < text_.size() ? text_[i] : 0; }

  bool is_digit(size_t i) const {
    return i < text_.size() &&
           (classes_[i] == CharClass::Digit || (text_[i] >= U'０' && text_[i] <= U'９'));
  }

  size_t after_space(size_t i) const { return at(i) == U' ' ? i + 1 : i; }
  size_t before_spaces(size_t i) const {
    while (i > 1 && text_[i - 1] == U' ')
      --i;
    return i;
  }

  size_t digits_end(size_t i) const {
    while (is_digit(i))
      ++i;
    return i;
  }

  // Where a line could begin inside [from, to), it now begins only when the unit fits no line:
  // first before a figure of its own (2026年|7月, 〔2026〕|第12号), then before a word (15|日) or
  // behind what joins two figures (9:00—|11:30).
  void bind(size_t from, size_t to) {
    for (size_t i = from + 1; i < to; ++i)
      levels_[i] = std::min(levels_[i], inside_unit(i));
  }

  BreakLevel inside_unit(size_t i) const {
    const CharClass before = classes_[before_spaces(i) - 1];
    if ((is_digit(i) && !is_digit(i - 1)) || text_[i] == U'第') {
      if (before == CharClass::Han || before == CharClass::Closing)
        return BreakLevel::Joint;
      return before == CharClass::Connector ? BreakLevel::Cluster : BreakLevel::Core;
    }
    const bool word = classes_[i] == CharClass::Han && before != CharClass::Han;
    return word ? BreakLevel::Cluster : BreakLevel::Core;
  }

  size_t word(size_t i) {
    size_t end = addresses_.end(i);
    if (end > i)
      bind_address(text_, i, end, levels_);
    else
      for (end = i; end < text_.size() && is_alphanumeric(classes_[end]);)
        ++end;
    if (!is_digit(end - 1))
      return end;
    const size_t with_unit = unit_end(end); // A4纸 no, 高1班 yes
    bind(end - 1, with_unit);
    return with_unit;
  }

  // Digits and what joins them: 1,234.5  2026-07-01  8:30  15834-2011  3～5
  size_t figures_end(size_t i) const {
    i = digits_end(i);
    while (i < text_.size() && contains(U".,/:：-–~～—－．·×", text_[i]) && is_digit(i + 1))
      i = digits_end(i + 1);
    return i;
  }

  // 余 万 元, 年, %, ㎡ after a number; an author's space before it is nothing (rule 15).
  size_t unit_end(size_t i) const {
    const bool squared = at(i) >= U'㎀' && at(i) <= U'㏟'; // CJK compatibility: ㎡ ㎏ ㎜
    if (squared || (i < text_.size() && classes_[i] == CharClass::Postfix))
      return i + 1;
    const size_t from = after_space(i);
    size_t end = from;
    while (contains(U"十百千万亿余多", at(end)) && at(end) != 0)
      ++end;
    end += unit_word_length(text_.substr(end));
    return end > from ? end : i;
  }

  size_t number(size_t i) {
    const size_t from = before_number(i);
    size_t end = document_number_end(i);
    if (end == 0)
      end = amount_end(i);
    else
      soften(organ_start(from), from + 1);
    end = spaced_phone_end(i, end);
    bind(from, end);
    if (end + 1 < text_.size() && classes_[end] == CharClass::MiddleDot &&
        is_ideographic(classes_[end + 1]) && levels_[end + 1] == BreakLevel::Joint)
      levels_[end + 1] = BreakLevel::Allowed; // 7月15日·|…: of no person's name
    soften(standard_start(from), from + 1);
    if (const size_t extension = extension_end(end); extension > end) {
      soften(end - 1, extension);
      return extension;
    }
    const size_t unit = spaced_unit_end(end);
    soften(end - 1, unit);
    if (unit > end && at(unit) == U'×' && is_digit(unit + 1))
      levels_[unit + 1] = BreakLevel::Allowed; // 700 mm×|1000 mm
    return end;
  }

  // The organ's short name before its bracket: 云发改价格〔2025〕. In running text what goes before
  // it cannot be told from it, and three characters are most names.
  size_t organ_start(size_t bracket) const {
    constexpr size_t kMost = 8, kUsual = 3;
    size_t from = bracket;
    while (from > 0 && bracket - from <= kMost && classes_[from - 1] == CharClass::Han)
      --from;
    return bracket - from > kMost ? bracket - kUsual : from;
  }

  // GB/T 3976-2014: the letters before a standard's number.
  size_t standard_start(size_t from) const {
    if (from < 3 || text_[from - 1] != U' ')
      return from;
    size_t letters = from - 1;
    while (letters > 0 && ((text_[letters - 1] >= U'A' && text_[letters - 1] <= U'Z') ||
                           text_[letters - 1] == U'/'))
      --letters;
    const View name = text_.substr(letters, from - 1 - letters);
    const bool standard = name.ends_with(U"/T") || name.ends_with(U"/Z") || name == U"GB" ||
                          name == U"ISO" || name == U"IEC";
    return standard ? letters : from;
  }

  // 0871-1234567转801, behind the number's own end.
  size_t extension_end(size_t end) const {
    size_t digits = 0;
    while (digits < end && is_digit(end - 1 - digits))
      ++digits;
    const bool extension = digits >= 7 && at(end) == U'转' && is_digit(end + 1);
    return extension ? digits_end(end + 1) : end;
  }

  // 1000 mm, 25 kg/袋: a unit in letters behind a space.
  size_t spaced_unit_end(size_t end) const {
    if (at(end) != U' ')
      return end;
    size_t to = end + 1;
    while (to < text_.size() && classes_[to] == CharClass::Letter)
      ++to;
    return is_letter_unit(text_.substr(end + 1, to - end - 1)) ? to : end;
  }

  // 2026年7月15日, 3元5角, 8时30分, 60%～70%
  size_t amount_end(size_t i) const {
    for (;;) {
      const size_t figures = figures_end(i), end = unit_end(figures);
      const bool han_unit = end > figures && classes_[end - 1] != CharClass::Postfix;
      const size_t next = after_space(end);
      if (end > figures && is_digit(next) && contains(U"年月时点分元角度", at(end - 1)))
        i = next;
      else if (!han_unit && contains(U"~～—–-－", at(end)) && is_digit(end + 1))
        i = end + 1;
      else
        return end;
    }
  }

  // The number's sign, currency or 第 belong to it; so does the bracket of 〔2026〕12号.
  size_t before_number(size_t i) const {
    size_t from = i;
    if (from > 0 && contains(U"〔［[（(【", text_[from - 1]) && document_number_end(i) != 0)
      --from;
    while (from > 0 && (classes_[from - 1] == CharClass::Prefix || text_[from - 1] == U'＋'))
      --from;
    const bool minus = from > 0 && contains(U"-－", text_[from - 1]) &&
                       (from < 2 || !is_alphanumeric(classes_[from - 2]));
    const size_t before = before_spaces(from);
    if (before > 0 && text_[before - 1] == U'第')
      return before - 1;
    return minus ? from - 1 : from;
  }

  // 〔2026〕12号 and (0871)1234567: digits at `i` in brackets, more digits after. 0: not one.
  size_t document_number_end(size_t i) const {
    if (i == 0)
      return 0;
    constexpr View opening = U"〔［[（(【", closing = U"〕］]）)】";
    const size_t kind = opening.find(text_[i - 1]), inner = digits_end(i);
    if (kind == View::npos || at(inner) != closing[kind] || inner - i < 3 || inner - i > 4)
      return 0;
    size_t next = after_space(inner + 1);
    if (at(next) == U'第' || at(next) == U'字')
      next = after_space(next + 1);
    const size_t end = digits_end(next);
    if (end == next)
      return 0;
    if (const size_t word = after_space(end); at(word) == U'号')
      return word + 1;
    const bool phone = text_[i] == U'0' && end - next >= 7;
    return phone ? amount_end(next) : 0;
  }

  // 138 0000 0000, 0871 1234567, +86 10 1234 5678
  size_t spaced_phone_end(size_t i, size_t end) const {
    const size_t first = digits_end(i);
    if (first != end || at(end) != U' ' || !is_digit(end + 1))
      return end;
    const size_t second = digits_end(end + 1), length = second - end - 1;
    const bool mobile = text_[i] == U'1' && end - i == 3 && length == 4;
    const bool landline = text_[i] == U'0' && (end - i == 3 || end - i == 4) && length >= 3;
    const bool abroad = i > 0 && (text_[i - 1] == U'+' || text_[i - 1] == U'＋');
    if (!mobile && !landline && !abroad)
      return end;
    size_t group = end + 1;
    for (size_t last = second; at(last) == U' ' && is_digit(last + 1); last = digits_end(group))
      group = last + 1;
    return amount_end(group);
  }

  View text_;
  const std::vector<CharClass>& classes_;
  std::vector<BreakLevel>& levels_;
  AddressFinder addresses_;
};

} // namespace

void bind_units(View text, const std::vector<CharClass>& classes, std::vector<BreakLevel>& levels) {
  UnitBinder(text, classes, levels).run();
}

} // namespace heiban
