#include "notice/title_repeat.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/spans.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kDeepest = 6;   // blocks from the top at which the title may begin
constexpr size_t kMostLines = 4; // blocks it may be spread over

// A character as it is compared: full-width ASCII and brackets of one kind; 0 for blanks and
// quotes, which do not count.
char32_t comparable(char32_t c) {
  if (is_blank(c) || is_invisible(c) || is_joiner(c))
    return 0;
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFEE0;
  if (c >= 'A' && c <= 'Z')
    c += 'a' - 'A';
  if (is_one_of(c, U"“”‘’\"'「」『』"))
    return 0;
  if (c == U'〈' || c == U'〉')
    return c - U'〈' + U'《';
  return c == U'〔' || c == U'【' ? U'[' : c == U'〕' || c == U'】' ? U']' : c;
}

std::u32string comparable(std::string_view text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();)
    if (const char32_t c = comparable(next_code_point(text, at)); c != 0)
      out += c;
  return out;
}

// Whether `text` goes on from wanted[matched]; moves `matched` past it. Most first lines differ
// from the title in their first character, so nothing is read that does not have to be.
bool goes_on(std::u32string_view wanted, size_t& matched, std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const char32_t c = comparable(next_code_point(text, at));
    if (c == 0)
      continue;
    if (matched == wanted.size() || wanted[matched] != c)
      return false;
    ++matched;
  }
  return true;
}

// The title as the first line of a paragraph that <br> divides.
bool drop_first_line(RawBlock& raw, std::u32string_view wanted) {
  const std::string_view text = raw.block.text;
  const size_t end = text.find('\n');
  size_t matched = 0;
  if (end == text.npos || !goes_on(wanted, matched, text.substr(0, end)) ||
      matched != wanted.size())
    return false;
  const size_t gone = count_code_points(text.substr(0, end + 1));
  raw.block.text.erase(0, end + 1);
  std::erase_if(raw.block.bold, [&](const TextRange& bold) { return bold.end <= gone; });
  std::erase_if(raw.links, [&](const RawLink& link) { return link.range.end <= gone; });
  const auto shift = [&](TextRange& range) {
    range.start = std::max(range.start, gone) - gone;
    range.end -= gone;
  };
  for (TextRange& bold : raw.block.bold)
    shift(bold);
  for (RawLink& link : raw.links)
    shift(link.range);
  return true;
}

// 关于放假的通知_云岭县教育局: a page's title names its site behind the article's.
std::string without_site(std::string_view title) {
  constexpr std::u32string_view kParts = U"_-－—|｜";
  const std::u32string text = to_utf32(title);
  const size_t at = text.find_last_of(kParts);
  if (at == text.npos)
    return {};
  const std::u32string site = without_blanks(std::u32string_view(text).substr(at + 1));
  if (!is_organ(site) && !site.ends_with(U"网") && !site.ends_with(U"网站") &&
      !site.ends_with(U"门户"))
    return {};
  const size_t end = text.find_last_not_of(kParts, at);
  return end == text.npos ? std::string() : to_utf8(std::u32string_view(text).substr(0, end + 1));
}

bool drop_title(std::vector<RawBlock>& blocks, std::string_view title) {
  const std::u32string wanted = comparable(title);
  if (wanted.empty())
    return false;
  for (size_t first = 0; first < std::min(kDeepest, blocks.size()); ++first) {
    if (is_text(blocks[first].block) && drop_first_line(blocks[first], wanted))
      return true;
    size_t matched = 0;
    for (size_t i = first; i < std::min(first + kMostLines, blocks.size()); ++i) {
      if (!is_text(blocks[i].block) || !goes_on(wanted, matched, blocks[i].block.text))
        break;
      if (matched == wanted.size()) {
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(first),
                     blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        return true;
      }
    }
  }
  return false;
}

} // namespace

void drop_repeated_title(std::vector<RawBlock>& blocks, std::string_view title) {
  if (!drop_title(blocks, title))
    drop_title(blocks, without_site(title));
}

} // namespace heiban
