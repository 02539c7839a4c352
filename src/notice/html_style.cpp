#include "notice/html_style.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace heiban {
namespace {

constexpr double kEmPx = 16;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::string_view trimmed(std::string_view s) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  while (!s.empty() && blank(s.front()))
    s.remove_prefix(1);
  while (!s.empty() && blank(s.back()))
    s.remove_suffix(1);
  return s;
}

bool same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [](char x, char y) { return lower(x) == lower(y); });
}

bool begins(std::string_view s, std::string_view prefix) {
  return s.size() >= prefix.size() && same(s.substr(0, prefix.size()), prefix);
}

std::optional<BlockAlign> align_named(std::string_view word) {
  word = trimmed(word);
  if (begins(word, "center") || same(word, "-webkit-center") || same(word, "middle"))
    return BlockAlign::Center;
  if (begins(word, "right") || begins(word, "end"))
    return BlockAlign::End;
  if (begins(word, "left") || begins(word, "justify") || begins(word, "start"))
    return BlockAlign::Start;
  return std::nullopt;
}

// The classes that Quill and Bootstrap align a paragraph by.
std::optional<BlockAlign> align_of_class(std::string_view classes) {
  while (!classes.empty()) {
    const size_t end = std::min(classes.find(' '), classes.size());
    const std::string_view one = classes.substr(0, end);
    for (const std::string_view prefix : {"ql-align-", "text-"})
      if (one.starts_with(prefix))
        for (const std::string_view word : {"center", "right", "end"})
          if (one.substr(prefix.size()) == word)
            return align_named(word);
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return std::nullopt;
}

// A CSS length in px: px, pt, em, rem, cm, mm, in; a bare number is px. NaN: none, or a percentage.
double length_px(std::string_view value) {
  struct Unit {
    std::string_view name;
    double px;
  };
  constexpr Unit kUnits[] = {{"", 1},        {"px", 1},         {"pt", 4.0 / 3},    {"em", kEmPx},
                             {"rem", kEmPx}, {"cm", 96 / 2.54}, {"mm", 9.6 / 2.54}, {"in", 96},
                             {"pc", 16},     {"ch", kEmPx / 2}};
  value = trimmed(value);
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc())
    return NAN;
  std::string_view unit = trimmed(value.substr(static_cast<size_t>(end - value.data())));
  unit = trimmed(unit.substr(0, unit.find('!')));
  for (const Unit& known : kUnits)
    if (same(unit, known.name))
      return number * known.px;
  return NAN;
}

// What somebody wrote in Word's margin, and the mark that leads to it.
bool is_comment(const Node& element) {
  return begins(element.attribute("class"), "msocom") ||
         begins(style_value(element, "mso-element"), "comment");
}

} // namespace

std::string_view style_value(const Node& element, std::string_view property) {
  std::string_view rest = element.attribute("style"), found;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find(';'), rest.size());
    const std::string_view declaration = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const size_t colon = declaration.find(':');
    if (colon != declaration.npos && same(trimmed(declaration.substr(0, colon)), property))
      found = trimmed(declaration.substr(colon + 1));
  }
  return found;
}

std::optional<BlockAlign> align_of(const Node& element) {
  // Editors push a signature to the right by the paragraph's last line, which is its only one.
  const auto last = align_named(style_value(element, "text-align-last"));
  if (last && *last != BlockAlign::Start)
    return last;
  if (const auto align = align_named(style_value(element, "text-align")))
    return align;
  if (element.name == "center")
    return BlockAlign::Center;
  if (const auto align = align_of_class(element.attribute("class")))
    return align;
  const bool places_itself = element.name == "table" || element.name == "img";
  return places_itself ? std::nullopt : align_named(element.attribute("align"));
}

std::optional<bool> bold_of(const Node& element) {
  const std::string_view weight = style_value(element, "font-weight");
  if (begins(weight, "bold"))
    return true;
  if (begins(weight, "normal") || begins(weight, "lighter"))
    return false;
  if (const double number = length_px(weight); number >= 1)
    return number >= 600;
  if (element.name == "b" || element.name == "strong")
    return true;
  return std::nullopt;
}

bool has_attribute(const Node& element, std::string_view name) {
  return std::any_of(element.attributes.begin(), element.attributes.end(),
                     [&](const Attribute& attribute) { return attribute.name == name; });
}

bool is_hidden(const Node& element) {
  // 微信公众号 hide an article until their script has run.
  const bool shown_later = element.attribute("id") == "js_content";
  return begins(style_value(element, "display"), "none") ||
         (begins(style_value(element, "visibility"), "hidden") && !shown_later) ||
         begins(style_value(element, "mso-hide"), "all") || is_comment(element) ||
         has_attribute(element, "hidden");
}

bool is_struck(const Node& element) {
  if (element.name == "del" || element.name == "s" || element.name == "strike")
    return true;
  return style_value(element, "text-decoration").find("line-through") != std::string_view::npos ||
         style_value(element, "text-decoration-line").find("line-through") !=
             std::string_view::npos;
}

bool is_preformatted(const Node& element) {
  return element.name == "pre" || element.name == "listing" || element.name == "xmp" ||
         begins(style_value(element, "white-space"), "pre");
}

int indent_em(const Node& element) {
  double px = 0;
  for (const char* property : {"text-indent", "margin-left", "padding-left"})
    if (const double length = length_px(style_value(element, property)); length > 0)
      px += length;
  return static_cast<int>(std::min(px / kEmPx, 1000.0));
}

int declared_px(const Node& element, std::string_view side) {
  double px = length_px(style_value(element, side));
  if (std::isnan(px))
    px = length_px(element.attribute(side));
  return px >= 0 && px < 1e6 ? static_cast<int>(px) : -1;
}

} // namespace heiban
