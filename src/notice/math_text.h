// math_text: a <math> element as one line of plain text.
// The walk over the HTML calls it: ½ written as MathML is 1/2, never 12.
// It lays nothing out; what needs two lines to be understood is no notice's.
#pragma once

#include "markup/tree.h"

#include <string>

namespace heiban {

std::string math_text(const Node& element);

} // namespace heiban
