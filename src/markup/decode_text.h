// append_decoded: raw characters of a document → text fit for the wall, references decoded.
// The HTML scanner's users, the XML reader and feed call it on every text they keep.
// It drops what has no place in a text: control characters, bidi controls, zero-width characters.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

enum class References {
  None,      // & is a character like any other
  Text,      // HTML 13.2.5.72, as in text: &copy2026 is understood
  Attribute, // as in attribute values: &copy=2026 stays (a query string)
  Strict,    // only with the semicolon: for texts that may not be HTML at all
};

// Appends `raw` (UTF-8) to `out`. &#128; to &#159; mean windows-1252, as browsers read them.
void append_decoded(std::string& out, std::string_view raw, References references);

std::string decoded(std::string_view raw, References references);

// Reads the reference that starts at raw[at] == '&', appends what it stands for and moves `at`
// past it; false, nothing moved, when it is no reference.
bool append_reference(std::string& out, std::string_view raw, size_t& at, References references);

// True when append_decoded would change nothing: callers then keep a view and copy nothing.
bool is_clean(std::string_view raw, References references);

} // namespace heiban
