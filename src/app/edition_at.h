// EditionAt: the edition in the state folder and the instant a command asks about.
// plan, snapshot and check start from it; board and fetch do not.
// It fetches nothing: where there is no edition it says, in Chinese, how to get one.
#pragma once

#include "app/setup.h"
#include "edition/edition.h"

#include <optional>

namespace heiban {

struct EditionAt {
  Edition edition;
  Instant now; // --at, else trusted time
  bool trusted = true;
};

// Exit codes: 66 no edition, 65 none that can be read, 64 --at before the edition was made.
std::optional<EditionAt> load_edition_at(const Setup& setup, SetupFailure& failure);

} // namespace heiban
