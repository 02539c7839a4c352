// quiet_page: what stands outside opening hours, dark and calm in every theme: the bureau's name,
// 非开放时间, the office hours, when the doors open again, and a large place for the clock; and what
// stands while the board is stopped. app asks for them when the programme's slot is quiet or
// stopped; screen/compose draws the clock. It computes no hours: the words are the caller's.
#pragma once

#include "page/page.h"
#include "page/paginate.h"

namespace heiban {

struct QuietWords {
  std::string next_opening; // 明天（星期三）8:30 开放; empty: not known
  std::string reason;       // 国庆节放假; empty: none
};

// Both: one page, at any size from 64 × 64; what does not fit is left out, the least needed first.
Page quiet_page(const QuietWords& words, const PageStyle& style, FontSet& fonts);

// 紧急断播: the bureau's name and 暂停展示, and nothing that could be wrong or somebody else's.
Page stopped_page(const PageStyle& style, FontSet& fonts);

} // namespace heiban
