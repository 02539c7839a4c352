#include "feed/format_section.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace heiban {
namespace {

bool starts_with_nocase(std::string_view s, std::string_view lower) {
  return s.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), s.begin(), [](char a, char b) {
           return a == static_cast<char>(std::tolower(static_cast<unsigned char>(b)));
         });
}

Condition read_condition(std::string_view inside) {
  constexpr std::pair<std::string_view, char> kSigns[] = {{"<=", 'l'}, {">=", 'g'}, {"<>", 'n'},
                                                          {"<", '<'},  {">", '>'},  {"=", '='}};
  for (const auto& [text, sign] : kSigns)
    if (inside.starts_with(text)) {
      Condition out{sign, 0};
      inside.remove_prefix(text.size());
      std::from_chars(inside.data(), inside.data() + inside.size(), out.bound);
      return out;
    }
  return {};
}

bool is_chinese(std::string_view locale) { // LCIDs 804, 1004 and their like, with or without flags
  return locale.ends_with("804") || locale.ends_with("1004") || locale.ends_with("zh-CN");
}

// Words side by side are one piece.
void add_literal(Section& section, std::string_view text) {
  if (!section.pieces.empty() && section.pieces.back().literal)
    section.pieces.back().text += text;
  else
    section.pieces.push_back({true, std::string(text)});
}

bool ends_with_digit(const Section& section) {
  return !section.pieces.empty() && !section.pieces.back().literal &&
         std::string_view("0#?").find(section.pieces.back().text) != std::string_view::npos;
}

// [$￥-804] carries a currency sign and a language; [h] is elapsed time; [Red] is nothing we show.
void read_bracket(std::string_view inside, Section& section) {
  if (!inside.empty() && inside[0] == '$') {
    const size_t dash = std::min(inside.find('-'), inside.size());
    add_literal(section, inside.substr(1, dash - 1));
    section.chinese = section.chinese || is_chinese(inside.substr(dash));
  } else if (inside == "DBNum1" || inside == "dbnum1") {
    section.numerals = true;
  } else if (const Condition condition = read_condition(inside); condition.sign) {
    section.condition = condition;
  } else if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
    section.pieces.push_back(
        {false, std::string("[") + static_cast<char>(std::tolower(inside[0]))});
    section.is_date = true;
  }
}

constexpr std::string_view kDayHalves[] = {"am/pm", "a/p", "上午/下午"};

// Bytes of the character that begins at `at`, as far as the text goes.
size_t character_size(std::string_view text, size_t at) {
  size_t end = at + 1;
  while (end < text.size() && (text[end] & 0xC0) == 0x80)
    ++end;
  return std::min(end, text.size()) - std::min(at, text.size());
}

} // namespace

std::vector<std::string_view> split_sections(std::string_view code) {
  std::vector<std::string_view> out;
  size_t from = 0;
  bool quoted = false;
  for (size_t i = 0; i < code.size(); ++i) {
    if (code[i] == '"')
      quoted = !quoted;
    else if (code[i] == '\\' && !quoted)
      ++i;
    else if (code[i] == ';' && !quoted)
      out.push_back(code.substr(from, i - from)), from = i + 1;
  }
  out.push_back(code.substr(from));
  return out;
}

bool holds(const Condition& condition, double value) {
  switch (condition.sign) {
  case '<':
    return value < condition.bound;
  case '>':
    return value > condition.bound;
  case '=':
    return value == condition.bound;
  case 'l':
    return value <= condition.bound;
  case 'g':
    return value >= condition.bound;
  case 'n':
    return value != condition.bound;
  default:
    return true;
  }
}

Section read_section(std::string_view code) {
  Section section;
  for (size_t i = 0; i < code.size();) {
    const char c = code[i];
    const auto half = std::find_if(std::begin(kDayHalves), std::end(kDayHalves),
                                   [&](auto h) { return starts_with_nocase(code.substr(i), h); });
    if (c == '"') {
      const size_t close = std::min(code.find('"', i + 1), code.size());
      add_literal(section, code.substr(i + 1, close - i - 1));
      i = close + 1;
    } else if (c == '\\') {
      const size_t size = character_size(code, i + 1);
      add_literal(section, code.substr(std::min(i + 1, code.size()), size));
      i += 1 + size;
    } else if (c == '_' || c == '*') {
      // A blank as wide as the next character, or fill: nothing in plain text.
      i += 1 + character_size(code, i + 1);
    } else if (c == '[') {
      const size_t close = std::min(code.find(']', i), code.size());
      read_bracket(code.substr(i + 1, close - i - 1), section);
      i = close + 1;
    } else if (half != std::end(kDayHalves)) {
      section.pieces.push_back({false, std::string(*half)});
      section.is_date = section.twelve_hours = true;
      i += half->size();
    } else if (starts_with_nocase(code.substr(i), "aaa")) { // the day of the week in Chinese
      const size_t end = std::min(code.find_first_not_of("aA", i), code.size());
      section.pieces.push_back({false, std::string(end - i, 'a')});
      section.is_date = true;
      i = end;
    } else if (starts_with_nocase(code.substr(i), "general")) {
      section.pieces.push_back({false, "general"});
      i += 7;
    } else if (std::string_view("yYmMdDhHsSeE").find(c) != std::string_view::npos &&
               !((c == 'e' || c == 'E') && i + 1 < code.size() &&
                 (code[i + 1] == '+' || code[i + 1] == '-'))) {
      const char lower = static_cast<char>(std::tolower(c));
      size_t end = i;
      while (end < code.size() && std::tolower(code[end]) == lower)
        ++end;
      section.pieces.push_back({false, std::string(end - i, lower)});
      section.is_date = true;
      i = end;
    } else if (c == 'e' || c == 'E') { // E+00: the exponent's digits are not the number's
      section.pieces.push_back({false, "E"});
      i = std::min(code.find_first_not_of("0#?", i + 2), code.size());
    } else if (std::string_view("0#?.,%@").find(c) != std::string_view::npos) {
      section.pieces.push_back({false, std::string(1, c)});
      ++i;
    } else {
      section.fraction = section.fraction || (c == '/' && ends_with_digit(section));
      add_literal(section, code.substr(i, 1));
      ++i;
    }
  }
  return section;
}

} // namespace heiban
