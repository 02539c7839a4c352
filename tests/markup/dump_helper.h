// dump: a Tree as one line, for tests to compare: name{attr=value}(children), 'text'.
// The markup tests call it; it is not part of heiban.
#pragma once

#include "markup/tree.h"

#include <string>

namespace heiban {

std::string dump(const Node* node);

} // namespace heiban
