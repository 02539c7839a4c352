// Reading heiban.toml: text in, Settings or every mistake in it out, each with line, column, caret
// and a Chinese sentence that says what to write.
// app calls it at start and whenever the file changes; a file with errors never replaces good ones.
// It does not fetch, open or check what the settings point to, but for the paths it makes absolute.
#pragma once

#include "base/result.h"
#include "config/diagnostic.h"
#include "config/settings.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

inline constexpr size_t kLargestConfig = 256 << 10; // bytes

struct LoadedSettings {
  Settings settings;                   // meaningful only without errors
  std::vector<Diagnostic> diagnostics; // in the order of the file
  bool ok() const;                     // no errors; remarks are allowed
};

// `path` names the file in messages; relative addresses and files are resolved against its folder.
LoadedSettings parse_settings(std::string_view toml, const std::string& path);
LoadedSettings load_settings(const std::string& path); // a missing file is a diagnostic too

} // namespace heiban
