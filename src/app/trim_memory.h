// trim_memory: gives back what a process does not need while it waits: the pages of code, constant
// data and fonts that its work touched (they stay in the system's file cache) and freed heap.
// The painter calls it after every page, the fetcher after every poll; what is used again faults
// back in, in a few ms.
// It unmaps nothing and touches no page that could have been written to.
#pragma once

#include "config/fonts.h"

namespace heiban {

void trim_memory();
void trim_memory(const FontBook& fonts); // the mapped font files too; on the thread that owns them

} // namespace heiban
