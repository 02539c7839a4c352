// mark_headings: which paragraphs are headings by their number, shape and what follows them.
// html_blocks calls it last of its readers, and unmark_headings_if_all among the first.
// A numbered sentence, a list's short item and a bold run-in heading stay paragraphs.
#pragma once

#include "notice/raw_block.h"

#include <vector>

namespace heiban {

// Whole articles are set in <h3> for its size: what all paragraphs have, none is a heading by.
void unmark_headings_if_all(std::vector<RawBlock>& blocks);

void mark_headings(std::vector<RawBlock>& blocks);

} // namespace heiban
