#include "notice/doc_number.h"

#include "base/utf8.h"
#include "notice/characters.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kDeepest = 8;        // blocks from the top
constexpr size_t kLongestPrefix = 20; // Han before the year
constexpr size_t kMostDigits = 5;     // of the number

constexpr std::u32string_view kOpen = U"〔[［【（(〖〈", kClose = U"〕]］】）)〗〉";

// The document number `s` begins with, mended; `length` is what it took of `s`.
std::u32string number_at_start(std::u32string_view s, size_t& length) {
  std::u32string out;
  size_t at = 0;
  while (at < s.size() && is_han(s[at]) && at <= kLongestPrefix)
    out += s[at++];
  if (at == 0 || at > kLongestPrefix || at >= s.size() || !is_one_of(s[at], kOpen))
    return {};
  out += U'〔';
  std::u32string year;
  for (++at; at < s.size() && is_digit(s[at]); ++at)
    year += static_cast<char32_t>('0' + digit_value(s[at]));
  const bool plausible = year.size() == 4 && (year.starts_with(U"19") || year.starts_with(U"20"));
  if (!plausible || at >= s.size())
    return {};
  at += s[at] == U'年';
  if (at >= s.size() || !is_one_of(s[at], kClose))
    return {};
  out += year + U"〕";
  if (++at < s.size() && s[at] == U'第')
    out += s[at++];
  size_t digits = 0;
  for (; at < s.size() && is_digit(s[at]); ++at, ++digits)
    out += static_cast<char32_t>('0' + digit_value(s[at]));
  if (digits == 0 || digits > kMostDigits || at >= s.size() || s[at] != U'号')
    return {};
  length = at + 1;
  return out + U"号";
}

// The number that makes up the whole of a line, a label before it allowed.
std::u32string whole_line(std::u32string_view line) {
  for (const std::u32string_view label :
       {U"发文字号：", U"发文字号:", U"文号：", U"文号:", U"文件编号：", U"字号："})
    if (const size_t at = line.find(label); at != line.npos) {
      size_t length = 0;
      return number_at_start(line.substr(at + label.size()), length);
    }
  while (!line.empty() && is_one_of(line.front(), U"（("))
    line.remove_prefix(1);
  size_t length = 0;
  std::u32string number = number_at_start(line, length);
  const bool whole = std::all_of(line.begin() + static_cast<std::ptrdiff_t>(length), line.end(),
                                 [](char32_t c) { return is_one_of(c, U"）)"); });
  return whole ? number : std::u32string();
}

std::u32string at_title_end(std::u32string_view title) {
  constexpr size_t kLongest = 64; // code points of a number, its label and its brackets
  title.remove_prefix(title.size() - std::min(title.size(), kLongest));
  for (size_t at = title.size(); at-- > 0;) {
    if (!is_one_of(title[at], U"（("))
      continue;
    const std::u32string number = whole_line(title.substr(at));
    if (!number.empty())
      return number;
  }
  return {};
}

} // namespace

std::string own_doc_number(std::string_view title, const std::vector<Block>& blocks) {
  for (size_t i = 0; i < std::min(kDeepest, blocks.size()); ++i) {
    if (blocks[i].kind != BlockKind::Paragraph && blocks[i].kind != BlockKind::Heading)
      continue;
    if (blocks[i].text.find("号") == std::string::npos) // every number ends so
      continue;
    const std::u32string text = to_utf32(blocks[i].text);
    for (size_t start = 0; start <= text.size();) {
      const size_t end = std::min(text.find(U'\n', start), text.size());
      const std::u32string line =
          without_blanks(std::u32string_view(text).substr(start, end - start));
      if (const std::u32string number = whole_line(line); !number.empty())
        return to_utf8(number);
      start = end + 1;
    }
  }
  return to_utf8(at_title_end(without_blanks(to_utf32(title))));
}

} // namespace heiban
