#include "notice/fee_amount.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

// Full-width forms to ASCII, spaces out: amounts are typed in every way an input method allows.
std::u32string plain(std::string_view text) {
  std::u32string out;
  for (char32_t c : to_utf32(text)) {
    if (c == ' ' || c == 0x3000 || c == 0xA0 || c == '\t' || c == '\n' || c == 0x200B)
      continue;
    if (c >= 0xFF01 && c <= 0xFF5E)
      c -= 0xFEE0;
    if (c == U'￥')
      c = U'¥';
    out += c;
  }
  return out;
}

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

bool is_separator(char32_t c) {
  return c == U'·' || c == U'•' || c == U'・' || c == U'.' || c == U'/' || c == U'‧' ||
         c == U'每' || c == U'*' || c == U'、';
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
  if (per.size() < 2 || !is_unit(per))
    return {};
  text.remove_prefix(end);
  return per;
}

// `per` stood before the number, `rest` behind it.
std::string unit_of(std::u32string_view per, std::u32string_view rest) {
  take(rest, U"整");
  if (!per.empty())
    return normal_unit("元/" + to_utf8(per) + to_utf8(rest));
  if (!rest.empty() && is_separator(rest[0]))
    rest.remove_prefix(1);
  if (rest.empty())
    return "元";
  if (rest[0] == '(' && rest.back() == ')')
    rest = rest.substr(1, rest.size() - 2);
  const std::string text = to_utf8(rest);
  return normal_unit(rest.substr(0, 1) == U"元" ? text : "元/" + text);
}

} // namespace

std::string normal_unit(std::string_view text) {
  std::u32string_view rest;
  const std::u32string all = plain(text);
  rest = all;
  if (!take(rest, U"元") && !take(rest, U"¥"))
    return std::string(trim(text));
  std::u32string parts;
  bool separator = true; // none at the start
  for (char32_t c : rest) {
    if (is_separator(c)) {
      if (!separator)
        parts += U'·';
      separator = true;
    } else {
      parts += c;
      separator = false;
    }
  }
  while (!parts.empty() && parts.back() == U'·')
    parts.pop_back();
  return parts.empty() ? "元" : "元/" + to_utf8(parts);
}

std::optional<FeeAmount> read_amount(std::string_view text) {
  const std::u32string all = plain(text);
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

FeeUnits read_fee_units(std::string_view tsv) {
  FeeUnits units;
  std::string word;
  bool comment = false;
  for (char c : tsv) {
    if (c == '#' && word.empty())
      comment = true;
    if (c == '\n' || c == '\t' || c == '\r') {
      if (!word.empty() && !comment)
        units.insert(word);
      word.clear();
      if (c == '\n')
        comment = false;
    } else if (!comment) {
      word += c;
    }
  }
  if (!word.empty() && !comment)
    units.insert(word);
  return units;
}

bool is_known_unit(std::string_view normal, const FeeUnits& units) {
  if (normal == "元")
    return true;
  constexpr std::string_view kYuan = "元/", kDot = "·";
  if (normal.substr(0, kYuan.size()) != kYuan)
    return false;
  normal.remove_prefix(kYuan.size());
  for (;;) {
    const size_t dot = normal.find(kDot);
    if (!units.contains(std::string(normal.substr(0, dot))))
      return false;
    if (dot == std::string_view::npos)
      return true;
    normal.remove_prefix(dot + kDot.size());
  }
}

} // namespace heiban
