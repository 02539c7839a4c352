#include "notice/word_label.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/html_style.h"

namespace heiban {

bool is_word_label(const Node& node) {
  const std::string_view list = style_value(node, "mso-list");
  return list == "Ignore" || list == "ignore";
}

// Wingdings' l n u q v ü Ø §, Symbol's ·, Courier's o, and real bullets.
bool is_bullet(std::string_view label) {
  const std::u32string text = to_utf32(label);
  if (text.size() > 1)
    return false;
  return text.empty() || (text[0] >= 0xE000 && text[0] < 0xF900) ||
         is_one_of(text[0], U"lnuqvo\u00FC\u00D8\u00A7\u00B7•●■◆○□◇➢✓-–—*");
}

} // namespace heiban
