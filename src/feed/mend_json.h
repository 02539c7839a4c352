// JSON that is nearly right, and how much a document would ask of a parser.
// read_json_feed calls both, json_grid measure_json; well-formed documents are never mended.
// It knows nothing of feeds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heiban {

struct JsonSize {
  size_t values = 0; // objects, arrays and separators: an upper bound of what must be kept
  size_t depth = 0;
  size_t longest = 0; // bytes of the longest string, its quotes included
};
JsonSize measure_json(std::string_view json);

// Drops trailing commas and comments, escapes control characters in strings, and closes what a cut
// left open, after the last whole value.
std::string mend_json(std::string_view json);

} // namespace heiban
