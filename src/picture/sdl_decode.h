// decode_rows: a stranger's image bytes → rows of opaque pixels, by SDL2_image's typed loaders.
// Only clean_picture calls it, after read_picture_header has allowed type and size.
// It guesses no format and keeps nothing; the loaders' own messages are not passed on.
#pragma once

#include "picture/header.h"

#include <cstdint>
#include <functional>

namespace heiban {

// Called once for each row, from the top: header.width pixels, 0x00RRGGBB, transparent over white.
using TakeRow = std::function<void(const uint32_t* rgb)>;

// Malformed (no row was given) when the loader gives up or finds another size than the header's.
Result<void> decode_rows(std::string_view bytes, const PictureHeader& header, const TakeRow& take);

} // namespace heiban
