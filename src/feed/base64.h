// Base64 (RFC 4648 §4) as feeds carry it: with line breaks, with or without padding.
// feed/text_construct calls it for Atom's mode="base64".
// It encodes nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace heiban {

std::optional<std::string> decode_base64(std::string_view text); // nullopt: not Base64

} // namespace heiban
