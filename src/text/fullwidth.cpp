#include "text/fullwidth.h"

#include "text/classes.h"

#include <algorithm>
#include <vector>

namespace heiban {
namespace {

using View = std::u32string_view;

constexpr View kHalf = U",;:!?", kFull = U"，；：！？";

bool contains(View set, char32_t c) {
  return set.find(c) != View::npos;
}

bool is_chinese(char32_t c) {
  const CharClass kind = class_of(c);
  return is_ideographic(kind) || is_spaced_mark(kind) || kind == CharClass::Dash ||
         kind == CharClass::Ellipsis;
}

bool is_ascii_word(char32_t c) {
  return c < 0x80 && is_alphanumeric(class_of(c));
}

bool is_ascii_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

class Widener {
public:
  explicit Widener(std::u32string& text) : text_(text) {}

  void run() {
    for (size_t i = 0; i < text_.size(); ++i) {
      const char32_t c = text_[i];
      if (c == U'(' || c == U'（')
        open_.push_back({i, han_});
      else if ((c == U')' || c == U'）') && !open_.empty())
        close_bracket(i);
      else if (c == U'"' || c == U'“' || c == U'”')
        double_quote(i);
      else if (c == U'\'')
        single_quote(i);
      else if (const size_t k = c < 0x80 ? kHalf.find(c) : View::npos; k != View::npos)
        mark(i);
      han_ += c >= 0x80 && class_of(c) == CharClass::Han;
    }
  }

private:
  struct Opened { // a bracket or quote
    size_t at = 0;
    size_t han_before = 0;
  };

  char32_t at(size_t i) const { return i < text_.size() ? text_[i] : 0; }
  char32_t beside(size_t i) const { return i > 0 ? text_[i - 1] : 0; }

  // The neighbours, over the spaces between.
  char32_t before(size_t i) const {
    while (i > 0 && text_[i - 1] == U' ')
      --i;
    return beside(i);
  }
  char32_t after(size_t i) const {
    ++i;
    while (i < text_.size() && text_[i] == U' ')
      ++i;
    return at(i);
  }

  bool opens(char32_t c) const {
    return c == U'(' || (c == U'"' && double_.at == kNone) || (c == U'\'' && single_.at == kNone);
  }

  // Behind it Chinese goes on, perhaps with a bracket or quote that is still half-width.
  bool goes_on_chinese(size_t i) const {
    ++i;
    while (i < text_.size() && (text_[i] == U' ' || opens(text_[i])))
      ++i;
    const CharClass kind = class_of(at(i));
    return at(i) != 0 && (is_ideographic(kind) || kind == CharClass::Opening);
  }

  size_t token_start(size_t i) const {
    while (i > 0 && text_[i - 1] > U' ' && text_[i - 1] < 0x7F)
      --i;
    return i;
  }

  // !!! is one, and so is ?!
  size_t row_end(size_t i) const {
    size_t end = i + 1;
    if (contains(U"!?", text_[i]))
      while (end < text_.size() && contains(U"!?", text_[end]))
        ++end;
    return end;
  }

  void mark(size_t i) {
    if (i >= row_end_) {
      row_end_ = row_end(i);
      row_is_chinese_ = stands_for_chinese(i, row_end_);
    }
    if (row_is_chinese_)
      text_[i] = kFull[kHalf.find(text_[i])];
  }

  // Han stands before it; or a word or number that Chinese goes on after, or that ends the text
  // as part of Chinese.
  bool stands_for_chinese(size_t i, size_t end) const {
    if (is_chinese(before(i)))
      return true;
    const char32_t left = beside(i);
    if (left == 0 || left == U' ' || contains(U",;:!?/=<([{@&|\\*", left))
      return false;
    if (left == U'"' && at(i + 1) == U'"')
      return false; // "name":"…"
    const bool ends = after(end - 1) == 0;
    if (!ends && !goes_on_chinese(end - 1))
      return false;
    const size_t token = token_start(i);
    const bool embedded = token > 0 && is_chinese(text_[token - 1]);
    return (!ends || embedded) && !is_of_code(token, i);
  }

  // What a ? or : in an address, or any mark in a line of code, belongs to.
  bool is_of_code(size_t from, size_t i) const {
    const View token = View(text_).substr(from, i - from);
    if (token.find_first_of(U"{}\\") != View::npos || token.find(U"==") != View::npos)
      return true;
    return contains(U":?", text_[i]) &&
           (token.find_first_of(U"@=_<>") != View::npos || token.find(U"//") != View::npos ||
            token.starts_with(U"www.") || token.starts_with(U"/"));
  }

