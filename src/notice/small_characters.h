// raised and lowered: <sup> and <sub> as the characters Unicode has for them.
// The walk over the HTML calls them: 平方米 is m², not m2.
// What has no such character as a whole gives nothing, and stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

std::string raised(std::string_view text);  // "2" → "²"; empty when not possible
std::string lowered(std::string_view text); // "2" → "₂"; empty when not possible

} // namespace heiban
