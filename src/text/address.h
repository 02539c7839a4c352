// address: web and mail addresses in running text, and where a long one may part.
// units.cpp binds them.
// It checks no address: what looks like one to a reader is one.
#pragma once

#include "text/breaks.h"

#include <string_view>
#include <vector>

namespace heiban {

// The end of the address that begins at `from`, or `from`.
size_t address_end(std::u32string_view text, size_t from);

// Joints, outside the host name, before ? & = # _ % @ and after . : a line never begins or ends with
// a solidus, and never begins with a hyphen or a dot.
void bind_address(std::u32string_view text, size_t from, size_t to,
                  std::vector<BreakLevel>& levels);

} // namespace heiban
