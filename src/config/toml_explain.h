// The Chinese sentence for a value toml++ refused, with the place a person should look at.
// toml_read.cpp asks it; the English reason is used only to tell the cases apart.
// It reads no value and mends none.
#pragma once

#include "config/toml_statements.h"

#include <string>
#include <string_view>

namespace heiban {

struct Explanation {
  SourcePlace place;
  std::string message;
};

// `where` and `reason`: as toml++ reported them.
Explanation explain_value(const Statement& statement, SourcePlace where, std::string_view reason);

} // namespace heiban
