// title_without_names: a notice's title without the names of persons in it, as the record of what
// stood on the wall may keep it when the names themselves have had to go.
// The board's record asks for it where a notice has a 公示期.
// It knows names by what stands round them and by the notice's own lists; it is no dictionary.
#pragma once

#include "notice/notice.h"

#include <string>

namespace heiban {

// 关于拟录用王某某等3名同志的公示 → 关于拟录用某某等3名同志的公示
std::string title_without_names(const Notice& notice);

} // namespace heiban
