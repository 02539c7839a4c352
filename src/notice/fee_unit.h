// Units of fees: what is charged by, in the spellings in use, and which of them are known.
// fee_amount reads the unit behind an amount with it; fee_rules asks it the rest.
// It converts nothing: a 学年 is not two 学期.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace heiban {

// Full-width forms in half width, blanks out: amounts are typed in every way input methods allow.
std::u32string without_width(std::string_view text);

bool is_unit_separator(char32_t c); // between the words of a unit: 元/生·学期, 每生每月

// "元／生.学期", "每生每学期", "按次" → "元/生·学期", "元/生·学期", "元/次".
// A text without 元, 每 or 按 comes back trimmed.
std::string normal_unit(std::string_view text);

using FeeUnits = std::set<std::string>; // the words of assets/fees/units.tsv
FeeUnits read_fee_units(std::string_view tsv);
bool is_known_unit(std::string_view normal, const FeeUnits& units);

// The unit in a head's brackets: 收费标准（元/生·学期）; empty where it is money alone.
std::string unit_in_head(std::string_view head);

// Whether two units of one fee cannot both be right: by 学期 and by 学年.
bool units_conflict(std::string_view normal, std::string_view other);

} // namespace heiban
