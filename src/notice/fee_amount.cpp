#include "notice/fee_amount.h"

#include "base/utf8.h"
#include "notice/fee_unit.h"

#include <algorithm>

namespace heiban {
namespace {

bool take(std::u32string_view& text, std::u32string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix)
    return false;
  text.remove_prefix(prefix.size());
  return true;
}

// Digits with commas in threes and at most `places` decimals, as an integer of 10^-places.
std::optional<int64_t> take_number(std::u32string_view& text, int places) {
  constexpr int64_t kMost = 1'000'000'000'000; // a trillion 分; more is a slip of the hand
  int64_t value = 0;
  size_t i = 0, digits = 0, since_comma = 0;
  bool comma = false;
  for (; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') {
      value = value * 10 + (text[i] - '0');
      ++digits, ++since_comma;
      if (value > kMost)
        return {};
    } else if (text[i] == ',' && digits > 0 && (!comma || since_comma == 3)) {
      comma = true;
      since_comma = 0;
    } else {
      break;
    }
  }
  if (digits == 0 || (comma && since_comma != 3))
    return {};
  int left = places;
  if (i < text.size() && text[i] == '.') {
    size_t fraction = 0;
    for (++i; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i, ++fraction) {
      if (left > 0)
        value = value * 10 + (text[i] - '0'), --left;
      else if (text[i] != '0')
        return {};
    }
    if (fraction == 0)
      return {};
  }
  while (left-- > 0)
    value *= 10;
  text.remove_prefix(i);
  return value;
}

// What may follow the number: nothing, or a unit. Digits in it mean more than one amount.
bool is_unit(std::u32string_view text) {
  return text.size() <= 16 && std::none_of(text.begin(), text.end(), [](char32_t c) {
           return (c >= '0' && c <= '9') || c == '-' || c == U'~' || c == U'—' || c == U'至' ||
                  c == U'，' || c == U'；' || c == U'。' || c == ',' || c == ';';
         });
}

// 每生每学期 before the number.
std::u32string_view take_per(std::u32string_view& text) {
  if (!text.starts_with(U"每"))
    return {};
  const size_t end = std::min(text.find_first_of(U"0123456789¥"), text.size());
  const std::u32string_view per = text.substr(0, end);
  constexpr std::u32string_view kNoPart = U"不超最约少多按限"; // 每生每学期不超过300元
  if (per.size() < 2 || !is_unit(per) || per.find_first_of(kNoPart) != per.npos)
    return {};
  text.remove_prefix(end);
  return per;
}

// `per` stood before the number, `rest` behind it.
std::string unit_of(std::u32string_view per, std::u32string_view rest) {
  take(rest, U"整");
  if (!per.empty())
    return normal_unit("元/" + to_utf8(per) + to_utf8(rest));
  if (!rest.empty() && is_unit_separator(rest[0]))
    rest.remove_prefix(1);
  if (rest.empty())
    return "元";
  if (rest[0] == '(' && rest.back() == ')')
    rest = rest.substr(1, rest.size() - 2);
  const std::string text = to_utf8(rest);
  return normal_unit(rest.substr(0, 1) == U"元" ? text : "元/" + text);
}

bool is_error_value(std::string_view text) {
  return text.starts_with("#") && text.size() < 16 &&
         (text.ends_with("!") || text.ends_with("?") || text == "#N/A" || text.starts_with("##"));
}

bool is_bare_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

bool is_in_words(std::string_view text) {
  constexpr std::string_view kNumerals[] = {"一", "二", "两", "三", "四", "五", "六", "七", "八",
                                            "九", "十", "百", "千", "壹", "贰", "叁", "肆", "伍",
                                            "陆", "柒", "捌", "玖", "拾", "佰", "仟"};
  const bool has_digit = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return !has_digit && text.find("元") != std::string_view::npos &&
         std::ranges::any_of(kNumerals,
                             [&](auto numeral) { return text.find(numeral) != text.npos; });
}

} // namespace

std::optional<FeeAmount> read_amount(std::string_view text) {
  const std::u32string all = without_width(text);
  std::u32string_view rest = all;
  if (rest == U"免费" || rest == U"不收费" || rest == U"免收" || rest == U"免")
    return FeeAmount{0, "元"};
  take(rest, U"人民币");
  const std::u32string_view per = take_per(rest);
  take(rest, U"¥");
  const std::u32string_view number = rest;
  // In 万元 the hundredth of a 分 has no meaning, so six places are read and must come out even.
  std::optional<int64_t> value = take_number(rest, 2);
  if (take(rest, U"万元")) {
    std::u32string_view again = number;
    value = take_number(again, 6);
    return value ? std::optional(FeeAmount{*value, unit_of(per, rest)}) : std::nullopt;
  }
  if (!value)
    return {};
  take(rest, U"元");
  if (!is_unit(rest))
    return {};
  return FeeAmount{*value, unit_of(per, rest)};
}

AmountMistake amount_mistake(std::string_view text) {
  if (text.empty() || read_amount(text))
    return AmountMistake::None;
  if (is_error_value(text))
    return AmountMistake::FormulaError;
  if (text.starts_with("-") || text.starts_with("－"))
    return AmountMistake::Negative;
  if (is_bare_number(text))
    return AmountMistake::Unclear;
  return is_in_words(text) ? AmountMistake::InWords : AmountMistake::None;
}

bool charges_nothing(std::string_view text) {
  constexpr std::string_view kWords[] = {"不收", "不得收", "禁止收", "免",
                                         "取消", "停收",   "停止收"};
  const bool amount = text.find_first_of("0123456789") != text.npos;
  return !amount && std::ranges::any_of(kWords, [&](std::string_view word) {
    return text.find(word) != text.npos;
  });
}

} // namespace heiban
