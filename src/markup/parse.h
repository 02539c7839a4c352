// parse_xml and parse_html: bytes that are already UTF-8 → Tree, mending what is broken.
// feed calls both (after its charset step), notice calls parse_html on an item's content.
// They never load, expand or fetch anything outside the bytes given: no entities, DTDs, network.
#pragma once

#include "base/result.h"
#include "markup/tree.h"

#include <span>
#include <string_view>

namespace heiban {

struct MarkupLimits {
  int depth = 200;          // deeper elements are dropped, their text kept
  size_t nodes = 4'000'000; // alive at once; beyond: truncated
  // XML only: elements that never stand in one of their own name, so that a missing end tag is
  // noticed at the next start tag.
  std::span<const std::string_view> never_nested;
  // XML only: elements that never stand in a <title>, so that its missing end tag is noticed.
  std::span<const std::string_view> never_in_title;
};

// Malformed when no element can be read at all. HTML's named entities are understood in XML too
// (feeds use them undeclared). Entity declarations in a DOCTYPE are ignored, never expanded.
// Linear in the input for every input.
Result<Tree> parse_xml(std::string_view utf8, const MarkupLimits& limits = {});

// The many like parts of a document, handed over one by one, so that a large feed is never held
// whole. An item is no root and stands in no other item.
class XmlItems {
public:
  virtual ~XmlItems() = default;
  virtual bool is_item(std::string_view local_name) const = 0;
  // Its parents and what came before it are there, too, but for earlier items. It is gone after
  // the call.
  virtual void take(const Node& item) = 0;
};

// As parse_xml, but the tree lacks the items, and it and they view into `utf8`.
Result<Tree> parse_xml_items(std::string_view utf8, XmlItems& items,
                             const MarkupLimits& limits = {});

// HTML as browsers roughly read it; the root is <html>. Never fails but on an empty input.
// Linear in the input for every input.
Result<Tree> parse_html(std::string_view utf8, const MarkupLimits& limits = {});

} // namespace heiban
