#include "app/line_pages.h"

#include "base/utf8.h"
#include "notice/numbering.h"

#include <algorithm>
#include <climits>
#include <utility>

namespace heiban {
namespace {

constexpr size_t kLongestHeading = 40; // code points
constexpr int kHanNumbered = 2;        // levels that are numbered 一、 and （一）

// What it costs to begin a page with line `i` of `count`.
BreakCost cost_within(size_t i, size_t count) {
  return i == 1 || i + 1 == count ? BreakCost::Widow : BreakCost::Free;
}

// A short line numbered 1. or （1） is a heading where what follows is not such a line too.
bool heads(const ParagraphLines& paragraph, const ParagraphLines* next) {
  if (paragraph.level <= kHanNumbered)
    return paragraph.level > 0;
  return next && next->level != paragraph.level;
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

void LinePager::add(const ParagraphLines& paragraph) {
  if (last_)
    add_units(*last_, heads(*last_, &paragraph));
  last_ = paragraph;
}

void LinePager::add_units(const ParagraphLines& paragraph, bool heading) {
  for (size_t i = 0; i < paragraph.lines; ++i) {
    BreakCost cost = i > 0 ? cost_within(i, paragraph.lines) : BreakCost::Free;
    if ((i == 0 && after_heading_) || (heading && i > 0))
      cost = BreakCost::Strand;
    if (cost == BreakCost::Free && units_.size() > 1) { // no page ends before it but behind it
      passed_ += units_.size() - 1;
      units_.erase(units_.begin(), units_.end() - 1);
    }
    units_.push_back({1, 0, cost});
    if (passed_ + units_.size() > lines_per_page_)
      end_page();
  }
  after_heading_ = heading;
}

void LinePager::end_page() {
  const size_t end =
      fill_column(units_, 0, units_.size(),
                  static_cast<int>(std::min<size_t>(lines_per_page_ - passed_, INT_MAX)), false);
  first_.push_back(first_.back() + static_cast<uint32_t>(passed_ + end));
  passed_ = 0;
  units_.erase(units_.begin(), units_.begin() + static_cast<ptrdiff_t>(end));
}

std::vector<uint32_t> LinePager::finish() {
  if (last_)
    add_units(*last_, heads(*last_, nullptr));
  last_.reset();
  return std::move(first_);
}

} // namespace heiban
