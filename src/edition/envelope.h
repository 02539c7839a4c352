// The envelope: JSON content with its schema number and SHA-256, three lines that a shell can
// check. The edition's codec wraps edition.json and feeds.json in it; FORMAT.md describes it. It
// does not look into the content: any change of any byte is seen by comparing, not by parsing.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace heiban {

// `format` is a bare word; `content` is one line of JSON.
std::string wrap(std::string_view format, int schema, std::string_view content);

// The content, exactly as it was wrapped; it lies in `bytes`. Refused when the schema is newer than
// `schema`; Malformed when anything else differs.
Result<std::string_view> unwrap(std::string_view bytes, std::string_view format, int schema);

// True when arrays and objects nest deeper than `depth`; looks at brackets outside strings only.
bool nests_deeper(std::string_view json, size_t depth);

} // namespace heiban
