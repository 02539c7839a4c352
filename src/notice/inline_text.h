// InlineText: the text of one container as its inline elements give it, character by character.
// The walk over the HTML fills it and takes paragraphs out of it; so does the plain-text reader.
// It knows white space, line ends and emphasis, and no elements.
#pragma once

#include "notice/raw_block.h"

#include <cstdint>
#include <string_view>

namespace heiban {

struct InlineStyle {
  bool bold = false;
  bool preformatted = false;
  int link = -1; // index into InlineText::add_link
};

class InlineText {
public:
  void add(std::string_view utf8, const InlineStyle& style);
  void add_break(); // <br>
  int add_link(std::string url);
  bool empty() const { return characters_.empty(); }

  // The paragraphs of the text so far, white space collapsed as HTML does, none between Chinese
  // characters where the source's lines wrap, indents taken off; the text is empty then.
  // A <br> parts paragraphs when it is doubled, or when what it parts reads so: an indent, a
  // sentence's end or a numbered heading before it, a number after it. Other lines stay together,
  // '\n' between.
  std::vector<RawBlock> take(const Block& model);

private:
  struct Character {
    char32_t c;
    bool bold;
    int link;
  };
  struct Line {
    std::vector<Character> characters;
    int pad_em = 0;
    int breaks_before = 0;
  };

  size_t add_indent(std::string_view utf8, size_t at);
  std::vector<Line> lines() const;
  static bool is_page_number(const Line& line);
  static const Character* end_of_line(const Character* begin, const Character* end);
  static Line tidy(const Character* begin, const Character* end);
  static int collapse_blanks(const Character*& at, std::vector<Character>& out);
  static void drop_label_blanks(std::vector<Character>& line, const std::vector<int>& widths);
  static bool parts(const Line& before, const Line& line, bool in_heading);
  void append(RawBlock& out, size_t& length, const Line& line) const;

  std::vector<Character> characters_;
  std::vector<std::string> links_;
};

// One line of plain text by the same rules: an alternative text, a caption.
std::string tidy_line(std::string_view utf8);

} // namespace heiban
