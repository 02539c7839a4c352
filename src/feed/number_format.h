// NumberFormat: an XLSX number format, as far as a notice needs it: the text a person sees in the
// cell. feed/xlsx_* applies it to each number (ECMA-376 Part 1 §18.8.30 and §18.8.31).
// It knows no colours, no widths and no fractions; what it does not know is shown as General, and
// amounts stay in Arabic numerals whatever [DBNum2] says (明码标价和禁止价格欺诈规定 art. 12).
#pragma once

#include "feed/format_section.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heiban {

// The code of a built-in format id, the Chinese ones (27–36, 50–58) included; "" for General.
std::string_view built_in_number_format(int id);

// A code taken to pieces, once for all cells that have it; General has none, and neither has a code
// longer than a spreadsheet writes.
std::vector<Section> read_number_format(std::string_view code);

// The text of `value` under a format. `base_1904`: the workbook counts days from 1904.
std::string format_number(double value, std::span<const Section> sections, bool base_1904);
std::string format_number(double value, std::string_view code, bool base_1904);

// A text under its cell's format: "@元" adds words, ";;;" hides it; most leave it alone.
std::string format_text(const std::string& text, std::span<const Section> sections);

} // namespace heiban
