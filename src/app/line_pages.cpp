#include "app/line_pages.h"

#include "base/utf8.h"
#include "notice/numbering.h"
#include "page/flow.h"

namespace heiban {
namespace {

constexpr size_t kLongestHeading = 40; // code points
constexpr int kHanNumbered = 2;        // levels that are numbered 一、 and （一）

// What it costs to begin a page with line `i` of `count`.
BreakCost cost_within(size_t i, size_t count) {
  return i == 1 || i + 1 == count ? BreakCost::Widow : BreakCost::Free;
}

// A short line numbered 1. or （1） is a heading where what follows is not such a line too.
bool heads(const std::vector<ParagraphLines>& paragraphs, size_t p) {
  const int level = paragraphs[p].level;
  if (level <= kHanNumbered)
    return level > 0;
  return p + 1 < paragraphs.size() && paragraphs[p + 1].level != level;
}

} // namespace

int heading_level(std::string_view utf8) {
  const std::u32string text = to_utf32(trim(utf8));
  constexpr std::u32string_view kSentence = U"。；：，！？.;:,!?";
  if (text.size() < 3 || text.size() > kLongestHeading ||
      kSentence.find(text.back()) != kSentence.npos)
    return 0;
  const Numbering chapter = chapter_of(text);
  const Numbering number = chapter.level > 0 ? chapter : numbering_of(text);
  return number.length < text.size() ? number.level : 0;
}

std::vector<size_t> page_lines(const std::vector<ParagraphLines>& paragraphs,
                               size_t lines_per_page) {
  std::vector<FlowUnit> units;
  bool after_heading = false;
  for (size_t p = 0; p < paragraphs.size(); ++p) {
    const bool heading = heads(paragraphs, p);
    for (size_t i = 0; i < paragraphs[p].lines; ++i) {
      BreakCost cost = i > 0 ? cost_within(i, paragraphs[p].lines) : BreakCost::Free;
      if ((i == 0 && after_heading) || (heading && i > 0))
        cost = BreakCost::Strand;
      units.push_back({1, 0, cost});
    }
    after_heading = heading;
  }
  std::vector<size_t> pages;
  for (size_t from = 0, page = 0; from < units.size(); ++page) {
    const size_t to =
        fill_column(units, from, units.size(), static_cast<int>(lines_per_page), false);
    pages.insert(pages.end(), to - from, page);
    from = to;
  }
  return pages;
}

} // namespace heiban
