// guess_charset: uchardet's opinion of a whole document; last resort, it is wrong on short texts.
// Only feed/charset.cpp calls it.
// It converts nothing and checks nothing.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

std::string guess_charset(std::string_view bytes); // uchardet's name, empty when it has none

} // namespace heiban
