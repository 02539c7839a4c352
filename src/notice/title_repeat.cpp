#include "notice/title_repeat.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/spans.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kDeepest = 6;   // blocks from the top at which the title may begin
constexpr size_t kMostLines = 4; // blocks it may be spread over

// Blanks gone, full-width ASCII and brackets of one kind, quotes gone.
std::u32string comparable(std::u32string_view text) {
  std::u32string out;
  for (char32_t c : without_blanks(text)) {
    if (c >= 0xFF01 && c <= 0xFF5E)
      c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z')
      c += 'a' - 'A';
    if (is_one_of(c, U"“”‘’\"'「」『』"))
      continue;
    out += c == U'〔' || c == U'【' ? U'[' : c == U'〕' || c == U'】' ? U']' : c;
  }
  return out;
}

// The title as the first line of a paragraph that <br> divides.
bool drop_first_line(RawBlock& raw, const std::u32string& wanted) {
  const std::u32string text = text_of(raw);
  const size_t end = text.find(U'\n');
  if (end == text.npos || comparable(std::u32string_view(text).substr(0, end)) != wanted)
    return false;
  const size_t gone = end + 1;
  raw.block.text = to_utf8(std::u32string_view(text).substr(gone));
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

} // namespace

void drop_repeated_title(std::vector<RawBlock>& blocks, std::string_view title) {
  const std::u32string wanted = comparable(to_utf32(title));
  if (wanted.empty())
    return;
  for (size_t first = 0; first < std::min(kDeepest, blocks.size()); ++first) {
    if (is_text(blocks[first].block) && drop_first_line(blocks[first], wanted))
      return;
    std::u32string seen;
    for (size_t i = first; i < std::min(first + kMostLines, blocks.size()); ++i) {
      if (!is_text(blocks[i].block))
        break;
      seen += comparable(text_of(blocks[i]));
      if (seen == wanted) {
        blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(first),
                     blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        return;
      }
      if (seen.size() >= wanted.size())
        break;
    }
  }
}

} // namespace heiban
