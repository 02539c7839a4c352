// Inbox: staff's words to the fetcher, a small file each in the state folder's inbox/.
// `heiban approve` and `heiban hold` drop them, `heiban fetch` takes them; the folder has one
// owner, who deletes what was taken. It checks form, not sense: a notice nobody knows is decided
// all the same.
#pragma once

#include "base/result.h"
#include "review/review.h"

#include <string>
#include <vector>

namespace heiban {

std::string inbox_folder(const std::string& state);

// TryLater or Refused when the file cannot be written.
Result<void> drop_decision(const std::string& state, const Decision& decision);

// What lies there, oldest name first; each file is removed, readable or not.
std::vector<Decision> take_decisions(const std::string& state);

} // namespace heiban
