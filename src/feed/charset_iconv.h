// convert: bytes in a named charset → UTF-8, through iconv.
// Only feed/charset.cpp calls it.
// It guesses nothing and knows no aliases.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heiban {

struct Conversion {
  std::string text;  // what could not be read is U+FFFD
  size_t errors = 0; // places that could not be read; a character cut off at the end is none
};

// nullopt when iconv does not know the name. Stops early, with that many errors, when there are
// more than `max_errors`.
std::optional<Conversion> convert(std::string_view bytes, const std::string& iconv_name,
                                  size_t max_errors);

} // namespace heiban
