#include "notice/characters.h"

namespace heiban {

std::u32string without_blanks(std::u32string_view s) {
  std::u32string out;
  for (const char32_t c : s)
    if (!is_blank(c) && !is_invisible(c) && !is_joiner(c))
      out += c;
  return out;
}

} // namespace heiban
