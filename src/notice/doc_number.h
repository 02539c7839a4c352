// own_doc_number: the 文号 a notice carries itself, as 云教发〔2026〕12号.
// make_notice calls it. Numbers of other documents that the text refers to are not its own.
// It mends only the brackets and the blanks; staff's other habits stay to be seen.
#pragma once

#include "notice/block.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// In a line of its own near the top, behind 文号： or 发文字号：, or at the title's end; else
// empty.
std::string own_doc_number(std::string_view title, const std::vector<Block>& blocks);

} // namespace heiban
