#include "config/toml_marks.h"

#include "base/utf8.h"

#include <fmt/format.h>

namespace heiban {
namespace {

std::string one(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

} // namespace

char32_t half_width(char32_t c) {
  switch (c) {
  case U'【':
  case U'〔':
    return U'[';
  case U'】':
  case U'〕':
    return U']';
  case U'、':
    return U',';
  default:
    break;
  }
  // U+FF02 and U+FF07 are quotes and handled as such; the rest of the block mirrors ASCII.
  if (c >= 0xFF01 && c <= 0xFF5E && c != 0xFF02 && c != 0xFF07)
    return c - 0xFEE0;
  return c;
}

char32_t mistyped_quote(char32_t c) {
  switch (c) {
  case U'“':
  case U'”':
  case U'„':
  case U'「':
  case U'」':
  case U'『':
  case U'』':
  case U'＂':
    return U'"';
  case U'‘':
  case U'’':
  case U'＇':
    return U'\'';
  default:
    return 0;
  }
}

size_t unmatched_quote(std::u32string_view line, size_t from) {
  static constexpr std::u32string_view kOpening = U"“‘「『", kClosing = U"”’」』";
  int open = 0;
  for (size_t at = from; at < line.size(); ++at) {
    if (kOpening.find(line[at]) != kOpening.npos)
      ++open;
    else if (line[at] == U'＂' || line[at] == U'＇')
      return at;
    else if (kClosing.find(line[at]) != kClosing.npos && --open < 0)
      return at;
  }
  return std::u32string_view::npos;
}

std::string explain_full_width(std::u32string_view typed) {
  std::u32string wanted;
  for (char32_t c : typed)
    wanted += half_width(c);
  return fmt::format("这里的“{}”是全角字符。请切换到英文输入法，改成半角的 {}", to_utf8(typed),
                     to_utf8(wanted));
}

std::string explain_quote(char32_t typed) {
  return fmt::format("这里的引号 {} 是中文引号。请切换到英文输入法，改成 {}", one(typed),
                     one(mistyped_quote(typed)));
}

} // namespace heiban
