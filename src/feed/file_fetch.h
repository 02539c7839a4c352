// fetch_file: a file: feed, answered as a web server would: 200 with an ETag, or 304.
// The curl fetcher calls it for feeds the config itself names as files.
// It lists no folders and follows nothing a feed said.
#pragma once

#include "base/result.h"
#include "feed/fetcher.h"

namespace heiban {

// TryLater when the file is not there or cannot be read now; Refused when it is too large.
Result<FetchResponse> fetch_file(const FetchRequest& request);

} // namespace heiban
