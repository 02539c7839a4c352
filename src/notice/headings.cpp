#include "notice/headings.h"

#include "base/utf8.h"
#include "notice/characters.h"
#include "notice/numbering.h"
#include "notice/spans.h"

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kLongest = 40;    // code points of a heading of the first two levels
constexpr size_t kLongestLow = 30; // of 1. and （1）
constexpr size_t kLongestTag = 80; // of <h1> … <h6>: longer ones are misused

// Whether `text` begins with a character that a number can begin with: most paragraphs do not.
bool may_be_numbered(std::string_view text) {
  size_t at = 0;
  const char32_t c = text.empty() ? U' ' : next_code_point(text, at);
  return is_digit(c) || is_one_of(c, U"第（(〔[〇零○一二三四五六七八九十") ||
         (c >= 0x2474 && c <= 0x249B) || (c >= 0x3220 && c <= 0x3229);
}

// A paragraph that could be a heading by its own looks.
struct Candidate {
  int level = 0; // 0: it could not
  int number = 0;
  bool strong = false; // bold throughout
  bool chapter = false;
};

Candidate look_at(const RawBlock& raw) {
  const Block& block = raw.block;
  if (block.kind != BlockKind::Paragraph || block.align == BlockAlign::End ||
      !may_be_numbered(block.text))
    return {};
  const std::u32string text = text_of(raw);
  const Numbering chapter = chapter_of(text);
  const Numbering numbering = chapter.level > 0 ? chapter : numbering_of(text);
  const size_t longest = numbering.level <= 2 ? kLongest : kLongestLow;
  if (numbering.level == 0 || text.size() > longest || numbering.length >= text.size())
    return {};
  const std::u32string_view rest = std::u32string_view(text).substr(numbering.length);
  const std::u32string_view inner = rest.substr(0, rest.size() - 1);
  if (is_one_of(rest.back(), U"。；;，,、？?！!…") ||
      inner.find_first_of(U"。；;：:？?！!\n") != inner.npos)
    return {};
  return {numbering.level, numbering.number, is_all_bold(block), chapter.level > 0};
}

// A numbered paragraph of any length.
int level_of(const RawBlock& raw) {
  if (!is_text(raw.block) || raw.block.kind == BlockKind::Item)
    return 0;
  const std::u32string text = to_utf32(raw.block.text.substr(0, 64));
  const Numbering chapter = chapter_of(text);
  return chapter.level > 0 ? chapter.level : numbering_of(text).level;
}

// Whether what follows is what `heading` heads: text, a deeper level, a list, a table, a picture.
bool heads(const Candidate& heading, const RawBlock& next) {
  switch (next.block.kind) {
  case BlockKind::Signature:
  case BlockKind::Attachments:
    return false;
  case BlockKind::Heading:
  case BlockKind::Paragraph: {
    if (next.block.align == BlockAlign::End)
      return false;
    const int level = level_of(next);
    return level == 0 || level > heading.level;
  }
  default:
    return true;
  }
}

void make_heading(Block& block, int level) {
  block.kind = BlockKind::Heading;
  block.level = level;
  block.bold.clear();
}

// <h1> … <h6>: the number typed in it is its level where there is one.
void settle_tag(RawBlock& raw) {
  Block& block = raw.block;
  const std::u32string text = text_of(raw);
  const bool sentence = text.find(U'。') != text.npos || text.size() > kLongestTag;
  if (sentence) {
    block.kind = BlockKind::Paragraph;
    block.level = 0;
    block.bold = {{0, text.size()}};
    return;
  }
  const Numbering chapter = chapter_of(text);
  const int typed = chapter.level > 0 ? chapter.level : numbering_of(text).level;
  make_heading(block, typed > 0 ? typed : std::clamp(block.level, 1, 4));
}

} // namespace

void unmark_headings_if_all(std::vector<RawBlock>& blocks) {
  constexpr size_t kFewest = 3;
  const auto is_heading = [](const RawBlock& raw) { return raw.block.kind == BlockKind::Heading; };
  const auto texts =
      std::ranges::count_if(blocks, [](const RawBlock& raw) { return is_text(raw.block); });
  if (texts < static_cast<std::ptrdiff_t>(kFewest) ||
      std::ranges::count_if(blocks, is_heading) < texts)
    return;
  for (RawBlock& raw : blocks)
    if (is_heading(raw)) {
      raw.block.kind = BlockKind::Paragraph;
      raw.block.level = 0;
    }
}

void mark_headings(std::vector<RawBlock>& blocks) {
  Candidate before; // the block before, when it could be a heading and is none
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].block.kind == BlockKind::Heading) {
      settle_tag(blocks[i]);
      before = {};
      continue;
    }
    const Candidate candidate = look_at(blocks[i]);
    const bool lists_on = before.level > 0 && before.level == candidate.level &&
                          before.number + 1 == candidate.number;
    const bool has_next = i + 1 < blocks.size();
    const bool is_heading =
        candidate.level > 0 && has_next &&
        (candidate.strong || candidate.chapter ? blocks[i + 1].block.kind != BlockKind::Signature
                                               : !lists_on && heads(candidate, blocks[i + 1]));
    before = is_heading ? Candidate{} : candidate;
    if (is_heading)
      make_heading(blocks[i].block, candidate.level);
  }
}

} // namespace heiban
