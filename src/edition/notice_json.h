// Notice ↔ one line of JSON, every field, the same bytes for the same notice; what is absent or
// default is left out. The edition's codec puts it into edition.json, store into the archive.
// It checks shapes, not sense: a notice that decodes may still be held by review.
#pragma once

#include "base/result.h"
#include "edition/codec.h"
#include "notice/notice.h"

#include <string>
#include <string_view>

namespace heiban {

std::string encode_notice(const Notice& notice);

// Malformed when it is not what encode_notice writes, or over `limits`.
Result<Notice> decode_notice(std::string_view json, const EditionLimits& limits = {});

} // namespace heiban
