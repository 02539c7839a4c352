// What the pairs of high bytes say where a document's own word cannot be trusted: whether text that
// is valid UTF-8 of two-byte sequences alone is GB 2312 all the same (通知 is CD A8 D6 AA, which
// UTF-8 reads as a combining mark and a Hebrew vowel point), and whether GB and Big5 were taken for
// each other. Only feed/charset.cpp calls it. It converts nothing.
#pragma once

#include <string_view>

namespace heiban {

bool is_rather_gb2312(std::string_view valid_utf8);

// GB text that was declared as Big5, and the other way about, told by where its pairs lie.
bool has_pairs_of_gb(std::string_view bytes);
bool has_pairs_of_big5(std::string_view bytes);

} // namespace heiban
