#include "notice/fee_rules.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

namespace heiban {
namespace {

constexpr std::string_view kDisclosure = "《教育收费公示制度》（计价格〔2002〕792号）";
constexpr std::string_view kMarkedPrices = "《明码标价和禁止价格欺诈规定》";
constexpr std::string_view kHotline = "12358价格监管热线已并入12315";

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// The number itself, not five digits of a longer one.
bool has_number(std::string_view text, std::string_view number) {
  const auto digit_at = [&](size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (size_t at = text.find(number); at != std::string_view::npos; at = text.find(number, at + 1))
    if (!digit_at(at + number.size()) && (at == 0 || !digit_at(at - 1)))
      return true;
  return false;
}

bool is_bracket(char32_t c) {
  return std::u32string_view(U"〔〕[]（）()【】［］").find(c) != std::u32string_view::npos;
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
}

// 〔2026〕12号 with any brackets in use, or 2026年第12号.
bool has_document_number(std::string_view text) {
  const std::u32string s = to_utf32(text);
  for (size_t hao = s.find(U'号'); hao != std::u32string::npos; hao = s.find(U'号', hao + 1)) {
    size_t i = hao;
    while (i > 0 && (is_digit(s[i - 1]) || s[i - 1] == ' '))
      --i;
    if (i == hao || i == 0)
      continue;
    if (s[i - 1] == U'第' && i >= 2)
      --i;
    if (i > 0 && (is_bracket(s[i - 1]) || s[i - 1] == U'年' || s[i - 1] == U'令'))
      return true;
  }
  return false;
}

bool has_organ(std::string_view text) {
  return has_any(text, {"局", "委", "厅", "政府", "国务院", "人大", "教育部", "财政部", "国家"});
}

// One schedule under the rules: what each check finds goes to `findings`.
class Checker {
public:
  Checker(const FeeSchedule& schedule, const Sheet& sheet, const FeeUnits& units)
      : schedule_(schedule), sheet_(sheet), units_(units), around_(schedule.around()) {}

  std::vector<FeeFinding> findings;

  void check() {
    check_columns();
    for (const FeeRow& row : schedule_.rows)
      if (!row.section)
        check_row(row);
    if (schedule_.rows.empty())
      head(FeeColumn::Project, "F1", kDisclosure, "表中没有收费项目。", true);
    check_relief();
    check_phones();
    check_classes();
    check_effect();
  }

private:
  void add(size_t grid_row, int column, std::string_view rule, std::string_view source,
           std::string message, bool refuses) {
    FeeFinding finding{sheet_.name,        0,      {}, std::string(rule), std::string(source),
                       std::move(message), refuses};
    if (grid_row < sheet_.row_numbers.size())
      finding.row = sheet_.row_numbers[grid_row];
    if (column >= 0 && column < static_cast<int>(sheet_.column_numbers.size()))
      finding.column = column_letters(sheet_.column_numbers[static_cast<size_t>(column)]);
    findings.push_back(std::move(finding));
  }
  void head(FeeColumn column, std::string_view rule, std::string_view source, std::string message,
            bool refuses) {
    add(schedule_.head_row, schedule_.find(column), rule, source, std::move(message), refuses);
  }
  void cell(const FeeRow& row, FeeColumn column, std::string_view rule, std::string_view source,
            std::string message, bool refuses) {
    add(row.grid_row, schedule_.find(column), rule, source, std::move(message), refuses);
  }
  bool has(FeeColumn column) const { return schedule_.find(column) >= 0; }
  bool basis_is_around() const { return has_document_number(around_) && has_organ(around_); }
  bool scope_is_around() const {
    return has_any(around_, {"收费范围", "收费对象", "适用范围", "适用于"});
  }

  // What has no column must stand above or below the table for all its rows.
  void check_columns() {
    if (!has(FeeColumn::Basis) && !has(FeeColumn::Document) && !basis_is_around())
      head(FeeColumn::Basis, "F1", kDisclosure,
           "没有“收费依据”一列；请加上批准机关和文号，如“云岭县发展和改革局 云发改〔2026〕12号”。",
           true);
    if (!has(FeeColumn::Scope) && !scope_is_around())
      head(FeeColumn::Scope, "F1", kDisclosure,
           "没有“收费范围”一列；请写明向哪些学校、哪些学生收取。", true);
  }

  void check_row(const FeeRow& row) {
    const std::string name = schedule_.cell(row, FeeColumn::Project);
    if (name.empty())
      cell(row, FeeColumn::Project, "F1", kDisclosure, "缺收费项目名称。", true);
    const std::string standard = schedule_.cell(row, FeeColumn::Standard);
    if (standard.empty())
      cell(row, FeeColumn::Standard, "F1", kDisclosure,
           fmt::format("“{}”缺收费标准；不收费的请写“免费”。", name), true);
    if (has(FeeColumn::Scope) && schedule_.cell(row, FeeColumn::Scope).empty())
      cell(row, FeeColumn::Scope, "F1", kDisclosure, fmt::format("“{}”缺收费范围。", name), true);
    check_basis(row, name);
    check_unit(row, name, standard);
    check_amount(row, name, standard);
  }

  void check_basis(const FeeRow& row, const std::string& name) {
    if (!has(FeeColumn::Basis) && !has(FeeColumn::Document))
      return; // said once, for the table
    const FeeColumn column = has(FeeColumn::Basis) ? FeeColumn::Basis : FeeColumn::Document;
    const std::string text = schedule_.cell(row, FeeColumn::Basis) + " " +
                             schedule_.cell(row, FeeColumn::Organ) + " " +
                             schedule_.cell(row, FeeColumn::Document);
    if (trim(text).empty() && basis_is_around())
      return;
    if (trim(text).empty()) {
      cell(row, column, "F1", kDisclosure,
           fmt::format("“{}”缺收费依据；请写明批准机关和文号。", name), true);
      return;
    }
    if (!has_document_number(text))
      cell(row, column, "F1", kDisclosure,
           fmt::format("“{}”的收费依据缺文号；请写如“云发改〔2026〕12号”。", name), true);
    if (!has_organ(text) && !has_any(around_, {"批准机关", "审批机关", "批准部门"}))
      cell(row, column, "F1", kDisclosure,
           fmt::format("“{}”的收费依据缺批准机关；请在文号前写明机关全称。", name), true);
  }

  void check_unit(const FeeRow& row, const std::string& name, const std::string& standard) {
    std::string unit = schedule_.cell(row, FeeColumn::Unit);
    const FeeColumn column = has(FeeColumn::Unit) ? FeeColumn::Unit : FeeColumn::Standard;
    const bool is_free = row.amount && row.amount->fen == 0;
    if (unit.empty() && row.amount && row.amount->unit != "元")
      unit = row.amount->unit;
    if (unit.empty() && !row.amount && standard.find("元/") != std::string::npos)
      return; // a text with its unit
    if (unit.empty() && has_any(around_, {"单位：元/", "单位:元/"}))
      return;
    if (unit.empty()) {
      if (!is_free)
        cell(row, column, "F1", kDisclosure,
             fmt::format("“{}”缺计费单位；请写如“元/生·学期”。", name), true);
      return;
    }
    if (!is_known_unit(with_yuan(unit), units_))
      cell(row, column, "F3", kDisclosure,
           fmt::format("“{}”的计费单位“{}”不常见，请核对；常用写法如“元/生·学期”“元/生·月”。", name,
                       unit),
           false);
  }

  // A unit column may leave 元 to the head: "生·学期".
  static std::string with_yuan(const std::string& unit) {
    const std::string normal = normal_unit(unit);
    return normal.rfind("元", 0) == 0 ? normal : normal_unit("元/" + normal);
  }

  void check_amount(const FeeRow& row, const std::string& name, const std::string& standard) {
    if (row.amount || standard.empty())
      return;
    const bool has_digit =
        std::any_of(standard.begin(), standard.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!has_digit &&
        has_any(standard,
                {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千"}) &&
        standard.find("元") != std::string::npos)
      cell(row, FeeColumn::Standard, "F2", kMarkedPrices,
           fmt::format("“{}”的金额请用阿拉伯数字写。", name), false);
  }

  void check_relief() {
    if (!has(FeeColumn::Relief) && !has_any(around_, {"减免", "免收", "资助", "优惠"}))
      head(FeeColumn::Relief, "F1", kDisclosure,
           "没有写明对家庭经济困难学生的减免政策；没有减免的请写“减免政策：无”。", false);
  }

  void check_phones() {
    std::string all = around_;
    for (const FeeRow& row : schedule_.rows)
      all += schedule_.cell(row, FeeColumn::Phone) + "\n";
    const bool hotline = has_number(all, "12315") || has_number(all, "12345");
    if (!has(FeeColumn::Phone) && !has_any(around_, {"电话"}) && !hotline)
      head(FeeColumn::Phone, "F1", kDisclosure, "没有投诉电话；请在表下写明，如“投诉电话：12315”。",
           true);
    for (const FeeRow& row : schedule_.rows)
      if (!row.section && has(FeeColumn::Phone) && schedule_.cell(row, FeeColumn::Phone).empty() &&
          !has_any(around_, {"电话"}))
        cell(row, FeeColumn::Phone, "F1", kDisclosure, "缺投诉电话。", true);
    if (has_number(all, "12358"))
      head(FeeColumn::Phone, "F6", kHotline, "价格举报电话12358已停用，请改为12315。", false);
    else if (!hotline)
      head(FeeColumn::Phone, "F6", kHotline,
           "投诉电话中没有12315或12345；请写上其中一个和本地电话。", false);
  }

  void check_classes() {
    const std::initializer_list<std::string_view> classes = {"行政事业性", "服务性", "代收",
                                                             "经营服务", "自愿"};
    if (has_any(around_, classes))
      return;
    for (const FeeRow& row : schedule_.rows) {
      if (row.section || has_any(row.section_title, classes))
        continue;
      if (has_any(schedule_.cell(row, FeeColumn::Class) + schedule_.cell(row, FeeColumn::Note) +
                      schedule_.cell(row, FeeColumn::Project),
                  classes))
        continue;
      cell(row, FeeColumn::Class, "F7", kDisclosure,
           fmt::format("“{}”没有写明是行政事业性收费、服务性收费还是代收费。",
                       schedule_.cell(row, FeeColumn::Project)),
           false);
    }
  }

  void check_effect() {
    if (schedule_.effective_from && schedule_.effective_to &&
        *schedule_.effective_to < *schedule_.effective_from)
      head(FeeColumn::To, "F5", kDisclosure, "截止日期早于开始执行的日期，请核对。", true);
  }

  const FeeSchedule& schedule_;
  const Sheet& sheet_;
  const FeeUnits& units_;
  std::string around_;
};

} // namespace

std::vector<FeeFinding> check_fees(const FeeSchedule& schedule, const Sheet& sheet,
                                   const FeeUnits& units) {
  Checker checker(schedule, sheet, units);
  checker.check();
  return std::move(checker.findings);
}

std::string finding_zh(const FeeFinding& finding) {
  const std::string sheet = finding.sheet.empty() ? "" : fmt::format("工作表“{}”", finding.sheet);
  const std::string row = finding.row > 0 ? fmt::format("第{}行", finding.row) : "";
  const std::string column = finding.column.empty() ? "" : fmt::format("{}列", finding.column);
  return fmt::format("{}{}{} {} {}{}（依据：{}）", sheet, row, column, finding.rule,
                     finding.refuses ? "［不能上墙］" : "", finding.message, finding.source);
}

FeeFinding no_schedule(const Sheet& sheet) {
  return {sheet.name,
          0,
          {},
          "F8",
          std::string(kDisclosure),
          "没有找到表头；表头一行里至少要有“收费项目”和“收费标准”两列。",
          true};
}

} // namespace heiban
