#include "notice/fee_likeness.h"

#include "base/utf8.h"
#include "notice/fee_amount.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr size_t kHeadsWithin = 3; // columns: 序号, 类别, then the heads

// The amounts a row holds to the right of its head.
bool has_amount_after(const std::vector<std::string>& row, size_t column) {
  return std::any_of(row.begin() + static_cast<std::ptrdiff_t>(column) + 1, row.end(),
                     [](const std::string& cell) { return read_amount(trim(cell)).has_value(); });
}

// The row whose head names the fees, where that column heads the sheet's rows.
std::optional<size_t> names_in_column(const Sheet& sheet, size_t column, const FeeHeads& heads) {
  std::optional<size_t> names;
  bool standards = false;
  for (size_t row = 0; row < sheet.rows.size(); ++row) {
    if (column >= sheet.rows[row].size())
      continue;
    const FeeColumn head = column_of(trim(sheet.rows[row][column]), heads);
    if (!names && (head == FeeColumn::Project || head == FeeColumn::School))
      names = row;
    standards =
        standards || (head == FeeColumn::Standard && has_amount_after(sheet.rows[row], column));
  }
  return standards ? names : std::nullopt;
}

} // namespace

std::optional<FeeFinding> on_its_side(const Sheet& sheet, const FeeHeads& heads) {
  for (size_t column = 0; column < kHeadsWithin; ++column)
    if (const std::optional<size_t> row = names_in_column(sheet, column, heads)) {
      FeeFinding finding = no_schedule(sheet, true);
      finding.row = sheet.row_numbers[*row];
      finding.column = column_letters(sheet.column_numbers[column]);
      finding.message = fmt::format(
          "表头竖着排在{}列，一个收费项目占一列；请改成表头在最上面一行、一个收费项目占一行："
          "选中表格，复制，点到一张新的工作表，用“选择性粘贴”里的“转置”。",
          finding.column);
      return finding;
    }
  return {};
}

bool looks_like_fees(const Sheet& sheet, const FeeHeads& heads) {
  const auto has_heads = [&](const std::vector<std::string>& row) {
    return std::ranges::count_if(row, [&](const std::string& cell) {
             return column_of(cell, heads) != FeeColumn::Other;
           }) >= 2;
  };
  return std::ranges::any_of(sheet.rows, has_heads) || on_its_side(sheet, heads);
}

} // namespace heiban
