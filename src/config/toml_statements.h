// Cuts a TOML file into statements, so that a mistake in one does not hide those in the others,
// and mends what a Chinese input method typed (“ ” ＝ ， 【 】) after reporting it.
// toml_read.cpp calls it and gives each value to toml++.
// It reads keys and headers itself; it does not read values.
#pragma once

#include "config/diagnostic.h"

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

struct KeyPart {
  std::string text;
  SourcePlace place;
};

enum class StatementKind { Header, ListHeader, Pair }; // [a], [[a]], a = 1

struct Statement {
  StatementKind kind = StatementKind::Pair;
  std::vector<KeyPart> path; // dotted keys and headers have several parts; never empty
  std::string value;         // Pair: without comment; may span lines
  SourcePlace value_place;
  bool broken = false; // the value cannot be read, and that was reported
};

// Mistakes of form go into `report`; statements without a readable key are left out.
std::vector<Statement> split_statements(const std::vector<std::string_view>& lines,
                                        DiagnosticSink& report);

} // namespace heiban
