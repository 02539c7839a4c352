// mark_headings: which paragraphs are headings by their number, shape and what follows them.
// html_blocks calls it last of its readers.
// A numbered sentence, a list's short item and a bold run-in heading stay paragraphs.
#pragma once

#include "notice/raw_block.h"

#include <vector>

namespace heiban {

void mark_headings(std::vector<RawBlock>& blocks);

} // namespace heiban
