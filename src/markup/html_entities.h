// HTML's named character references (WHATWG HTML 13.5): a name → the characters it stands for.
// Only markup calls it: for HTML, and for feeds that use the names in XML without declaring them.
// It expands nothing that a document itself declares.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

extern const std::string_view kHtmlEntityTable; // "|name hex[+hex]|…", sorted by name
extern const std::string_view kHtmlLegacyNames; // "|name|…": those that need no semicolon

// Appends the characters of `name` (no & and no ;); false when HTML has no such name.
bool append_html_entity(std::string& out, std::string_view name);

// The length of the longest legacy name that `s` starts with (&copy2026 is © then 2026); 0: none.
size_t legacy_entity_prefix(std::string_view s);

} // namespace heiban
