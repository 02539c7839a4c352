#include "notice/source_line.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/spans.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kReach = 4;         // blocks from either end
constexpr size_t kLongestLine = 160; // code points; longer ones are running text
constexpr size_t kLongestName = 30;

// Looks for the word's last byte: of Chinese text's bytes the last ones of characters are the most
// diverse, the first ones nearly all the same.
bool has_word(std::string_view line, std::string_view word) {
  size_t at = line.find(word.back(), word.size() - 1);
  while (at != line.npos && line.compare(at + 1 - word.size(), word.size(), word) != 0)
    at = line.find(word.back(), at + 1);
  return at != line.npos;
}

// One of these is in every label below.
bool may_name_source(std::string_view line) {
  for (const std::string_view word : {"来源", "发布单位", "发布机构", "供稿单位"})
    if (has_word(line, word))
      return true;
  return false;
}

std::string source_in(std::u32string_view line) {
  for (const std::u32string_view label :
       {U"信息来源", U"文章来源", U"稿件来源", U"来源", U"发布单位", U"发布机构", U"供稿单位"}) {
    size_t at = line.find(label);
    if (at == line.npos)
      continue;
    at += label.size();
    while (at < line.size() && is_blank(line[at]))
      ++at;
    if (at >= line.size() || !is_one_of(line[at], U"：:"))
      continue;
    ++at;
    while (at < line.size() && is_blank(line[at]))
      ++at;
    size_t end = at;
    while (end < line.size() && !is_blank(line[end]) &&
           !is_one_of(line[end], U"\n|｜，,；;。】）)["))
      ++end;
    if (end > at && end - at <= kLongestName)
      return to_utf8(line.substr(at, end - at));
  }
  return {};
}

} // namespace

std::string named_source(const std::vector<RawBlock>& blocks) {
  for (size_t i = 0; i < blocks.size(); ++i) {
    if ((i >= kReach && i + kReach < blocks.size()) || !is_text(blocks[i].block) ||
        !may_name_source(blocks[i].block.text))
      continue;
    const std::u32string text = text_of(blocks[i]);
    if (text.size() > kLongestLine)
      continue;
    if (std::string source = source_in(text); !source.empty())
      return source;
  }
  return {};
}

} // namespace heiban
