// SourceText: a file staff saved, as lines of UTF-8, or why it cannot be read as such.
// load, fonts and theme read their files through it.
// It converts no encoding: a GBK or UTF-16 file is named, with how to save it again.
#pragma once

#include "config/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct SourceText {
  std::vector<std::string_view> lines; // of the caller's bytes; a byte order mark is left out
  std::optional<Diagnostic> refusal;   // when the bytes are no UTF-8
};

SourceText read_source(std::string_view bytes, const std::string& path);

} // namespace heiban
