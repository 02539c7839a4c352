// XmlTag: the names and attributes of one tag after the other, read as far as sense goes.
// The XML reader owns one over its whole source.
// It opens nothing and knows no namespaces.
#pragma once

#include "markup/tree_builder.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

inline bool is_xml_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool starts_xml_name(char c);

class XmlTag {
public:
  struct Attr {
    std::string_view name, value; // qualified name; value decoded
    bool is_binding() const { return name == "xmlns" || name.starts_with("xmlns:"); }
  };

  // `source` and `builder` outlive this; decoded values are kept by the builder.
  XmlTag(std::string_view source, TreeBuilder& builder) : source_(source), builder_(builder) {}

  std::string_view read_name(size_t& at) const; // moves `at` past it; may be empty

  // Reads attributes from `at` behind a tag's name, and moves it past the tag. True: <x/>.
  bool read(size_t& at);

  const std::vector<Attr>& attributes() const { return found_; } // at most 64, no name twice
  bool well_formed() const { return well_formed_; }

private:
  void attribute(size_t& at);
  std::string_view read_value(size_t& at);
  std::string_view decoded(std::string_view raw);
  size_t last(char quote, std::optional<size_t>& place) const;

  std::string_view source_;
  TreeBuilder& builder_;
  std::vector<Attr> found_;
  bool well_formed_ = true;
  std::string scratch_;
  std::optional<size_t> last_quote_, last_apostrophe_; // places in source_; npos: none
};

} // namespace heiban
