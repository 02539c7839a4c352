// Contents: what is on the board at one instant, by category: what the index page (目录) lists.
// app makes its pages from it. Pure.
// It lists what may stand now, whether or not it comes in every round; it knows no layout.
#pragma once

#include "calendar/instant.h"
#include "edition/edition.h"

#include <string>
#include <vector>

namespace heiban {

struct ContentsGroup {
  std::string category;               // may be empty
  std::vector<const Notice*> notices; // newest first; they live in the edition
};

// The category with the newest notice first.
std::vector<ContentsGroup> contents_of(const Edition& edition, Instant now);

} // namespace heiban
