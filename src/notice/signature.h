// collect_signatures: the organ's name and the date under a text (落款) → one Signature block.
// html_blocks calls it after the attachments are found.
// A date beside running text, or a byline at the top, is no signature.
#pragma once

#include "notice/raw_block.h"

#include <vector>

namespace heiban {

void collect_signatures(std::vector<RawBlock>& blocks);

} // namespace heiban
