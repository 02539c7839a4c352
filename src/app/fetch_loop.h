// The fetcher's own life: the lock, the archive, the poller, and waiting for what comes next.
// `heiban fetch` is this. It reads the clocks and the config file; what is done when is the
// poller's to say.
// It shows nothing; what it found goes into the state folder.
#pragma once

#include "app/setup.h"

namespace heiban {

// Until SIGTERM or SIGINT. Returns an exit code; what is wrong at the start is said on stderr, in
// Chinese.
int fetch_for_ever(const Setup& setup);

// Every feed once: 0, or 69 when no feed answered.
int fetch_once(const Setup& setup);

} // namespace heiban
