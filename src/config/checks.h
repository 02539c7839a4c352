// check_settings: contradictions between keys that are each right by themselves.
// load.cpp calls it once every value is read.
// It opens nothing: whether a feed answers is `heiban check`'s.
#pragma once

#include "config/settings.h"
#include "config/toml_tree.h"

#include <map>
#include <string>
#include <vector>

namespace heiban {

// `sections`: the top-level tables by name, null where absent. `feeds`: one table a feed, in the
// order of settings.feeds.
void check_settings(const Settings& settings,
                    const std::map<std::string, const TomlValue*, std::less<>>& sections,
                    const std::vector<const TomlValue*>& feeds, DiagnosticSink& report);

// Called only where the section itself had no mistake: else the emptiness may be its doing.
void check_hours(const OpeningHours& hours, const TomlValue& table, DiagnosticSink& report);

} // namespace heiban
