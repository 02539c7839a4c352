// page_json: a Page as the JSON of `heiban pages`: its number and its items, in px.
// cmd_pages prints it, a page at a time, so that a long list needs no more memory than a page.
// It prints what the page says, not how glyphs lie; page/dump is the form for goldens.
#pragma once

#include "page/page.h"
#include "text/font_set.h"

#include <string>

namespace heiban {

std::string page_json(const Page& page, const FontSet& fonts);

} // namespace heiban
