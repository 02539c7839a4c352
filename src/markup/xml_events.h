// scan_xml: XML bytes (UTF-8) as a run of events, for files too large to hold as a tree.
// feed's spreadsheet reader calls it on each sheet; everything smaller uses parse.h.
// It mends nothing, loads nothing outside the bytes, and expands no declared entity.
#pragma once

#include "base/result.h"
#include "markup/tree.h"

#include <span>
#include <string_view>

namespace heiban {

// Views are valid during the call only. Returning false ends the scan early (not an error).
class XmlEvents {
public:
  virtual ~XmlEvents() = default;
  virtual bool start(std::string_view name, std::span<const Attribute> attributes) = 0;
  virtual bool text(std::string_view text) = 0; // may come in pieces
  virtual bool end(std::string_view name) = 0;
};

// The attribute of that local name, or an empty view.
std::string_view find_attribute(std::span<const Attribute> attributes, std::string_view name);

// Malformed, with the line, when the XML is not well formed; events up to there were delivered.
Result<void> scan_xml(std::string_view utf8, XmlEvents& events);

} // namespace heiban
