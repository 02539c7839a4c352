// clauses: a line of contacts or short notes, turned between whole ones: 县教育局监督举报
// 0000-0000000 is not parted where a line can hold it.
// table_cells sets what stands under a table's rows with it.
// It sets nothing itself: it says which stretches of the text are lines of their own.
#pragma once

#include "text/paragraph.h"

#include <string_view>
#include <vector>

namespace heiban {

// The stretches, in order; they cover the text but for its line ends. One that is wider than
// `width` holds a clause no line can, and is turned like any paragraph.
std::vector<std::string_view> clause_lines(std::string_view text, const ParagraphStyle& style,
                                           int width, FontSet& fonts);

} // namespace heiban
