// line_pages: which page each line of plain paragraphs stands on, by the page engine's own rules of
// widows, orphans and headings (TYPESETTING 24).
// cmd_layout.cpp calls it for --lines-per-page.
// All lines are equally high; a short numbered paragraph that ends unpunctuated is a heading.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace heiban {

struct ParagraphLines {
  size_t lines = 0;
  int level = 0; // of a heading; 0: none
};

// The page, from 0, of every line, paragraph after paragraph.
std::vector<size_t> page_lines(const std::vector<ParagraphLines>& paragraphs,
                               size_t lines_per_page);

int heading_level(std::string_view utf8); // of a paragraph, by its number; 0: none

} // namespace heiban
