// layout_json: set lines as the JSON of `heiban layout`, written as they come so that a text of
// megabytes needs no tree.
// cmd_layout.cpp calls it. Lengths are in em; indices are code points within the input line.
// It sets nothing and pages nothing.
#pragma once

#include "text/paragraph.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace heiban {

struct LineOrigin {
  size_t page = 0, para = 0; // from 0
  std::string_view text;     // what the line holds, UTF-8
  int size_px = 0;
};

void append_line(std::string& out, const TextLine& line, const LineOrigin& origin);
void append_number(std::string& out, uint64_t number);
void append_em(std::string& out, Px64 length, int size_px);
void append_json_string(std::string& out, std::string_view utf8); // quotes and escapes

} // namespace heiban
