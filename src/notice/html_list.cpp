#include "notice/html_list.h"

#include "notice/html_style.h"

#include <fmt/format.h>

#include <charconv>

namespace heiban {
namespace {

constexpr long kHighest = 99'999; // of an item; hostile values fall back to counting

long read_number(std::string_view text, long otherwise) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && value >= 0 && value <= kHighest ? value : otherwise;
}

std::string latin(long value, char first) {
  std::string out;
  for (; value > 0; value = (value - 1) / 26)
    out.insert(out.begin(), static_cast<char>(first + (value - 1) % 26));
  return out;
}

std::string roman(long value, bool upper) {
  struct Step {
    long value;
    const char* text;
  };
  constexpr Step kSteps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                             {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                             {5, "v"},    {4, "iv"},   {1, "i"}};
  std::string out;
  for (const Step& step : kSteps)
    for (; value >= step.value; value -= step.value)
      out += step.text;
  for (char& c : out)
    c = upper ? static_cast<char>(c - 32) : c;
  return out;
}

std::string han(long value) { // 1 … 99
  constexpr const char* kDigits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  std::string out = value >= 20 ? kDigits[value / 10] : "";
  return out + (value >= 10 ? "十" : "") + kDigits[value % 10];
}

} // namespace

ListCounter::ListCounter(const Node& list) : style_(style_of(list)) {
  long first = 1;
  if (has_attribute(list, "reversed")) {
    step_ = -1;
    first = 0;
    for (const Node* child = list.first_child; child; child = child->next)
      first += child->name == "li";
  }
  value_ = read_number(list.attribute("start"), first);
}

ListCounter::Style ListCounter::style_of(const Node& list) {
  struct Named {
    std::string_view name;
    Style style;
  };
  constexpr Named kNamed[] = {
      {"none", Style::None},
      {"disc", Style::None},
      {"circle", Style::None},
      {"square", Style::None},
      {"decimal", Style::Decimal},
      {"lower-alpha", Style::LowerLatin},
      {"lower-latin", Style::LowerLatin},
      {"upper-alpha", Style::UpperLatin},
      {"upper-latin", Style::UpperLatin},
      {"lower-roman", Style::LowerRoman},
      {"upper-roman", Style::UpperRoman},
      {"cjk-ideographic", Style::Han},
      {"cjk-decimal", Style::Han},
      {"simp-chinese-informal", Style::Han},
      {"trad-chinese-informal", Style::Han},
      {"a", Style::LowerLatin},
      {"A", Style::UpperLatin},
      {"i", Style::LowerRoman},
      {"I", Style::UpperRoman},
      {"1", Style::Decimal},
  };
  // UEditor draws the numbers of its own lists; their names are its classes.
  constexpr Named kUeditor[] = {
      {"custom_num", Style::Decimal},       {"custom_num1", Style::DecimalClosed},
      {"custom_num2", Style::DecimalRound}, {"custom_cn", Style::Han},
      {"custom_cn1", Style::HanClosed},     {"custom_cn2", Style::HanRound}};
  std::string_view kind = list.attribute("class");
  kind = kind.substr(0, kind.find(' '));
  for (const Named& named : kUeditor)
    if (kind == named.name)
      return named.style;
  std::string_view wanted = style_value(list, "list-style-type");
  if (wanted.empty())
    wanted = style_value(list, "list-style");
  if (wanted.empty())
    wanted = list.attribute("type");
  wanted = wanted.substr(0, wanted.find(' '));
  for (const Named& named : kNamed)
    if (wanted == named.name)
      return named.style;
  return list.name == "ol" ? Style::Decimal : Style::None;
}

std::string ListCounter::label() const {
  switch (style_) {
  case Style::None:
    return {};
  case Style::Han:
  case Style::HanClosed:
  case Style::HanRound:
    if (value_ >= 1 && value_ <= 99)
      return style_ == Style::Han         ? han(value_) + "、"
             : style_ == Style::HanClosed ? han(value_) + "）"
                                          : "（" + han(value_) + "）";
    break;
  case Style::DecimalClosed:
    return fmt::format("{}）", value_);
  case Style::DecimalRound:
    return fmt::format("（{}）", value_);
  case Style::LowerLatin:
  case Style::UpperLatin:
    if (value_ >= 1)
      return latin(value_, style_ == Style::LowerLatin ? 'a' : 'A') + ". ";
    break;
  case Style::LowerRoman:
  case Style::UpperRoman:
    if (value_ >= 1 && value_ < 4000)
      return roman(value_, style_ == Style::UpperRoman) + ". ";
    break;
  case Style::Decimal:
    break;
  }
  return fmt::format("{}. ", value_);
}

std::string ListCounter::next(const Node& item) {
  if (item.attribute("data-list") == "bullet")
    return {}; // Quill writes every list as <ol>
  value_ = read_number(item.attribute("value"), value_);
  std::string out = label();
  value_ += step_;
  return out;
}

} // namespace heiban
