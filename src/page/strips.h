// strips: the parts every page has: the wooden frame, the head with the bureau's name and the
// category, the foot with publisher, date, hotline and disclaimer, and the ticks that count pages.
// paginate and the pages without a notice draw them first; live labels are screen/compose's.
// Nothing here is cut: what does not fit its place in full is left out, the least needed first.
#pragma once

#include "page/builder.h"
#include "page/paginate.h"

namespace heiban {

// Reads the page's size, frame, category, publisher, date, number and count.
void draw_strips(const PageStyle& style, PageBuilder& page);

// The number visitors may complain to, as staff wrote it, or empty.
std::string hotline(const Bureau& bureau);

} // namespace heiban
