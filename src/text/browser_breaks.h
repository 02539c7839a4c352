// browser_breaks: where a browser's line breaking parts from ICU 72's `zh` (measured on Chromium
// 156). breaks.cpp asks it for the css profile. It is no rule of Chinese setting: gb and strict
// know nothing of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heiban {

// The text to ask ICU about: it takes “ and ” for brackets, but not ‘ and ’.
std::u32string as_browser_reads(std::u32string_view text);

// Whether a browser breaks before code point `i` of the text, 0 excluded. `icu`: what ICU says.
bool browser_parts(std::u32string_view text, size_t i, bool icu);

} // namespace heiban
