// SHA-256 (FIPS 180-4) as lower-case hex, so that sha256sum can check what heiban wrote.
// edition, ledger, notice and picture name content by it; app tells a feed's answers apart.
// It signs nothing and keeps no secret.
#pragma once

#include <string>
#include <string_view>

namespace heiban {

std::string sha256_hex(std::string_view bytes); // 64 characters

// BLAKE2b (RFC 7693) of 256 bits as hex, in a third of the time: for what only heiban compares.
std::string blake2b_hex(std::string_view bytes); // 64 characters

} // namespace heiban
