// What HTML says about its elements by name: known at all, void, raw text, which end which.
// The HTML scanner, the tree builder and the plain-text reader ask it.
// It knows names only, no attributes and no CSS.
#pragma once

#include <cstdint>
#include <string_view>

namespace heiban {

enum HtmlTraits : uint16_t {
  kVoid = 1,         // has no content and no end tag
  kRawText = 2,      // content is not markup: script, style …
  kHidden = 4,       // content is never read by a visitor: script, style, template …
  kBlock = 8,        // ends an open <p> (HTML 13.2.6.4.7)
  kHeading = 16,     // h1 … h6
  kScope = 32,       // end tags inside do not reach out of it (table, td, object …)
  kTablePart = 64,   // tr, td, tbody …
  kInline = 128,     // phrasing formatting: its end tag never ends a block
  kHeadOnly = 256,   // belongs into <head> when nothing of the body has been seen
  kStructural = 512, // html, head, body, frameset: at most one of each
  kForeign = 1024,   // SVG and MathML
};

struct HtmlElementInfo {
  bool known = false;
  uint16_t traits = 0;
  std::string_view name; // when known: as in the table, so it lives for ever
  bool is(HtmlTraits trait) const { return (traits & trait) != 0; }
};

// `name` in lower case. Every element any HTML version or browser has had is known.
HtmlElementInfo html_element(std::string_view name);

} // namespace heiban