  void widen(size_t from, size_t to, View pair) {
    text_[from] = pair[0];
    text_[to] = pair[1];
  }

  void close_bracket(size_t i) {
    const Opened opened = open_.back();
    open_.pop_back();
    const bool half = text_[opened.at] == U'(' && text_[i] == U')';
    if (!half || is_chinese_bracket(opened, i))
      widen(opened.at, i, U"（）");
  }

  bool is_chinese_bracket(const Opened& opened, size_t i) const {
    const char32_t left = before(opened.at), right = after(i);
    const bool hugged =
        beside(opened.at) != 0 && beside(opened.at) < 0x80 && beside(opened.at) != U' ';
    if (han_ > opened.han_before)
      return !hugged || !contains(U"\"'", text_[opened.at + 1]); // print("…") is code
    if (is_area_code(opened.at, i))
      return false;
    const bool numbered = left == 0 && is_ideographic(class_of(right)); // (1)总则
    return !hugged && (is_chinese(left) || numbered);
  }

  // (0871)1234567, (+86)138…
  bool is_area_code(size_t from, size_t to) const {
    if (!is_ascii_digit(at(to + 1)) || to - from < 3 || to - from > 5)
      return false;
    return text_[from + 1] == U'0' || text_[from + 1] == U'+';
  }

  // The second of two straight quotes makes both Chinese when Chinese is in or around them; one
  // whose other half is Chinese already is what that wants.
  void double_quote(size_t i) {
    if (text_[i] == U'“') {
      ++curly_;
    } else if (double_.at != kNone && text_[i] == U'”') {
      text_[double_.at] = U'“';
      double_.at = kNone;
    } else if (text_[i] == U'”') {
      curly_ -= curly_ > 0;
    } else if (double_.at == kNone && curly_ > 0 && is_last_of_quote(i)) {
      text_[i] = U'”';
      --curly_;
    } else if (double_.at == kNone) {
      double_ = {i, han_};
    } else if (is_ascii_digit(beside(i)) && is_ascii_digit(beside(double_.at))) {
      double_ = {i, han_}; // inches: 55"和65"电视
    } else {
      pair_quotes(double_, i, U"“”");
    }
  }

  // No other mark follows that could close what a “ opened.
  bool is_last_of_quote(size_t i) const {
    const size_t next = text_.find_first_of(U"\"“”", i + 1);
    return next == View::npos || text_[next] == U'“';
  }

  void single_quote(size_t i) {
    if (single_.at == kNone) {
      if (!is_ascii_word(beside(i)))
        single_ = {i, han_};
    } else if (!is_ascii_word(at(i + 1))) {
      pair_quotes(single_, i, U"‘’");
    }
  }

  bool opens_code(size_t quote) const { // ="…", print("…"), {"name":"…"
    const char32_t left = beside(quote), further = quote > 1 ? text_[quote - 2] : 0;
    return contains(U"{[", left) || (contains(U"=(", left) && is_ascii_word(further)) ||
           (contains(U":,", left) && further == U'"');
  }

  void pair_quotes(Opened& opened, size_t i, View pair) {
    if (!opens_code(opened.at) &&
        (han_ > opened.han_before || is_chinese(before(opened.at)) || is_chinese(after(i))))
      widen(opened.at, i, pair);
    opened.at = kNone;
  }

  static constexpr size_t kNone = static_cast<size_t>(-1);

  std::u32string& text_;
  size_t han_ = 0; // so far
  std::vector<Opened> open_;
  Opened double_{kNone, 0}, single_{kNone, 0};
  size_t curly_ = 0;   // “ not closed yet
  size_t row_end_ = 0; // of the marks looked at last
  bool row_is_chinese_ = false;
};

} // namespace

void show_fullwidth(std::u32string& text) {
  const auto is_mark = [](char32_t c) {
    return c < 0x40 && (c == '!' || c == '"' || c == '\'' || c == '(' || c == ')' || c == ',' ||
                        c == ':' || c == ';' || c == '?');
  };
  const auto is_han = [](char32_t c) { return c >= 0x80 && class_of(c) == CharClass::Han; };
  if (std::any_of(text.begin(), text.end(), is_mark) &&
      std::any_of(text.begin(), text.end(), is_han))
    Widener(text).run();
}

} // namespace heiban
