// line_pages: which page each line of plain paragraphs stands on, by the page engine's own rules of
// widows, orphans and headings (TYPESETTING 24).
// cmd_layout.cpp calls it for --lines-per-page.
// All lines are equally high; a short numbered paragraph that ends unpunctuated is a heading.
#pragma once

#include "page/flow.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace heiban {

struct ParagraphLines {
  size_t lines = 0;
  int level = 0; // of a heading; 0: none
};

class LinePager {
public:
  explicit LinePager(size_t lines_per_page) : lines_per_page_(lines_per_page) {}

  void add(const ParagraphLines& paragraph);
  // The numbers of the lines that begin a page, from 0, when all paragraphs are added.
  std::vector<uint32_t> finish();

private:
  void add_units(const ParagraphLines& paragraph, bool heading);
  void end_page();

  size_t lines_per_page_;
  std::optional<ParagraphLines> last_; // what follows it says whether it heads
  bool after_heading_ = false;
  // Of the page that is filled, those from which it may still be chosen where it ends; before them
  // so many are passed.
  std::vector<FlowUnit> units_;
  size_t passed_ = 0;
  std::vector<uint32_t> first_{0};
};

int heading_level(std::string_view utf8); // of a paragraph, by its number; 0: none

} // namespace heiban
