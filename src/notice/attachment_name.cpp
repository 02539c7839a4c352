#include "notice/attachment_name.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/spans.h"

#include <algorithm>
#include <array>

namespace heiban {
namespace {

// Nothing but a size and words to press: 2.3MB, （下载）, 预览 下载.
bool is_trimming(std::u32string_view s) {
  constexpr std::array<std::u32string_view, 12> kWords{U"点击", U"立即", U"在线", U"下载",
                                                       U"预览", U"查看", U"大小", U"字节",
                                                       U"K",    U"M",    U"k",    U"B"};
  bool said = false;
  while (!s.empty()) {
    const auto word =
        std::ranges::find_if(kWords, [&](std::u32string_view w) { return s.starts_with(w); });
    const bool known = word != kWords.end();
    if (!known && !is_blank(s[0]) && !is_digit(s[0]) && !is_one_of(s[0], U"（）()[]【】|｜/：:.,"))
      return false;
    s.remove_prefix(known ? word->size() : 1);
    said = said || known;
  }
  return said;
}

// Where a file's name ends by its ending; npos: nowhere.
size_t end_of_file_name(std::u32string_view s) {
  constexpr size_t kLongestEnding = 5; // with its stop
  constexpr int kStops = 4;            // that a size behind the name may have, and then some
  int stops = 0;
  for (size_t stop = s.rfind(U'.'); stop != s.npos && stop > 0 && stops < kStops;
       stop = s.rfind(U'.', stop - 1), ++stops)
    for (size_t length = std::min(kLongestEnding, s.size() - stop); length > 2; --length)
      if (is_file_address(to_utf8(s.substr(stop, length))))
        return stop + length;
  return s.npos;
}

} // namespace

std::u32string_view trimmed_name(std::u32string_view s) {
  while (!s.empty() && (is_blank(s.front()) || is_one_of(s.front(), U"-－—：:")))
    s.remove_prefix(1);
  while (!s.empty() && (is_blank(s.back()) || is_one_of(s.back(), U"；;。，,、")))
    s.remove_suffix(1);
  return s;
}

std::u32string_view bare_name(std::u32string_view s) {
  if (const size_t count = s.find(U"已下载"); count != s.npos)
    s = trimmed_name(s.substr(0, count));
  if (const size_t end = end_of_file_name(s); end < s.size() && is_trimming(s.substr(end)))
    s = s.substr(0, end);
  if (s.size() > 2 && is_one_of(s.front(), U"【[") && is_one_of(s.back(), U"】]"))
    return trimmed_name(s.substr(1, s.size() - 2));
  const size_t open = s.find_last_of(U"（([");
  const bool trimming =
      open != s.npos && open > 0 && is_one_of(s.back(), U"）)]") && is_trimming(s.substr(open));
  return trimming ? trimmed_name(s.substr(0, open)) : s;
}

} // namespace heiban
