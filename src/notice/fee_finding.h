// FeeFinding: what a rule has against a place in a fee schedule, and how staff are told.
// fee_rules makes them; app prints them and asks which refuse. It checks nothing itself.
// Messages are in Chinese and end with what to do.
#pragma once

#include "feed/grid.h"

#include <string>
#include <string_view>

namespace heiban {

// Documents that the rules rest on.
inline constexpr std::string_view kFeeDisclosure = "《教育收费公示制度》（计价格〔2002〕792号）";
inline constexpr std::string_view kOfficialForm = "《党政机关公文格式》（GB/T 9704—2012）";
inline constexpr std::string_view kMarkedPrices = "《明码标价和禁止价格欺诈规定》";

struct FeeFinding {
  std::string sheet;
  int row = 0;         // in the file, from 1; 0: the whole sheet
  std::string column;  // letters as WPS and Excel show them; empty: the whole row
  std::string rule;    // F1 … F8
  std::string source;  // document number of the rule
  std::string message; // Chinese: what is wrong and what to write
  bool refuses = false;
};

// One line for staff: 工作表“收费”第5行D列 F1 ［不能上墙］…（依据：…）
std::string finding_zh(const FeeFinding& finding);

// The finding of a sheet in which no schedule was found.
FeeFinding no_schedule(const Sheet& sheet, bool refuses);

// What the file holds and the grid does not (hidden rows, formulas without a value), as a finding.
FeeFinding not_whole(std::string message);

} // namespace heiban
