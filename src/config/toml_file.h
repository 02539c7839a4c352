// Reading one of our own TOML files (fonts.toml, a theme): path → tree → the caller's reader.
// fonts.cpp and theme.cpp call it; heiban.toml goes through load.cpp, which keeps its diagnostics.
// It knows no keys.
#pragma once

#include "base/result.h"
#include "config/key_table.h"

#include <functional>
#include <map>
#include <string>

namespace heiban {

// Malformed with every mistake of the file (format_diagnostics) when the tree or `read` reports
// one; NotFound or Refused when the file cannot be opened.
Result<void>
read_toml_file(const std::string& path,
               const std::function<void(const TomlValue& root, DiagnosticSink&)>& read);

// The top-level tables by name, null where absent. Unknown ones, and values that are no section,
// are reported; list sections ([[feed]]) are found as their List.
std::map<std::string, const TomlValue*, std::less<>>
read_sections(const TomlValue& root, std::span<const SectionInfo> sections, DiagnosticSink& report);

} // namespace heiban
