// The key tables of heiban.toml: every key staff may write, a row each.
// load.cpp reads by them, unknown keys are answered from them, config/keys.md is made from them.
// A key that is in no table does not exist.
#pragma once

#include "config/key_table.h"
#include "config/settings.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace heiban {

// Weekday hours before they are spread over the week.
struct HoursKeys {
  std::optional<DayHours> workdays, weekend, holidays, makeup;
  std::optional<DayHours> days[7];       // Monday first
  std::map<std::string, DayHours> dates; // by ISO date
};

// A feed before addresses are made absolute.
struct FeedKeys {
  FeedSpec spec;
  std::string folder; // of the config
};

const std::vector<Key<Settings>>& bureau_keys();
const std::vector<Key<ScreenSettings>>& screen_keys();
const std::vector<Key<FeedKeys>>& feed_keys();
const std::vector<Key<HoursKeys>>& hours_keys();
const std::vector<Key<ProgrammeSettings>>& programme_keys();
const std::vector<Key<ReviewSettings>>& review_keys();

// The section [max_age], whose keys are categories.
void read_max_ages(const TomlValue& table, ProgrammeSettings& programme, DiagnosticSink& report);

// All sections, for unknown ones and the reference page.
const std::vector<SectionInfo>& settings_sections();

// The reference page, Markdown in Chinese: a table a section, a row a key.
std::string key_reference();

} // namespace heiban
