// Inbox: staff's words to the fetcher, a small file each in the state folder's inbox/.
// `heiban approve`, `hold` and `withdraw` drop them, `heiban fetch` takes them; the folder has one
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

// The two halves of any such folder: one file with `text`, whole or not at all, named so that later
// ones sort after it; and the paths of what lies there, oldest first.
Result<void> drop_word(const std::string& folder, const std::string& text);
std::vector<std::string> words_in(const std::string& folder);

} // namespace heiban
