#include "feed/element.h"

#include "base/utf8.h"
#include "markup/decode_text.h"

#include <charconv>

namespace heiban {

namespace {

constexpr std::string_view kRdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

} // namespace

std::string lower_trimmed(std::string_view s) {
  return ascii_lower(trim(s));
}

// HTML's and XML's attribute names do not differ in case; feeds' do.
std::string_view attribute_of(const Node& element, std::string_view name) {
  for (const Attribute& attribute : element.attributes)
    if ((attribute.ns.empty() || attribute.ns == element.ns) &&
        attribute.name.size() == name.size() && lower_trimmed(attribute.name) == name)
      return trim(attribute.value);
  return {};
}

bool is_picture(const Node& media) {
  return attribute_of(media, "type").starts_with("image/") ||
         attribute_of(media, "medium") == "image";
}

std::string_view rdf_about(const Node& element) {
  return trim(element.attribute("about", kRdf));
}

std::string_view rdf_resource(const Node& element) {
  return trim(element.attribute("resource", kRdf));
}

std::string plain_of(const Node& element) {
  return std::string(trim(decoded(element.all_text(), References::None)));
}

std::string plain_of_child(const Node& element, std::string_view name) {
  const Node* child = named_child(element, name);
  return child ? plain_of(*child) : std::string();
}

std::string url_text(std::string_view text) {
  std::string out = decoded(trim(text), References::Strict);
  std::erase_if(out, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  return out;
}

int64_t count_of(std::string_view text) {
  text = trim(text);
  int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && value > 0 ? value : 0;
}

const Node* named_child(const Node& element, std::string_view name) {
  for (const Node* child = element.first_child; child; child = child->next)
    if (!child->is_text && lower_trimmed(child->name) == name)
      return child;
  return nullptr;
}

bool has_elements(const Node& element) {
  for (const Node* child = element.first_child; child; child = child->next)
    if (!child->is_text)
      return true;
  return false;
}

} // namespace heiban
