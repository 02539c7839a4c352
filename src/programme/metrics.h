// Metrics: how much there is to read on each page of each notice, and how long that takes.
// app fills them from page's facts; plan and forecast reckon with them.
// They know no glyph, no size and no order.
#pragma once

#include "config/settings.h"

#include <map>
#include <string>
#include <vector>

namespace heiban {

struct PageMetrics {
  int characters = 0; // that a visitor reads, digits, title and head rows included
  int rows = 0;       // table or list rows
  bool picture = false;
  int digits = 0; // of the characters
  int cells = 0;  // of tables, head rows included
};

struct NoticeMetrics {
  std::string content_hash; // of the notice that was measured
  std::vector<PageMetrics> pages;
};

struct Metrics {
  std::map<std::string, NoticeMetrics> notices; // by notice id
  std::vector<PageMetrics> index;               // of the index page; empty: there is none
};

// What reading a page costs, counted in characters of running text. dwell.cpp holds the weights and
// says where they come from.
double reading_load(const PageMetrics& page);

// Between the config's floor and cap, in ms: 2 s to find the first line, then reading_load ÷ rate
// (TYPESETTING, Legibility). A page of short rows, a name list, is searched and not read: half a
// second a row. A picture takes 5 s besides its text.
int64_t dwell_ms(const PageMetrics& page, const ProgrammeSettings& settings);

} // namespace heiban
