#include "config/toml_explain.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// What staff wrote instead of true or false; empty when it is neither.
std::string meant_switch(std::string_view value) {
  const std::string word = lower(value);
  if (is_one_of(word, {"true", "yes", "on", "是", "开", "打开", "有", "启用"}))
    return "true";
  if (is_one_of(word, {"false", "no", "off", "否", "关", "关闭", "无", "不", "停用"}))
    return "false";
  return "";
}

bool is_loose_date(std::string_view value) {
  const auto marks = std::count_if(value.begin(), value.end(),
                                   [](char c) { return c == '-' || c == '/' || c == '.'; });
  return marks == 2 && std::all_of(value.begin(), value.end(), [](char c) {
           return is_digit(c) || c == '-' || c == '/' || c == '.';
         });
}

std::string explain_number(std::string_view key, std::string_view value) {
  if (is_loose_date(value))
    return fmt::format("“{}”不是日期。日期写成 2026-02-03 的样子，年四位，月、日各两位", value);
  if (value.find(':') != std::string_view::npos)
    return fmt::format("时间要用英文引号括起来，写成 {} = \"{}\"", key, value);
  if (std::all_of(value.begin(), value.end(), is_digit) && value.size() > 1 && value[0] == '0')
    return fmt::format("数字前面不要补 0，写成 {}",
                       value.substr(std::min(value.find_first_not_of('0'), value.size() - 1)));
  if (std::all_of(value.begin(), value.end(), [](char c) { return is_digit(c) || c == ','; }))
    return "数字里不要写逗号";
  if (std::all_of(value.begin(), value.end(), [](char c) { return is_digit(c) || c == '.'; }))
    return fmt::format("“{}”不是数字", value);
  if (const size_t space = value.find(' '); space != std::string_view::npos)
    return fmt::format(
        "带单位的值要用英文引号括起来，写成 {} = \"{}\"；如果“{}”是说明，请在它前面加 #", key,
        value, trim(value.substr(space)));
  return fmt::format("带单位或文字的值要用英文引号括起来，写成 {} = \"{}\"", key, value);
}

std::string explain_bare(std::string_view key, std::string_view value) {
  if (const std::string meant = meant_switch(value); !meant.empty())
    return fmt::format("开关只能写 true（是）或 false（否），都是小写、不加引号。这里写成 {} = {}",
                       key, meant);
  return fmt::format("文字要用英文引号括起来，写成 {} = \"{}\"", key, value);
}

// Where the byte `at` of a statement's value stands in the file.
SourcePlace place_in(const Statement& statement, size_t at) {
  const std::string_view before = std::string_view(statement.value).substr(0, at);
  const size_t line_start = before.rfind('\n');
  if (line_start == std::string_view::npos)
    return {statement.value_place.line,
            statement.value_place.column + static_cast<int>(count_code_points(before))};
  return {statement.value_place.line +
              static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          static_cast<int>(count_code_points(before.substr(line_start + 1))) + 1};
}

// Of the first backslash that begins no escape TOML knows; npos when all do.
size_t bad_escape(std::string_view value) {
  for (size_t at = value.find('\\'); at != std::string_view::npos && at + 1 < value.size();
       at = value.find('\\', at + 2))
    if (std::string_view("btnfr\"\\").find(value[at + 1]) == std::string_view::npos)
      return at;
  return std::string_view::npos;
}

// The first byte behind the string `value` begins with; its size when nothing follows.
size_t after_string(std::string_view value) {
  size_t at = 1;
  for (; at < value.size() && value[at] != value[0]; ++at)
    if (value[0] == '"' && value[at] == '\\')
      ++at;
  return std::min(value.find_first_not_of(" \t", std::min(at + 1, value.size())), value.size());
}

Explanation explain_string(const Statement& statement, SourcePlace where, std::string_view reason) {
  const std::string_view value = trim(statement.value);
  if (const size_t at = bad_escape(value); value[0] == '"' && at != std::string_view::npos)
    return {place_in(statement, at),
            "双引号里的反斜杠 \\ 有特殊含义，请改用 /；一定要写反斜杠时，用单引号 '…'"};
  if (reason.find("control character") != reason.npos)
    return {where, "引号里有看不见的控制字符，请删掉重新输入这一段文字"};
  return {place_in(statement, after_string(value)),
          "引号结束后面多出了文字。引号里面的引号请用中文引号“ ”；说明文字前面要加 #"};
}

std::string explain_list(std::string_view reason) {
  if (reason.find("comma") != reason.npos)
    return "方括号里，两项之间要写英文逗号";
  return "方括号里有一项写得不对。文字各用英文引号括起来，两项之间写英文逗号，例如 [\"甲\", "
         "\"乙\"]";
}

} // namespace

Explanation explain_value(const Statement& statement, SourcePlace where, std::string_view reason) {
  const std::string_view key = statement.path.back().text, value = trim(statement.value);
  const SourcePlace begin = statement.value_place;
  if (value.empty())
    return {begin,
            fmt::format("“{}”的等号后面没有写值。不想设置这一项，请删去这一行或在行首加 #", key)};
  const char first = value.front();
  if (first == '"' || first == '\'')
    return explain_string(statement, where, reason);
  if (first == '[')
    return {where, explain_list(reason)};
  if (first == '{')
    return {where, "花括号里的写法不对。请另起一行，一行写一项"};
  if (is_digit(first) || first == '+' || first == '-' || first == '.')
    return {begin, explain_number(key, value)};
  if (is_letter(first) || static_cast<unsigned char>(first) >= 0x80)
    return {begin, explain_bare(key, value)};
  return {begin, fmt::format("“{}”不是合法的值。文字要用英文引号括起来", value)};
}

} // namespace heiban
