// snapshot: every page of one round as PNG files, as it would stand on the wall, and index.json.
// `heiban snapshot` is this; `heiban run` does it where there is no display.
// It opens no window: layout, image and live labels are the board's own code.
#pragma once

#include "app/setup.h"

#include <string>

namespace heiban {

// Pages carry the time at which they would stand, from `setup.at` (else now) on. Files of an
// earlier snapshot in `folder` are removed. Returns an exit code; what is wrong is said on stderr,
// in Chinese.
int write_snapshot(const Setup& setup, const std::string& folder);

} // namespace heiban
