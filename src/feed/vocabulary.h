// The elements feeds are made of: (namespace, name) → what it says, whatever the feed's format.
// The XML feed reader asks it for every element.
// It reads no text and ranks nothing: the reader decides which of two titles counts.
#pragma once

#include "feed/field.h"
#include "markup/tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heiban {

enum class Ns : uint8_t {
  Core, // RSS in all its namespaces, Atom 0.3 and 1.0, CDF: their names do not clash
  Content,
  Dc,
  DcTerms,
  Heiban,
  Itunes,
  Media,
  Prism,
  Rdf,
  Syndication,
  Tombstone,
  Xhtml,
  Xml,
  Other
};

// Knows one document's namespaces: its root's own counts as Core, whatever it is.
class Vocabulary {
public:
  explicit Vocabulary(const Node& root);

  Ns ns_of(std::string_view uri);
  bool is_atom(const Node& element) const; // then type and mode say how its text is meant
  Meaning meaning(const Node& element);    // names in any case

private:
  std::string root_ns_;
  bool atom_root_ = false;
  std::vector<std::pair<std::string, Ns>> seen_;
};

} // namespace heiban
