// write_showings_csv: a stretch of the ledger as a table that WPS and Excel open: a row a showing,
// a gap or an event, in order; UTF-8 with a byte order mark, lines ended by CR LF (RFC 4180).
// `heiban ledger export` writes it.
// It counts nothing together: ledger/account.h does.
#pragma once

#include "ledger/read.h"

#include <functional>
#include <string>
#include <string_view>

namespace heiban {

// `notice_id` empty: all of it. `write` takes the text in pieces, so that a year needs no memory.
void write_showings_csv(const std::string& folder, Instant from, Instant to,
                        const std::string& notice_id,
                        const std::function<void(std::string_view)>& write);

} // namespace heiban
