// Own pages: what the board shows in its own name: the index (目录), the quiet page of the night,
// the fallback page. Wall lays them out like any notice.
// They hold no live label: clock, page mark and freshness are screen/compose's.
#pragma once

#include "page/paginate.h"
#include "programme/contents.h"

namespace heiban {

// The index as a notice: a heading a category, an item a notice with its date.
Notice index_notice(const std::vector<ContentsGroup>& groups);

Page quiet_page(const PageStyle& style, FontSet& fonts);

} // namespace heiban
