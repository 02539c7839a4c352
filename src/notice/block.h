// Block: one piece of a notice's body, as the board can set it.
// notice/html_blocks makes them from an item's HTML; page sets them; edition carries them.
// It holds text as staff wrote it: nothing here is wrapped, measured, styled or translated.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace heiban {

enum class BlockKind { Heading, Paragraph, Item, Table, Picture, Attachments, Signature };
enum class BlockAlign { Start, Center, End };

struct TextRange {
  size_t start = 0, end = 0; // code points of the block's text, half-open
};

struct TableCell {
  std::string text;
  int rowspan = 1, colspan = 1;
  bool head = false;
};

struct Block {
  BlockKind kind = BlockKind::Paragraph;
  int level = 0; // Heading: 1 一、 2 （一） 3 1. 4 （1）; Item: nesting from 1
  BlockAlign align = BlockAlign::Start;
  std::string text; // Signature: its lines, '\n' between; Picture: the caption
  std::vector<TextRange> bold;
  std::vector<std::vector<TableCell>> rows; // Table: a covered place has no cell
  std::string src, alt;                     // Picture: address as published, alternative text
  std::string picture;                      // Picture: SHA-256 of the clean PNG in media/, or empty
  int picture_width = 0, picture_height = 0; // px of the clean PNG
  std::vector<std::string> names;           // Attachments: file names or link texts
};

} // namespace heiban
