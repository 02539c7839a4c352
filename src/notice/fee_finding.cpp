#include "notice/fee_finding.h"

#include <fmt/format.h>

namespace heiban {

std::string finding_zh(const FeeFinding& finding) {
  const std::string sheet = finding.sheet.empty() ? "" : fmt::format("工作表“{}”", finding.sheet);
  const std::string row = finding.row > 0 ? fmt::format("第{}行", finding.row) : "";
  const std::string column = finding.column.empty() ? "" : fmt::format("{}列", finding.column);
  return fmt::format("{}{}{} {} {}{}（依据：{}）", sheet, row, column, finding.rule,
                     finding.refuses ? "［不能上墙］" : "", finding.message, finding.source);
}

FeeFinding no_schedule(const Sheet& sheet, bool refuses) {
  FeeFinding finding{sheet.name, 0, {}, "F8", std::string(kFeeDisclosure), {}, refuses};
  finding.message = refuses ? "没有找到表头；表头一行里至少要有“收费项目”和“收费标准”两列。"
                            : "没有收费表的表头，整张工作表没有上屏；不是收费表的不用改。";
  return finding;
}

FeeFinding not_whole(std::string message) {
  return {{}, 0, {}, "F4", std::string(kMarkedPrices), std::move(message), false};
}

} // namespace heiban
