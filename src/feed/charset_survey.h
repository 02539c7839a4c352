// What the bytes themselves say about their charset, and the characters GB 18030-2022 moved.
// Only feed/charset.cpp calls it.
// It decides nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace heiban {

struct Utf8Survey {
  size_t high = 0;     // bytes ≥ 0x80
  size_t two_byte = 0; // well-formed sequences of two bytes
  size_t longer = 0;   // of three and four
  size_t bad = 0;      // ill-formed sequences, but for one cut off at the very end …
  size_t cut = 0;      // … which has this many bytes
  size_t paired = 0;   // high bytes that stand beside another one

  // As in GBK, Big5 and the EUC codes; Latin letters with accents stand alone.
  bool looks_double_byte() const { return high >= 2 && paired * 10 >= high * 7; }
};

Utf8Survey survey(std::string_view bytes);

// GB 18030-2000 and -2005 gave 104 characters private-use code points that have their own since
// 2022: vertical punctuation, ideographic description characters, the rare Han of rows FE50-FEA0.
bool has_gb2005_private_use(std::string_view utf8);
std::string map_gb2005_private_use(std::string_view utf8);

} // namespace heiban
