// Namespaces: the prefixes in scope while an XML document is read (Namespaces in XML 1.0).
// The XML reader enters and leaves elements and asks what their prefixes mean.
// It holds views only and takes at most so many bindings at once.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace heiban {

inline constexpr std::string_view kXmlNamespace = "http://www.w3.org/XML/1998/namespace";

class Namespaces {
public:
  // Of the element being entered at `depth`; "" is the default namespace. False, nothing bound,
  // when 64 are in scope: nobody honest has as many, and each is looked at for each name.
  bool bind(std::string_view prefix, std::string_view uri, size_t depth);
  void leave(size_t depth); // forgets what elements at that depth and deeper bound

  struct Name {
    std::string_view local, ns; // ns of an undeclared prefix: "prefix:"
  };
  Name of_element(std::string_view qualified) const;
  Name of_attribute(std::string_view qualified) const; // without a prefix: in no namespace

private:
  Name resolve(std::string_view qualified, size_t colon) const;

  struct Binding {
    std::string_view prefix, uri;
    size_t depth;
  };
  std::vector<Binding> bindings_;
};

} // namespace heiban
