#include "config/values.h"

#include "base/utf8.h"
#include "config/toml_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace heiban {
namespace {

std::string number_zh(double value) {
  return fmt::format("{:g}", value);
}

void wrong_kind(const TomlValue& value, const KeyInfo& info, DiagnosticSink& report,
                std::string_view wanted) {
  report.error(value.place, fmt::format("{}（{}）要写{}，这里写的是{}。例如 {} = {}", info.name,
                                        info.label, wanted, kind_zh(value), info.name, info.form));
}

// One number at `at`, moved past it.
std::optional<double> take_number(std::string_view text, size_t& at) {
  double number = 0;
  const char* first = text.data() + at;
  const auto [end, error] =
      std::from_chars(first, text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || !std::isfinite(number))
    return std::nullopt;
  at += static_cast<size_t>(end - first);
  return number;
}

void skip_spaces(std::string_view text, size_t& at) {
  while (at < text.size() && text[at] == ' ')
    ++at;
}

// The longest unit name that stands at `at`: 分钟 before 分.
const Unit* take_unit(std::string_view text, size_t& at, std::span<const Unit> units) {
  const Unit* best = nullptr;
  for (const Unit& unit : units)
    if (text.substr(at).starts_with(unit.name) &&
        (best == nullptr || unit.name.size() > best->name.size()))
      best = &unit;
  if (best != nullptr)
    at += best->name.size();
  return best;
}

} // namespace

std::string kind_zh(const TomlValue& value) {
  switch (value.kind) {
  case TomlKind::Boolean:
    return "开关（true 或 false）";
  case TomlKind::Integer:
  case TomlKind::Real:
    return "数字";
  case TomlKind::Text:
    return "带引号的文字";
  case TomlKind::Date:
  case TomlKind::DateTime:
    return "日期";
  case TomlKind::Time:
    return "不带引号的时间";
  case TomlKind::List:
    return value.header_list ? "[[…]] 一节" : "方括号列表";
  case TomlKind::Table:
    return "一节";
  }
  return "";
}

std::string to_half_width(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    append_utf8(out, c == 0x3000 ? U' ' : c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c);
  }
  return out;
}

std::optional<std::string> read_text(const TomlValue& value, const KeyInfo& info,
                                     DiagnosticSink& report, size_t max_length) {
  if (value.kind != TomlKind::Text) {
    wrong_kind(value, info, report, "带英文引号的文字");
    return std::nullopt;
  }
  std::string out(trim(value.text));
  if (std::any_of(out.begin(), out.end(), [](char c) { return c >= 0 && c < 0x20; })) {
    report.error(value.place,
                 fmt::format("{}（{}）里有换行或控制字符。反斜杠 \\ 请改成 /，文字请写在一行里",
                             info.name, info.label));
    return std::nullopt;
  }
  if (out.empty() && info.required) {
    report.error(value.place, fmt::format("{}（{}）不能是空的。例如 {} = {}", info.name, info.label,
                                          info.name, info.form));
    return std::nullopt;
  }
  if (const size_t length = count_code_points(out); length > max_length) {
    report.error(value.place, fmt::format("{}（{}）有 {} 个字，最多 {} 个字", info.name, info.label,
                                          length, max_length));
    return std::nullopt;
  }
  return out;
}

