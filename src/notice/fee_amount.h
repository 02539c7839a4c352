// Amounts of fees: what a cell says in money, where it says it in money.
// fee_schedule reads each standard with it.
// It rounds nothing and guesses nothing: a range or "按成本" stays the text it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heiban {

struct FeeAmount {
  int64_t fen = 0;  // integer 分; 0 is 免费
  std::string unit; // normalised: 元/生·学期; "元" where none is written
};

// "1,234.5元/生·学期" → 123450 分, 每生每学期800元 likewise; full-width digits, ￥, 万元, 元整 and
// 免费 understood. Nothing for ranges, several amounts, negative amounts, words, or more than two
// decimals of a 元.
std::optional<FeeAmount> read_amount(std::string_view text);

bool charges_nothing(std::string_view text); // 不得收取, 已取消, 免费: no unit is missed

// What is wrong with a standard that is no amount; a text that is meant as one ("按成本") is not.
enum class AmountMistake { None, FormulaError, Negative, Unclear, InWords };
AmountMistake amount_mistake(std::string_view text);

} // namespace heiban
