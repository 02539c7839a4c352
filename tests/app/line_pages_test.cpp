// The pages of `heiban layout --lines-per-page`: widows, orphans, and what reads like a heading.
#include "app/line_pages.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

using Pages = std::vector<size_t>;

// The page of each line.
Pages page_lines(const std::vector<ParagraphLines>& paragraphs, size_t lines_per_page) {
  LinePager pager(lines_per_page);
  size_t lines = 0;
  for (const ParagraphLines& paragraph : paragraphs) {
    pager.add(paragraph);
    lines += paragraph.lines;
  }
  const std::vector<uint32_t> first = pager.finish();
  Pages pages;
  for (size_t page = 0; page < first.size(); ++page)
    pages.insert(pages.end(), (page + 1 < first.size() ? first[page + 1] : lines) - first[page],
                 page);
  return pages;
}

TEST(LinePages, AHeadingIsShortNumberedAndEndsWithoutAStop) {
  const std::pair<const char*, int> kRows[] = {
      {"一、总体要求", 1},       {"（一）招生对象", 2},
      {"(二)报名时间", 2},       {"第一章　总则", 1},
      {"第二节 收费", 2},        {"1. 报名材料", 3},
      {"（1）户口簿", 4},        {"一、请于周五前报名。", 0},
      {"一、二年级学生", 0},     {"1.5万人", 0},
      {"2026年11月24日", 0},     {"各学校", 0},
      {"云岭县教育局", 0},       {"一、", 0},
      {"一、报名条件如下：", 0},
  };
  for (const auto& [text, level] : kRows)
    EXPECT_EQ(heading_level(text), level) << text;
}

TEST(LinePages, NoLineStandsAlone) {
  EXPECT_EQ(page_lines({{2, 0}, {3, 0}}, 3), (Pages{0, 0, 1, 1, 1}));
  EXPECT_EQ(page_lines({{2, 0}, {4, 0}}, 5), (Pages{0, 0, 0, 0, 1, 1}));
  EXPECT_EQ(page_lines({{1, 0}, {5, 0}}, 5), (Pages{0, 0, 0, 0, 1, 1}));
  EXPECT_EQ(page_lines({{2, 0}, {2, 0}}, 3), (Pages{0, 0, 1, 1}));
}

TEST(LinePages, AHeadingStandsWithWhatItHeads) {
  EXPECT_EQ(page_lines({{3, 0}, {1, 1}, {4, 0}}, 5), (Pages{0, 0, 0, 1, 1, 1, 1, 1}));
  EXPECT_EQ(page_lines({{2, 0}, {1, 1}, {1, 2}, {3, 0}}, 5), (Pages{0, 0, 1, 1, 1, 1, 1}));
  // Items of a list are no headings; the one before the text is kept with it.
  EXPECT_EQ(page_lines({{1, 3}, {1, 3}, {1, 3}, {1, 3}, {1, 3}}, 3), (Pages{0, 0, 0, 1, 1}));
  EXPECT_EQ(page_lines({{1, 0}, {1, 0}, {1, 3}, {1, 0}}, 3), (Pages{0, 0, 1, 1}));
}

} // namespace
} // namespace heiban
