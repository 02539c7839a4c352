// drop_repeated_title: the title at the top of a body that the page shows above it anyway.
// html_blocks calls it with the entry's title.
// It drops only what is equal but for blanks and the width of marks, in at most four lines.
#pragma once

#include "notice/raw_block.h"

#include <string_view>
#include <vector>

namespace heiban {

void drop_repeated_title(std::vector<RawBlock>& blocks, std::string_view title);

} // namespace heiban
