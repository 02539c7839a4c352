// join_broken_lines: a text pasted from a PDF, where each line of print became a paragraph of its
// own, in its real paragraphs again.
// html_blocks calls it when page chrome and the repeated title are gone, before anything is judged
// by where a line ends.
// It joins only what cannot be meant: lines of one full length that stop in mid-sentence and go on,
// up to one that ends a sentence. Verses, lists of names, addresses and signatures stay lines.
#pragma once

#include "notice/raw_block.h"

#include <vector>

namespace heiban {

void join_broken_lines(std::vector<RawBlock>& blocks);

} // namespace heiban
