// quiet_page: what stands outside opening hours: dark and calm in every theme, the bureau's name,
// 非开放时间 or another heading, the office hours, when the doors open again, and a large place for
// the clock. app asks for it when the programme's slot is quiet; screen/compose draws the clock. It
// computes no hours: the words are the caller's.
#pragma once

#include "page/page.h"
#include "page/paginate.h"

namespace heiban {

struct QuietWords {
  std::string next_opening; // 明天（星期三）8:30 开放; empty: not known
  std::string reason;       // 国庆节放假; empty: none
  std::string heading = "非开放时间";
};

// One page, at any size from 64 × 64; what does not fit is left out, the least needed first.
Page quiet_page(const QuietWords& words, const PageStyle& style, FontSet& fonts);

} // namespace heiban
