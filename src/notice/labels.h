// label_blanks: the blanks that authors align labels and names with, which are no part of the text.
// InlineText asks it about each line: 电　　话：12345 → 电话：12345, 通　知 → 通知, 张　三 → 张三.
// It keeps every blank that parts words: 来源：教育局　电话：12345, 第一章　总则; and where names
// are padded in a row, the wider blanks between them: 张　三　　李小红 → 张三　李小红.
#pragma once

#include <string_view>
#include <vector>

namespace heiban {

// A flag for each code point of the line, true where it is to be left out; empty: none. A run of
// blanks is one code point of the line; `widths` says how wide it was, in half em, 0 for all else.
std::vector<bool> label_blanks(std::u32string_view line, const std::vector<int>& widths);

} // namespace heiban
