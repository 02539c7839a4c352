// Whether text that is valid UTF-8 of two-byte sequences alone is GB 2312 all the same: 通知 is
// CD A8 D6 AA, which UTF-8 reads as a combining mark and a Hebrew vowel point.
// Only feed/charset.cpp calls it, for short documents.
// It converts nothing.
#pragma once

#include <string_view>

namespace heiban {

bool is_rather_gb2312(std::string_view valid_utf8);

} // namespace heiban