std::optional<std::vector<std::string>> read_texts(const TomlValue& value, const KeyInfo& info,
                                                   DiagnosticSink& report) {
  std::vector<std::string> out;
  if (value.kind == TomlKind::Text) { // one item needs no brackets
    if (auto only = read_text(value, info, report, kLongText); only && !only->empty())
      out.push_back(std::move(*only));
    return out;
  }
  if (value.kind != TomlKind::List || value.header_list) {
    wrong_kind(value, info, report, "方括号列表");
    return std::nullopt;
  }
  bool good = true;
  for (const TomlValue& item : value.items) {
    auto one = read_text(item, info, report, kLongText);
    good = good && one.has_value();
    if (one && !one->empty())
      out.push_back(std::move(*one));
  }
  return good ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<int64_t> read_whole(const TomlValue& value, const KeyInfo& info,
                                  DiagnosticSink& report, int64_t low, int64_t high) {
  const bool is_number = value.kind == TomlKind::Integer || value.kind == TomlKind::Real;
  if (!is_number) {
    wrong_kind(value, info, report, "不带引号的整数");
    return std::nullopt;
  }
  if (value.kind == TomlKind::Real || value.integer < low || value.integer > high) {
    report.error(value.place,
                 fmt::format("{}（{}）要写 {} 到 {} 的整数", info.name, info.label, low, high));
    return std::nullopt;
  }
  return value.integer;
}

std::optional<bool> read_switch(const TomlValue& value, const KeyInfo& info,
                                DiagnosticSink& report) {
  if (value.kind == TomlKind::Boolean)
    return value.boolean;
  report.error(value.place, fmt::format("{}（{}）是开关，只能写 true（是）或 false（否），不加引号",
                                        info.name, info.label));
  return std::nullopt;
}

std::optional<std::string> read_choice(const TomlValue& value, const KeyInfo& info,
                                       DiagnosticSink& report, std::span<const Choice> choices) {
  std::string allowed;
  for (const Choice& one : choices)
    allowed += fmt::format("{}\"{}\"（{}）", allowed.empty() ? "" : "、", one.word, one.label);
  if (value.kind != TomlKind::Text) {
    report.error(value.place,
                 fmt::format("{}（{}）可以写 {}，要带英文引号", info.name, info.label, allowed));
    return std::nullopt;
  }
  const std::string_view word = trim(value.text);
  for (const Choice& one : choices)
    if (word == one.word || word == one.label)
      return std::string(one.word);
  const Choice* nearest = nullptr;
  for (const Choice& one : choices)
    if (edit_distance(word, one.word) <= 2 && nearest == nullptr)
      nearest = &one;
  report.error(value.place,
               fmt::format("{}（{}）没有“{}”这个选项。{}可以写 {}", info.name, info.label, word,
                           nearest ? fmt::format("是不是想写 \"{}\"？", nearest->word) : "",
                           allowed));
  return std::nullopt;
}

std::optional<double> parse_quantity(std::string_view text, std::span<const Unit> units) {
  const std::string half = to_half_width(trim(text));
  double sum = 0;
  bool any = false;
  for (size_t at = 0;;) {
    skip_spaces(half, at);
    if (at == half.size())
      break;
    const std::optional<double> number = take_number(half, at);
    skip_spaces(half, at);
    const Unit* unit = take_unit(half, at, units);
    const bool bare = !any && at == half.size(); // a lone number is in the documented unit
    if (!number || (unit == nullptr && !bare))
      return std::nullopt;
    sum += *number * (unit ? unit->factor : 1);
    any = true;
  }
  return any ? std::optional(sum) : std::nullopt;
}

std::optional<double> read_quantity(const TomlValue& value, const KeyInfo& info,
                                    DiagnosticSink& report, const Quantity& limits) {
  std::optional<double> number;
  if (value.kind == TomlKind::Integer || value.kind == TomlKind::Real)
    number = value.real;
  else if (value.kind == TomlKind::Text)
    number = parse_quantity(value.text, limits.units);
  if (!number) {
    report.error(value.place,
                 fmt::format("{}（{}）要写数字（单位：{}）或带单位的文字。例如 {} = {}", info.name,
                             info.label, limits.unit_zh, info.name, info.form));
    return std::nullopt;
  }
  if (!(*number >= limits.low && *number <= limits.high)) {
    report.error(value.place, fmt::format("{}（{}）要在 {} 到 {} {}之间，这里是 {} {}", info.name,
                                          info.label, number_zh(limits.low), number_zh(limits.high),
                                          limits.unit_zh, number_zh(*number), limits.unit_zh));
    return std::nullopt;
  }
  return number;
}

} // namespace heiban
