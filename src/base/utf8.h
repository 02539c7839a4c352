// UTF-8: the only encoding of text inside heiban; foreign encodings end in feed/charset.
// Every folder that touches characters calls it.
// It knows no scripts, widths or line breaks: those are text/'s.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heiban {

// Decodes one code point of `s` at byte `at` and moves `at` past it. An ill-formed sequence yields
// U+FFFD and moves past its longest well-formed prefix, at least one byte (Unicode 15 §3.9, U+FFFD
// substitution of maximal subparts). Precondition: at < s.size().
char32_t next_code_point(std::string_view s, size_t& at);

void append_utf8(std::string& out, char32_t code_point); // surrogates and > 10FFFF become U+FFFD
std::u32string to_utf32(std::string_view s);
std::string to_utf8(std::u32string_view s);

bool is_valid_utf8(std::string_view s); // no surrogates, no overlong forms, at most U+10FFFF
size_t count_code_points(std::string_view s);

// `s` without leading and trailing white space: ASCII spaces, U+00A0, U+3000, U+FEFF, U+200B.
std::string_view trim(std::string_view s);

std::string ascii_lower(std::string_view s); // A–Z; every other byte stays

} // namespace heiban
