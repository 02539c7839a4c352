// RawBlock: a block as it was met in the source, before anything is judged about it.
// The walk over the HTML and the plain-text reader make them; the readers of headings,
// signatures, attachments and page chrome turn them into the notice's blocks. It is never shown,
// hashed or kept: what leaves this folder is a Block.
#pragma once

#include "notice/block.h"

#include <string>
#include <vector>

namespace heiban {

struct RawLink {
  TextRange range; // code points of the block's text; empty for a picture's
  std::string url; // as resolved
};

struct RawBlock {
  Block block;
  std::vector<RawLink> links;
  int pad_em = 0; // blank before the line, in em: indents, or a line pushed to the right
};

} // namespace heiban
