// uncentre_prose: running text that an old page's <center> or table cell centred.
// html_blocks calls it before signatures and headings are looked for.
// Titles, document numbers and captions stay in the middle.
#pragma once

#include "notice/raw_block.h"

#include <vector>

namespace heiban {

void uncentre_prose(std::vector<RawBlock>& blocks);

} // namespace heiban
