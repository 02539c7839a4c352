#include "markup/namespaces.h"

#include "base/utf8.h"

namespace heiban {
namespace {

constexpr size_t kMost = 64;

} // namespace

bool Namespaces::bind(std::string_view prefix, std::string_view uri, size_t depth) {
  if (bindings_.size() >= kMost)
    return false;
  bindings_.push_back({prefix, trim(uri), depth}); // no URI has white space at its ends
  return true;
}

void Namespaces::leave(size_t depth) {
  while (!bindings_.empty() && bindings_.back().depth >= depth)
    bindings_.pop_back();
}

Namespaces::Name Namespaces::resolve(std::string_view qualified, size_t colon) const {
  const std::string_view prefix = qualified.substr(0, colon);
  const std::string_view local = colon == 0 ? qualified : qualified.substr(colon + 1);
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
    if (binding->prefix == prefix)
      return {local, binding->uri};
  return {local, prefix == "xml" ? kXmlNamespace : qualified.substr(0, colon + 1)};
}

Namespaces::Name Namespaces::of_element(std::string_view qualified) const {
  const size_t colon = qualified.find(':');
  if (colon != std::string_view::npos && colon > 0 && colon + 1 < qualified.size())
    return resolve(qualified, colon);
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
    if (binding->prefix.empty())
      return {qualified, binding->uri};
  return {qualified, {}};
}

Namespaces::Name Namespaces::of_attribute(std::string_view qualified) const {
  const size_t colon = qualified.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == qualified.size())
    return {qualified, {}};
  return resolve(qualified, colon);
}

} // namespace heiban
