// is_followed: whether an href leads anywhere.
// The walk over the HTML asks it before it notes an address for review.
// Buttons of the page itself (javascript:window.print()) and what Word leaves (file:) lead nowhere;
// any other script is noted, so that review can hold the item.
#pragma once

#include <string_view>

namespace heiban {

bool is_followed(std::string_view href);

} // namespace heiban
