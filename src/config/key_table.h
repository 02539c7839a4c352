// Key: one thing staff may write in a section, with its meaning, its form and how it is read.
// Tables of keys (keys_*.cpp, theme.cpp) drive reading, the answers to unknown keys and the
// reference page in config/; nothing about a key is said anywhere else.
// It does not look across keys: contradictions are checks.cpp's.
#pragma once

#include "config/toml_tree.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct KeyInfo {
  std::string_view name;    // theme
  std::string_view label;   // 主题
  std::string_view form;    // as staff would write it, an example: "heiban"
  std::string_view meaning; // a Chinese sentence
  bool required = false;
};

template <class Part>
struct Key {
  KeyInfo info;
  // Reads `value` into `part`, or says in `report` what is wrong and what to write.
  std::function<void(const TomlValue& value, const KeyInfo& info, Part& part,
                     DiagnosticSink& report)>
      read;
};

struct SectionInfo {
  std::string_view name;  // screen
  std::string_view label; // 屏幕
  std::string_view meaning;
  bool is_list = false; // [[feed]]
  std::vector<KeyInfo> keys;
  bool free_keys = false; // keys are staff's own words (dates, categories)
};

// Says what an unknown key is nearest to, here or in another section.
std::string explain_unknown_key(std::string_view key, std::string_view section,
                                std::span<const SectionInfo> sections);
std::string explain_unknown_section(std::string_view name, std::span<const SectionInfo> sections);

// `has_section`: the section itself is there, only the key is not.
std::string explain_missing_key(const KeyInfo& key, std::string_view section, bool has_section);

// Edits (insert, delete, replace, swap neighbours) between two words, case and -/_ ignored.
size_t edit_distance(std::string_view a, std::string_view b);

template <class Part>
std::vector<KeyInfo> infos(const std::vector<Key<Part>>& keys) {
  std::vector<KeyInfo> out;
  for (const Key<Part>& key : keys)
    out.push_back(key.info);
  return out;
}

// Reads a table's entries by `keys`. `unknown` is called for each key no row names; a required key
// that is missing is reported at the table's place.
template <class Part, class Unknown>
void read_keys(const TomlValue& table, std::string_view section, const std::vector<Key<Part>>& keys,
               Part& part, DiagnosticSink& report, const Unknown& unknown) {
  for (const TomlEntry& entry : table.entries) {
    const Key<Part>* found = nullptr;
    for (const Key<Part>& key : keys)
      if (key.info.name == entry.key)
        found = &key;
    if (found == nullptr) {
      unknown(entry);
    } else if (!entry.value.broken) {
      found->read(entry.value, found->info, part, report);
    }
  }
  for (const Key<Part>& key : keys)
    if (key.info.required && table.find(key.info.name) == nullptr)
      report.error(table.place, explain_missing_key(key.info, section, table.place.line > 0));
}

} // namespace heiban
