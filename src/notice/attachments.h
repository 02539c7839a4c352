// collect_attachments: notes of attachments and lists of files to download → Attachments blocks.
// html_blocks calls it before it looks for signatures, which may stand before or after them.
// It keeps names, not addresses: a visitor at the board cannot follow one.
#pragma once

#include "notice/raw_block.h"

#include <vector>

namespace heiban {

// 附件：1. 甲表  2. 乙表; 附件1：甲表; 附件 above links; lines that are links to files. A bare
// 附件1 above text is the attached text's own mark and stays.
void collect_attachments(std::vector<RawBlock>& blocks);

} // namespace heiban
