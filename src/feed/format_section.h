// Section: one part of an XLSX number format code ("0.00;[Red]-0.00" has two), taken to pieces.
// feed/number_format chooses among a code's sections; feed/format_date fills in those that are
// dates. It formats nothing itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// Literal text, or a token in lower case.
struct FormatPiece {
  bool literal = false;
  std::string text;
};

struct Condition { // [>=100]; the sections after it are for the rest
  char sign = 0;   // '<' '>' '=', 'l' for <=, 'g' for >=, 'n' for <>; 0: none
  double bound = 0;
};

struct Section {
  std::vector<FormatPiece> pieces;
  Condition condition;
  bool is_date = false, twelve_hours = false;
  bool chinese = false;  // [$-804]: names of months and days
  bool numerals = false; // [DBNum1]: 二〇二六年九月
  bool fraction = false; // # ?/?
};

std::vector<std::string_view> split_sections(std::string_view code);
Section read_section(std::string_view code);
bool holds(const Condition& condition, double value); // no condition always holds

} // namespace heiban
