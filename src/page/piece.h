// Piece: one paragraph of a notice as the board sets it: its text, its style, how it keeps company.
// page/official makes pieces of blocks by GB/T 9704; page/text_segment sets and breaks them.
// Lengths are in em of the body face, so that one list of pieces serves every size tried.
#pragma once

#include "page/page.h"
#include "text/paragraph.h"

#include <string>
#include <vector>

namespace heiban {

enum class PieceInk { Text, Title, Muted };

struct Piece {
  std::string text;  // one paragraph, no line ends
  std::string label; // set before the first line, ending where the text begins: "1.", "附件："
  size_t number = 0; // code points of the number its text begins with: 一、 （二） 第三条
  FontRole role = FontRole::Body;
  std::vector<RoleRange> roles;
  TextAlign align = TextAlign::Justify;
  double first_indent = 0;    // em
  double left = 0, right = 0; // em kept free beside the lines
  double label_em = 0;        // em from the label's start to the text's
  double before = 0;          // lines of blank above, none at a column's top
  double size = 1;            // × body face
  bool balance = false;
  bool keep_next = false;     // heading: not without the next piece
  bool leads = false;         // ends in a colon: rather not without what it announces
  bool keep_previous = false; // signature: not without two lines before it
  bool whole = false;         // not broken where that can be helped
  PageRole page_role = PageRole::Body;
  PieceInk ink = PieceInk::Text;
};

} // namespace heiban
