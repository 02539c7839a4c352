// layout_json: set lines as the JSON of `heiban layout`, written as they come so that a text of
// megabytes needs no tree.
// cmd_layout.cpp calls it. Lengths are in em; indices are code points within the input line.
// It sets nothing and pages nothing.
#pragma once

#include "text/paragraph.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace heiban {

struct LineOrigin {
  size_t page = 0, para = 0; // from 0
  std::string_view text;     // what the line holds, UTF-8
};

// Lines of one size: what an advance is in em is worked out once, for texts repeat themselves.
class LineWriter {
public:
  explicit LineWriter(int size_px) : size_px_(size_px) {}

  void append(std::string& out, const TextLine& line, const LineOrigin& origin);

private:
  void append_head(std::string& out, const TextLine& line, const LineOrigin& origin);
  char* em(char* to, Px64 length); // returns the end of what was written
  static constexpr size_t kRemembered = 256, kLongest = 27;
  struct Written {
    int32_t raw = 0;
    uint8_t length = 0; // 0: none
    char text[kLongest];
  };

  int size_px_;
  std::array<Written, kRemembered> written_{};
};

void append_number(std::string& out, uint64_t number);
void append_json_string(std::string& out, std::string_view utf8); // quotes and escapes

} // namespace heiban
