#include "notice/fee_rules.h"

#include "base/utf8.h"
#include "notice/fee_class.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>

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

// A number that seven digits and more make, hyphens between allowed: no hotline.
bool has_local_phone(std::string_view text) {
  size_t digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c != '-')
      digits = 0;
    if (digits >= 7)
      return true;
  }
  return false;
}

bool is_error_value(std::string_view text) {
  return text.starts_with("#") && text.size() < 16 &&
         (text.ends_with("!") || text.ends_with("?") || text == "#N/A" || text.starts_with("##"));
}

bool is_bare_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.,") == std::string_view::npos;
}

bool is_in_words(std::string_view text) {
  const bool has_digit = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return !has_digit && text.find("元") != std::string_view::npos &&
         has_any(text,
                 {"一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千",
                  "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟"});
}

// The unit in a head's brackets: 收费标准（元/生·学期）; empty where it is money alone.
std::string unit_in(std::string_view head) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    const size_t from = head.find(open), to = head.find(close, from == head.npos ? 0 : from);
    if (from == std::string_view::npos || to == std::string_view::npos)
      continue;
    const std::string unit = normal_unit(head.substr(from + open.size(), to - from - open.size()));
    if (unit.starts_with("元/"))
      return unit;
  }
  return {};
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
      if (!row.section && !is_total(row))
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

  // A sum of fees stands on the wall like any row, and is no fee.
  bool is_total(const FeeRow& row) const {
    const auto first =
        std::ranges::find_if(row.cells, [](const std::string& cell) { return !cell.empty(); });
    const auto sums = [](const std::string& text) {
      return text == "合计" || text == "总计" || text == "小计";
    };
    return sums(schedule_.cell(row, FeeColumn::Project)) ||
           (first != row.cells.end() && sums(*first));
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
    if (unit.empty())
      unit = unit_in(schedule_.heads[static_cast<size_t>(schedule_.find(FeeColumn::Standard))]);
    if (unit.empty() && !row.amount && has_any(standard, {"元/", "元／", "每"}))
      return; // a text with its unit
    if (unit.empty() && has_any(around_, {"单位：元/", "单位:元/"}))
      return;
    if (unit.empty()) {
      if (!is_free)
        cell(row, column, "F1", kDisclosure,
             fmt::format("“{}”缺计费单位；请写如“元/生·学期”。", name), true);
      return;
    }
    const std::string normal = with_yuan(unit);
    if (normal == "元" && !is_free)
      cell(row, column, "F3", kDisclosure,
           fmt::format("“{}”的计费单位只写了“元”；请写明按什么收，如“元/生·学期”。", name), false);
    else if (!is_known_unit(normal, units_))
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
    if (is_error_value(standard))
      cell(row, FeeColumn::Standard, "F1", kDisclosure,
           fmt::format("“{}”的收费标准是公式错误“{}”；请改正公式或直接填写金额。", name, standard),
           true);
    else if (standard.starts_with("-") || standard.starts_with("－"))
      cell(row, FeeColumn::Standard, "F2", kMarkedPrices,
           fmt::format("“{}”的金额“{}”是负数，请核对。", name, standard), false);
    else if (is_bare_number(standard))
      cell(row, FeeColumn::Standard, "F2", kMarkedPrices,
           fmt::format("“{}”的金额“{}”读不准；金额最多两位小数，千位用英文逗号分隔。", name,
                       standard),
           false);
    else if (is_in_words(standard))
      cell(row, FeeColumn::Standard, "F2", kMarkedPrices,
           fmt::format("“{}”的金额请用阿拉伯数字写。", name), false);
  }

  void check_relief() {
    if (has_any(around_, {"减免", "免收", "资助", "优惠"}))
      return;
    for (const FeeRow& row : schedule_.rows)
      if (!row.section && has(FeeColumn::Relief) && schedule_.cell(row, FeeColumn::Relief).empty())
        cell(row, FeeColumn::Relief, "F1", kDisclosure,
             fmt::format("“{}”没有写明减免政策；没有减免的请写“无”。",
                         schedule_.cell(row, FeeColumn::Project)),
             false);
    if (!has(FeeColumn::Relief))
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
      at_text("12358", "F6", kHotline, "价格举报电话12358已停用，请改为12315。");
    else if (!hotline)
      head(FeeColumn::Phone, "F6", kHotline,
           "投诉电话中没有12315或12345；请写上其中一个和本地电话。", false);
    if (hotline && !has_local_phone(all))
      head(FeeColumn::Phone, "F6", kHotline,
           "投诉电话中没有本地电话；请写上教育局或学校受理投诉的电话。", false);
  }

  // At the cell where the text stands.
  void at_text(std::string_view text, std::string_view rule, std::string_view source,
               std::string message) {
    for (size_t row = 0; row < sheet_.rows.size(); ++row)
      for (size_t column = 0; column < sheet_.rows[row].size(); ++column)
        if (has_number(sheet_.rows[row][column], text))
          return add(row, static_cast<int>(column), rule, source, std::move(message), false);
    head(FeeColumn::Phone, rule, source, std::move(message), false);
  }

  // A class named by the title is every row's: 云岭县中小学服务性收费公示表.
  bool class_is_in_title() const { return std::ranges::any_of(schedule_.titles, names_class); }

  static bool names_class(const std::string& text) { return fee_class_of(text) != FeeClass::None; }

  void check_classes() {
    if (class_is_in_title())
      return;
    for (const FeeRow& row : schedule_.rows) {
      if (row.section || is_total(row))
        continue;
      const std::string written = schedule_.cell(row, FeeColumn::Class);
      if (names_class(written) ||
          (written.empty() &&
           (names_class(row.section_title) || names_class(schedule_.cell(row, FeeColumn::Note)) ||
            names_class(schedule_.cell(row, FeeColumn::Project)))))
        continue;
      const std::string name = schedule_.cell(row, FeeColumn::Project);
      cell(row, FeeColumn::Class, "F7", kDisclosure,
           written.empty()
               ? fmt::format("“{}”没有写明是行政事业性收费、服务性收费还是代收费。", name)
               : fmt::format("“{}”的性质“{}”不在行政事业性收费、服务性收费、代收费三类之内。", name,
                             written),
           false);
    }
  }

  void check_effect() {
    if (schedule_.effective_from && schedule_.effective_to &&
        *schedule_.effective_to < *schedule_.effective_from)
      head(FeeColumn::To, "F5", kDisclosure, "截止日期早于开始执行的日期，请核对。", true);
    for (const FeeRow& row : schedule_.rows)
      if (row.from && row.to && *row.to < *row.from && row.from != schedule_.effective_from)
        cell(row, has(FeeColumn::To) ? FeeColumn::To : FeeColumn::From, "F5", kDisclosure,
             "截止日期早于开始执行的日期，请核对。", true);
    check_twice();
  }

  // What makes two rows one fee: all that a payer tells fees apart by.
  std::string key_of(const FeeRow& row) const {
    std::string key = row.section_title;
    for (size_t i = 0; i < schedule_.columns.size(); ++i) {
      const FeeColumn column = schedule_.columns[i];
      const bool tells = column == FeeColumn::Project || column == FeeColumn::Scope ||
                         column == FeeColumn::Unit || column == FeeColumn::Class ||
                         column == FeeColumn::Other || column == FeeColumn::Note;
      if (tells)
        key += "\n" + row.cells[i];
    }
    return key;
  }

  static bool overlap(const FeeRow& a, const FeeRow& b) {
    const bool a_first = !a.to || !b.from || *b.from <= *a.to;
    const bool b_first = !b.to || !a.from || *a.from <= *b.to;
    return a_first && b_first;
  }

  void check_twice() {
    std::map<std::string, std::vector<const FeeRow*>> seen;
    constexpr size_t kCompared = 8; // rows of one fee; more say nothing new
    for (const FeeRow& row : schedule_.rows) {
      if (row.section || is_total(row) || schedule_.cell(row, FeeColumn::Project).empty())
        continue;
      std::vector<const FeeRow*>& same = seen[key_of(row)];
      for (const FeeRow* other : same)
        if (overlap(*other, row)) {
          cell(row, FeeColumn::Project, "F5", kDisclosure,
               fmt::format(
                   "“{}”与第{}行是同一收费项目，执行期重叠；同一时间只能有一个标准，请删去一行，"
                   "或写明各自的收费范围或执行时间。",
                   schedule_.cell(row, FeeColumn::Project), sheet_.row_numbers[other->grid_row]),
               false);
          break;
        }
      if (same.size() < kCompared)
        same.push_back(&row);
    }
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

FeeFinding no_schedule(const Sheet& sheet, bool refuses) {
  FeeFinding finding{sheet.name, 0, {}, "F8", std::string(kDisclosure), {}, refuses};
  finding.message = refuses ? "没有找到表头；表头一行里至少要有“收费项目”和“收费标准”两列。"
                            : "没有收费表的表头，整张工作表没有上屏；不是收费表的不用改。";
  return finding;
}

FeeFinding not_whole(std::string message) {
  return {{}, 0, {}, "F4", std::string(kMarkedPrices), std::move(message), false};
}

bool looks_like_fees(const Sheet& sheet, const FeeHeads& heads) {
  return std::ranges::any_of(sheet.rows, [&](const std::vector<std::string>& row) {
    return std::ranges::count_if(row, [&](const std::string& cell) {
             return column_of(cell, heads) != FeeColumn::Other;
           }) >= 2;
  });
}

} // namespace heiban
