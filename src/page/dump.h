// dump: a Page as text, an item a line, integer px, in the order it is painted: what goldens hold.
// Tests and bug reports read it; `heiban pages` prints JSON instead (app/cmd_pages).
// It prints no pixels and no glyph numbers, so it does not change with a font's build.
#pragma once

#include "page/page.h"

#include <string>

namespace heiban {

// "page 1/3 1920x1080 …", then lines like `run body 96,210 820x66 41px row - 「text」`.
std::string dump(const Page& page);

const char* role_name(PageRole role); // "title", "body", "cell" …

} // namespace heiban
