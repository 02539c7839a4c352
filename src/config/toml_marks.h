// What a Chinese input method types where TOML wants ASCII, and how to say so.
// toml_statements.cpp asks it about every character outside strings.
// It changes no text inside quotes: there full-width marks are what staff mean.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

// The ASCII character a full-width one stands for; the character itself otherwise.
char32_t half_width(char32_t c);

// The ASCII quote (" or ') a Chinese or full-width quote stands for; 0 when it is none.
char32_t mistyped_quote(char32_t c);

// The first Chinese quote from `from` on that closes none opened there; npos when they pair up.
size_t unmatched_quote(std::u32string_view line, size_t from);

std::string explain_full_width(std::u32string_view typed); // one or several, side by side
std::string explain_quote(char32_t typed);

} // namespace heiban
