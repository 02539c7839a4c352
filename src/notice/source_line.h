// named_source: the organ that 来源： or 发布单位： names in the lines around a body.
// html_blocks looks for it before page chrome is cut, since chrome is where it mostly stands.
// It judges nothing: make_notice decides whom to believe.
#pragma once

#include "notice/raw_block.h"

#include <string>
#include <vector>

namespace heiban {

std::string named_source(const std::vector<RawBlock>& blocks); // empty: none

} // namespace heiban
