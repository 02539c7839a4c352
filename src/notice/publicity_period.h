// publicity_period: the days a text names for its 公示期, in whichever words it does.
// read_publicity calls it with the whole text of a notice and decides what may be taken for one.
// It counts nothing out: what comes back is as the text says it, years filled in.
#pragma once

#include "notice/publicity.h"

#include <string_view>

namespace heiban {

// `text` is levelled (publicity_scan.h), its first line the title. `announced`: the title says that
// it is a 公示, so that dates without the word may be its period where they speak of objections.
std::optional<Publicity> period_in(std::u32string_view text, bool announced, CivilDate published);

} // namespace heiban
