#include "notice/fee_unit.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace heiban {
namespace {

constexpr std::string_view kYuan = "元/", kDot = "·";

bool take(std::u32string_view& text, std::u32string_view prefix) {
  if (!text.starts_with(prefix))
    return false;
  text.remove_prefix(prefix.size());
  return true;
}

void drop_end(std::u32string_view& text, std::u32string_view suffix) {
  if (text.size() > suffix.size() && text.ends_with(suffix))
    text.remove_suffix(suffix.size());
}

void drop_brackets(std::u32string_view& text) {
  if (text.size() > 2 && text.front() == '(' && text.back() == ')')
    text = text.substr(1, text.size() - 2);
}

// Its words, each after a dot: 每生每学期, 生/学期.
std::u32string parted(std::u32string_view text) {
  std::u32string parts;
  bool separator = true; // none at the start
  for (const char32_t c : text) {
    if (is_unit_separator(c)) {
      if (!separator)
        parts += U'·';
      separator = true;
    } else {
      parts += c;
      separator = false;
    }
  }
  while (parts.ends_with(U'·'))
    parts.pop_back();
  return parts;
}

std::vector<std::string_view> words_of(std::string_view normal) {
  std::vector<std::string_view> out;
  if (!normal.starts_with(kYuan))
    return out;
  normal.remove_prefix(kYuan.size());
  for (;;) {
    const size_t dot = normal.find(kDot);
    out.push_back(normal.substr(0, dot));
    if (dot == std::string_view::npos)
      return out;
    normal.remove_prefix(dot + kDot.size());
  }
}

// The time a unit counts by, its names levelled; nothing where it counts something else.
std::optional<std::string_view> time_of(std::string_view normal) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> kTimes = {
      {{"学期", "学期"},
       {"期", "学期"},
       {"半年", "半年"},
       {"学年", "学年"},
       {"年", "学年"},
       {"季", "季"},
       {"季度", "季"},
       {"月", "月"},
       {"周", "周"},
       {"天", "天"},
       {"日", "天"},
       {"课时", "课时"},
       {"小时", "小时"},
       {"次", "次"}}};
  for (const std::string_view word : words_of(normal))
    for (const auto& [name, time] : kTimes)
      if (word == name)
        return time;
  return {};
}

} // namespace

std::u32string without_width(std::string_view text) {
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

bool is_unit_separator(char32_t c) {
  return std::u32string_view(U"·•・./‧每*、\\").find(c) != std::u32string_view::npos;
}

std::string normal_unit(std::string_view text) {
  const std::u32string all = without_width(text);
  std::u32string_view rest = all;
  drop_brackets(rest);
  take(rest, U"人民币");
  if (take(rest, U"按")) {
    for (const std::u32string_view end : {U"收取", U"计收", U"收费", U"计费", U"计"})
      drop_end(rest, end);
  } else if (!take(rest, U"元") && !take(rest, U"¥") && !rest.starts_with(U"每")) {
    return std::string(trim(text));
  }
  drop_brackets(rest);
  const std::u32string parts = parted(rest);
  return parts.empty() ? "元" : std::string(kYuan) + to_utf8(parts);
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
  const std::vector<std::string_view> words = words_of(normal);
  return normal == "元" || (!words.empty() && std::ranges::all_of(words, [&](auto word) {
           return units.contains(std::string(word));
         }));
}

std::string unit_in_head(std::string_view head) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    for (size_t from = head.find(open); from != head.npos; from = head.find(open, from + 1)) {
      const size_t to = head.find(close, from);
      if (to == head.npos)
        break;
      const size_t begin = from + open.size();
      std::string_view inside = head.substr(begin, to - begin);
      constexpr std::string_view kLabel = "单位：";
      if (inside.starts_with(kLabel))
        inside.remove_prefix(kLabel.size());
      if (std::string unit = normal_unit(inside); unit.starts_with(kYuan))
        return unit;
    }
  }
  return {};
}

bool units_conflict(std::string_view normal, std::string_view other) {
  const auto a = time_of(normal), b = time_of(other);
  return a && b && *a != *b;
}

} // namespace heiban
