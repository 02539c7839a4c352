// decode: UTF-8 → code points, quick for Chinese.
// paragraph.cpp and breaks' callers use it; base/utf8.h says what becomes of ill-formed bytes.
// It normalises nothing: indices are those of the text as stored.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

void decode_text(std::string_view utf8, std::u32string& out);

} // namespace heiban
