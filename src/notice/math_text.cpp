#include "notice/math_text.h"

#include "base/utf8.h"
#include "notice/small_characters.h"

#include <vector>

namespace heiban {
namespace {

std::vector<const Node*> elements_of(const Node& parent) {
  std::vector<const Node*> out;
  for (const Node* child = parent.first_child; child; child = child->next)
    if (!child->is_text)
      out.push_back(child);
  return out;
}

// In brackets where it is more than one number or letter.
std::string bracketed(std::string text) {
  return text.find_first_of("+-/=") == std::string::npos ? text : "(" + text + ")";
}

} // namespace

std::string math_text(const Node& element) {
  if (element.is_text)
    return std::string(trim(element.text));
  if (element.name == "annotation" || element.name == "annotation-xml")
    return {};
  const std::vector<const Node*> parts = elements_of(element);
  if (parts.size() == 2 && element.name == "mfrac")
    return bracketed(math_text(*parts[0])) + "/" + bracketed(math_text(*parts[1]));
  if (parts.size() == 2 && element.name == "msup") {
    const std::string power = math_text(*parts[1]), small = raised(power);
    return math_text(*parts[0]) + (small.empty() ? "^" + bracketed(power) : small);
  }
  if (parts.size() == 2 && element.name == "msub") {
    const std::string index = math_text(*parts[1]), small = lowered(index);
    return math_text(*parts[0]) + (small.empty() ? index : small);
  }
  std::string out = element.name == "msqrt" ? "√" : "";
  for (const Node* child = element.first_child; child; child = child->next)
    out += math_text(*child);
  return out;
}

} // namespace heiban
