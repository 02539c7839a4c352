// input_text: the text a command is given: a file, or stdin for "-", with a cap on its size.
// layout, fonts and their like call it.
// It decodes nothing and splits lines as staff see them: LF, CR LF and CR all end one.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// NotFound where there is no such file, Malformed where it is larger than `cap`.
Result<std::string> read_input(const std::string& file, size_t cap);

// Without their ends; a last line that ends has none after it.
std::vector<std::string_view> input_lines(std::string_view text);

} // namespace heiban
