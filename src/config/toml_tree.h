// A TOML 1.0 file as our own small tree, every key and value with its place, and every mistake of
// the file, not only the first: a broken statement is reported and the rest is read all the same.
// heiban.toml, fonts.toml and the themes are read through it.
// It knows no keys: what may stand where is key_table.h's.
#pragma once

#include "config/diagnostic.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

enum class TomlKind { Boolean, Integer, Real, Text, Date, Time, DateTime, List, Table };

struct TomlEntry;

struct TomlValue {
  TomlKind kind = TomlKind::Table;
  SourcePlace place;
  bool broken = false; // could not be read, and that was reported
  bool boolean = false;
  int64_t integer = 0;
  double real = 0;                // of an Integer too
  std::string text;               // Text; Date, Time, DateTime in ISO form
  std::vector<TomlValue> items;   // List
  bool header_list = false;       // List made by [[name]] headers
  std::vector<TomlEntry> entries; // Table, in the order of the file

  const TomlEntry* find(std::string_view key) const;
};

struct TomlEntry {
  std::string key;
  SourcePlace place; // of the key
  TomlValue value;
};

// Mistakes go into `report`; what could be read comes back.
TomlValue read_toml(const std::vector<std::string_view>& lines, DiagnosticSink& report);

} // namespace heiban
