// input_text: the text a command is given: a file, or stdin for "-", with a cap on its size.
// layout, fonts and their like call it.
// It decodes nothing and splits lines as staff see them: LF, CR LF and CR all end one.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace heiban {

// NotFound where there is no such file, Malformed where it is larger than `cap`.
Result<std::string> read_input(const std::string& file, size_t cap);

// Takes the next line off the text, without its end. False: there is none, nor after a last end.
bool take_line(std::string_view& text, std::string_view& line);

} // namespace heiban
