#include "app/line_pages.h"

#include "base/utf8.h"
#include "page/flow.h"

namespace heiban {
namespace {

constexpr size_t kLongestHeading = 40; // code points

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != set.npos;
}

// What it costs to begin a page with line `i` of `count`.
BreakCost cost_within(size_t i, size_t count) {
  return i == 1 || i + 1 == count ? BreakCost::Widow : BreakCost::Free;
}

} // namespace

bool reads_like_heading(std::string_view utf8) {
  const std::u32string text = to_utf32(trim(utf8));
  if (text.size() < 3 || text.size() > kLongestHeading)
    return false;
  if (contains(U"。；：，！？.;:,!?", text.back()))
    return false;
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百";
  size_t at = contains(U"（(", text[0]) ? 1 : 0;
  const size_t digits = at;
  while (at < text.size() && contains(kNumerals, text[at]))
    ++at;
  if (at == digits || at >= text.size())
    return false;
  return digits == 0 ? text[at] == U'、' : contains(U"）)", text[at]);
}

std::vector<size_t> page_lines(const std::vector<ParagraphLines>& paragraphs,
                               size_t lines_per_page) {
  std::vector<FlowUnit> units;
  bool after_heading = false;
  for (const ParagraphLines& paragraph : paragraphs) {
    for (size_t i = 0; i < paragraph.lines; ++i) {
      BreakCost cost = i > 0 ? cost_within(i, paragraph.lines) : BreakCost::Free;
      if ((i == 0 && after_heading) || (paragraph.heading && i > 0))
        cost = BreakCost::Strand;
      units.push_back({1, 0, cost});
    }
    after_heading = paragraph.heading;
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
