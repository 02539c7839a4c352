#include "text/fullwidth.h"

#include "text/classes.h"

#include <algorithm>
#include <vector>

namespace heiban {
namespace {

constexpr std::u32string_view kHalf = U",;:!?", kFull = U"，；：！？";

bool is_chinese(char32_t c) {
  const CharClass kind = class_of(c);
  return is_ideographic(kind) || is_spaced_mark(kind) || kind == CharClass::Dash ||
         kind == CharClass::Ellipsis;
}

bool has_han(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char32_t c) { return class_of(c) == CharClass::Han; });
}

class Widener {
public:
  explicit Widener(std::u32string& text) : text_(text) {}

  void run() {
    std::vector<size_t> open;
    size_t quote = kNone;
    for (size_t i = 0; i < text_.size(); ++i) {
      const char32_t c = text_[i];
      if (c >= 0x80)
        continue;
      if (const size_t k = kHalf.find(c); k != kHalf.npos && stands_for_chinese(i))
        text_[i] = kFull[k];
      else if (c == U'(')
        open.push_back(i);
      else if (c == U')' && !open.empty())
        close(open, i);
      else if (c == U'"')
        quote = pair_quotes(quote, i);
    }
  }

private:
  static constexpr size_t kNone = static_cast<size_t>(-1);

  char32_t before(size_t i) const {
    while (i > 0 && text_[i - 1] == U' ')
      --i;
    return i > 0 ? text_[i - 1] : 0;
  }
  char32_t after(size_t i) const {
    ++i;
    while (i < text_.size() && text_[i] == U' ')
      ++i;
    return i < text_.size() ? text_[i] : 0;
  }

  // Han stands before it; or a word or number that Chinese goes on after.
  bool stands_for_chinese(size_t i) const {
    const char32_t left = before(i), right = after(i);
    if (is_chinese(left))
      return true;
    return left != 0 && right != 0 && is_alphanumeric(class_of(left)) && text_[i - 1] != U' ' &&
           is_ideographic(class_of(right)) && !in_code(i);
  }

  // key:值 in a token with other ASCII marks is code.
  bool in_code(size_t i) const {
    size_t from = i;
    while (from > 0 && text_[from - 1] > U' ' && text_[from - 1] < 0x7F)
      --from;
    return std::any_of(text_.begin() + static_cast<ptrdiff_t>(from),
                       text_.begin() + static_cast<ptrdiff_t>(i), [](char32_t c) {
                         return std::u32string_view(U"/:@=_\\<>{}[]#&").find(c) !=
                                std::u32string_view::npos;
                       });
  }

  void close(std::vector<size_t>& open, size_t i) {
    const size_t from = open.back();
    open.pop_back();
    const char32_t left = before(from), right = after(i);
    const bool hugged = from > 0 && text_[from - 1] < 0x80 && text_[from - 1] != U' ';
    const bool numbered = left == 0 && is_ideographic(class_of(right)); // (1)总则
    const std::u32string_view inside(text_.data() + from + 1, i - from - 1);
    if (!has_han(inside) && (hugged || !(is_chinese(left) || numbered)))
      return;
    text_[from] = U'（';
    text_[i] = U'）';
  }

  // The second of two straight quotes makes both Chinese when Chinese is in or around them.
  size_t pair_quotes(size_t open, size_t i) {
    if (open == kNone)
      return i;
    const std::u32string_view inside(text_.data() + open + 1, i - open - 1);
    if (has_han(inside) || is_chinese(before(open)) || is_chinese(after(i))) {
      text_[open] = U'“';
      text_[i] = U'”';
    }
    return kNone;
  }

  std::u32string& text_;
};

} // namespace

void show_fullwidth(std::u32string& text) {
  const auto is_mark = [](char32_t c) {
    return c < 0x40 && (c == '!' || c == '"' || c == '(' || c == ')' || c == ',' || c == ':' ||
                        c == ';' || c == '?');
  };
  if (std::any_of(text.begin(), text.end(), is_mark))
    Widener(text).run();
}

} // namespace heiban
