#include "notice/fee_rules.h"

#include "base/utf8.h"
#include "notice/fee_basis.h"
#include "notice/fee_classes.h"
#include "notice/fee_phones.h"
#include "notice/fee_unit.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>

namespace heiban {
namespace {

constexpr size_t kMostFindings = 10'000; // of a sheet; more help nobody
constexpr std::string_view kHotline = "12358价格监管热线已并入12315";

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// What is written where nothing is to be said: a dash, a stroke, 无.
bool says_nothing(std::string_view text) {
  constexpr std::string_view kNothing[] = {"",   "—",  "——", "-",  "--",   "－",   "–",     "/",
                                           "／", "\\", "×",  "无", "没有", "暂无", "无此项"};
  return std::ranges::find(kNothing, text) != std::end(kNothing);
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
      if (is_fee(row))
        check_row(row);
    if (schedule_.rows.empty())
      head(FeeColumn::Project, "F1", kFeeDisclosure, "表中没有收费项目。", true);
    check_relief();
    check_phones();
    check_classes();
    check_effect();
    check_document_forms();
    if (untold_ > 0)
      findings.push_back({sheet_.name,
                          0,
                          {},
                          "F1",
                          std::string(kFeeDisclosure),
                          fmt::format("另有{}处没有列出；请先改正上面的，再检查一次。", untold_),
                          refused_untold_});
  }

private:
  void add(size_t grid_row, int column, std::string_view rule, std::string_view source,
           std::string message, bool refuses) {
    if (findings.size() >= kMostFindings) {
      ++untold_;
      refused_untold_ = refused_untold_ || refuses;
      return;
    }
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
  // What a column says of a row; empty where it says that there is nothing to say.
  std::string told(const FeeRow& row, FeeColumn column) const {
    const std::string text = schedule_.cell(row, column);
    return says_nothing(text) ? std::string() : text;
  }
  // The fee, or the school whose fees the row tells.
  FeeColumn naming() const {
    return has(FeeColumn::Project) ? FeeColumn::Project : FeeColumn::School;
  }
  std::string name_of(const FeeRow& row) const {
    const std::string name = told(row, naming());
    return name.empty() ? "这一行" : "“" + name + "”";
  }
  bool basis_is_around() const { return names_document(around_) && names_organ(around_); }
  // Sections by school stage say to whom their fees apply.
  bool scope_is_told() const {
    return has_any(around_, {"收费范围", "收费对象", "适用范围", "适用于"}) ||
           has(FeeColumn::School) || std::ranges::all_of(schedule_.rows, [&](const FeeRow& row) {
             return !is_fee(row) ||
                    has_any(row.section_title, {"幼儿园", "学前", "小学", "初中", "高中", "中学",
                                                "义务教育", "职业", "中职", "特殊教育"});
           });
  }

  bool is_fee(const FeeRow& row) const { return !row.section && !is_total(row) && !is_none(row); }

  // "无" beside a class: there is no fee of it.
  bool is_none(const FeeRow& row) const {
    const std::string name = schedule_.cell(row, FeeColumn::Project);
    const auto unpriced = [&](int column) {
      const std::string& text = row.cells[static_cast<size_t>(column)];
      const auto amount = read_amount(text);
      return says_nothing(text) || (amount && amount->fen == 0);
    };
    return has(FeeColumn::Project) && !name.empty() && says_nothing(name) &&
           std::ranges::all_of(schedule_.standards(), unpriced);
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
      head(FeeColumn::Basis, "F1", kFeeDisclosure,
           "没有“收费依据”一列；请加上批准机关和文号，如“云岭县发展和改革局 云发改〔2026〕12号”。",
           true);
    if (!has(FeeColumn::Project) && !names_fees())
      head(FeeColumn::Standard, "F1", kFeeDisclosure,
           "没有“收费项目”一列，列名和标题里也没有；请写明收的是什么费。", true);
    if (!has(FeeColumn::Scope) && !scope_is_told())
      head(FeeColumn::Scope, "F1", kFeeDisclosure,
           "没有“收费范围”一列；请写明向哪些学校、哪些学生收取。", true);
  }

  // Without a column of fees: each column of standards, or the title, names one.
  bool names_fees() const {
    return std::ranges::all_of(schedule_.standards(),
                               [&](int column) {
                                 return names_fee(schedule_.heads[static_cast<size_t>(column)]);
                               }) ||
           std::ranges::any_of(schedule_.titles, names_fee);
  }

  void check_row(const FeeRow& row) {
    if (told(row, naming()).empty())
      cell(row, naming(), "F1", kFeeDisclosure,
           naming() == FeeColumn::Project
               ? "缺收费项目名称。"
               : fmt::format("缺{}。",
                             schedule_.heads[static_cast<size_t>(schedule_.find(naming()))]),
           true);
    check_standards(row);
    if (has(FeeColumn::Scope) && told(row, FeeColumn::Scope).empty() &&
        told(row, FeeColumn::School).empty())
      cell(row, FeeColumn::Scope, "F1", kFeeDisclosure, name_of(row) + "缺收费范围。", true);
    check_basis(row);
    check_unit(row);
  }

  // One of the standards must be there; what is there must be one.
  void check_standards(const FeeRow& row) {
    bool any = false;
    for (const int column : schedule_.standards()) {
      const std::string& text = row.cells[static_cast<size_t>(column)];
      any = any || !says_nothing(text);
      check_amount(row, column, text);
    }
    if (!any)
      cell(row, FeeColumn::Standard, "F1", kFeeDisclosure,
           name_of(row) + "缺收费标准；不收费的请写“免费”。", true);
  }

  void check_basis(const FeeRow& row) {
    if (!has(FeeColumn::Basis) && !has(FeeColumn::Document))
      return; // said once, for the table
    const FeeColumn column = has(FeeColumn::Basis) ? FeeColumn::Basis : FeeColumn::Document;
    const std::string text = told(row, FeeColumn::Basis) + " " + told(row, FeeColumn::Organ) + " " +
                             told(row, FeeColumn::Document);
    if (trim(text).empty() && basis_is_around())
      return;
    if (trim(text).empty()) {
      cell(row, column, "F1", kFeeDisclosure, name_of(row) + "缺收费依据；请写明批准机关和文号。",
           true);
      return;
    }
    if (!names_document(text))
      cell(row, column, "F1", kFeeDisclosure,
           name_of(row) + "的收费依据缺文号；请写如“云发改〔2026〕12号”。", true);
    if (!names_organ(text) && !has_any(around_, {"批准机关", "审批机关", "批准部门"}))
      cell(row, column, "F1", kFeeDisclosure,
           name_of(row) + "的收费依据缺批准机关；请在文号前写明机关全称。", true);
  }

  // The unit may stand in its column, behind the amount, in the head's brackets or above the table;
  // one finding a row tells of it.
  void check_unit(const FeeRow& row) {
    const FeeColumn place = has(FeeColumn::Unit) ? FeeColumn::Unit : FeeColumn::Standard;
    const std::string written = told(row, FeeColumn::Unit);
    bool free = false;
    for (const int column : schedule_.standards()) {
      const std::string& text = row.cells[static_cast<size_t>(column)];
      const std::optional<FeeAmount> amount = read_amount(text);
      const bool none = (amount && amount->fen == 0) || charges_nothing(text);
      free = free || none;
      if (says_nothing(text) || (none && written.empty()))
        continue;
      const std::string own = amount && amount->unit != "元" ? amount->unit : "";
      std::string unit = written.empty() ? own : written;
      if (unit.empty())
        unit = unit_in_head(schedule_.heads[static_cast<size_t>(column)]);
      if (!unit.empty())
        return check_unit(row, place, unit, own, none);
      if (amount || !has_any(text, {"元/", "元／", "每"})) // else a text with its unit
        return miss_unit(row, place);
    }
    if (!free && written.empty() && told(row, FeeColumn::Standard).empty())
      miss_unit(row, place);
  }

  void miss_unit(const FeeRow& row, FeeColumn place) {
    if (!unit_is_around())
      cell(row, place, "F1", kFeeDisclosure, name_of(row) + "缺计费单位；请写如“元/生·学期”。",
           true);
  }

  void check_unit(const FeeRow& row, FeeColumn place, const std::string& unit,
                  const std::string& own, bool is_free) {
    const std::string normal = with_yuan(unit);
    if (normal == "元" && !is_free)
      cell(row, place, "F3", kFeeDisclosure,
           name_of(row) + "的计费单位只写了“元”；请写明按什么收，如“元/生·学期”。", false);
    else if (!is_known_unit(normal, units_))
      cell(row, place, "F3", kFeeDisclosure,
           fmt::format("{}的计费单位“{}”不常见，请核对；常用写法如“元/生·学期”“元/生·月”。",
                       name_of(row), unit),
           false);
    else if (units_conflict(normal, own))
      cell(row, place, "F3", kFeeDisclosure,
           fmt::format("{}的计费单位是“{}”，收费标准里写的却是“{}”；请核对哪一个对。", name_of(row),
                       unit, own),
           false);
  }

  bool unit_is_around() const {
    const auto tells = [](const std::string& line) {
      for (const std::string_view label : {"单位：", "单位:"})
        if (const size_t at = line.find(label);
            at != line.npos && normal_unit(line.substr(at + label.size())).starts_with("元/"))
          return true;
      return !unit_in_head(line).empty();
    };
    return std::ranges::any_of(schedule_.titles, tells) ||
           std::ranges::any_of(schedule_.notes, tells);
  }

  // A unit column may leave 元 to the head: "生·学期".
  static std::string with_yuan(const std::string& unit) {
    const std::string normal = normal_unit(unit);
    return normal.starts_with("元") ? normal : normal_unit("元/" + normal);
  }

  void check_amount(const FeeRow& row, int column, const std::string& text) {
    const auto tell = [&](std::string_view rule, std::string_view source, const char* message) {
      add(row.grid_row, column, rule, source,
          fmt::format(fmt::runtime(message), fmt::arg("fee", name_of(row)), fmt::arg("said", text)),
          rule == "F1");
    };
    switch (says_nothing(text) ? AmountMistake::None : amount_mistake(text)) {
    case AmountMistake::FormulaError:
      return tell("F1", kFeeDisclosure,
                  "{fee}的收费标准是公式错误“{said}”；请改正公式或直接填写金额。");
    case AmountMistake::Negative:
      return tell("F2", kMarkedPrices, "{fee}的金额“{said}”是负数，请核对。");
    case AmountMistake::Unclear:
      return tell("F2", kMarkedPrices,
                  "{fee}的金额“{said}”读不准；金额最多两位小数，千位用英文逗号分隔。");
    case AmountMistake::InWords:
      return tell("F2", kMarkedPrices, "{fee}的金额请用阿拉伯数字写。");
    case AmountMistake::None:
      return;
    }
  }

  void check_relief() {
    if (has_any(around_, {"减免", "免收", "免除", "免交", "资助", "优惠"}))
      return;
    for (const FeeRow& row : schedule_.rows)
      if (is_fee(row) && has(FeeColumn::Relief) && schedule_.cell(row, FeeColumn::Relief).empty())
        cell(row, FeeColumn::Relief, "F1", kFeeDisclosure,
             name_of(row) + "没有写明减免政策；没有减免的请写“无”。", false);
    if (!has(FeeColumn::Relief))
      head(FeeColumn::Relief, "F1", kFeeDisclosure,
           "没有写明对家庭经济困难学生的减免政策；没有减免的请写“减免政策：无”。", false);
  }

  void check_phones() {
    const std::string all = phones_told(schedule_, true);
    const bool hotline = has_number(all, "12315") || has_number(all, "12345");
    const bool beside = !phones_told(schedule_, false).empty();
    if (!has(FeeColumn::Phone) && all.empty())
      head(FeeColumn::Phone, "F1", kFeeDisclosure,
           "没有投诉电话；请在表下写明，如“投诉电话：12315”。", true);
    for (const FeeRow& row : schedule_.rows)
      if (is_fee(row) && has(FeeColumn::Phone) && told(row, FeeColumn::Phone).empty() && !beside)
        cell(row, FeeColumn::Phone, "F1", kFeeDisclosure, "缺投诉电话。", true);
    if (has_number(all, "12358"))
      at_text("12358", "F6", kHotline, "价格举报电话12358已停用，请改为12315。");
    else if (!hotline)
      head(FeeColumn::Phone, "F6", kHotline,
           "投诉电话中没有12315或12345；请写上其中一个和本地电话。", false);
    if (hotline && !has_local_number(all))
      head(FeeColumn::Phone, "F6", kHotline,
           "投诉电话中没有本地电话；请写上教育局或学校受理投诉的电话。", false);
  }

  void check_document_forms() {
    for (size_t row = 0; row < sheet_.rows.size(); ++row)
      for (size_t column = 0; column < sheet_.rows[row].size(); ++column)
        if (const auto form = misformed_document(sheet_.rows[row][column]))
          add(row, static_cast<int>(column), "F1", kOfficialForm,
              fmt::format("文号“{}”的写法不合规范，请写成“{}”。", form->written, form->right),
              false);
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

  void check_classes() {
    const FeeClasses classes(schedule_, sheet_.name);
    if (classes.told_of_all())
      return;
    for (const FeeRow& row : schedule_.rows) {
      if (!is_fee(row))
        continue;
      const std::string written = told(row, FeeColumn::Class);
      if (fee_class_of(written) != FeeClass::None ||
          (written.empty() && classes.of(row) != FeeClass::None))
        continue;
      cell(row, FeeColumn::Class, "F7", kFeeDisclosure,
           written.empty()
               ? name_of(row) + "没有写明是行政事业性收费、服务性收费还是代收费。"
               : fmt::format("{}的性质“{}”不在行政事业性收费、服务性收费、代收费三类之内。",
                             name_of(row), written),
           false);
    }
  }

  void check_effect() {
    if (schedule_.effective_from && schedule_.effective_to &&
        *schedule_.effective_to < *schedule_.effective_from)
      head(FeeColumn::To, "F5", kFeeDisclosure, "截止日期早于开始执行的日期，请核对。", true);
    for (const FeeRow& row : schedule_.rows)
      if (row.from && row.to && *row.to < *row.from && row.from != schedule_.effective_from)
        cell(row, has(FeeColumn::To) ? FeeColumn::To : FeeColumn::From, "F5", kFeeDisclosure,
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
                         column == FeeColumn::Other || column == FeeColumn::Note ||
                         column == FeeColumn::School;
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
      if (!is_fee(row) || schedule_.cell(row, naming()).empty())
        continue;
      std::vector<const FeeRow*>& same = seen[key_of(row)];
      for (const FeeRow* other : same)
        if (overlap(*other, row)) {
          cell(row, naming(), "F5", kFeeDisclosure,
               fmt::format(
                   "{}与第{}行是同一收费项目，执行期重叠；同一时间只能有一个标准，请删去一行，"
                   "或写明各自的收费范围或执行时间。",
                   name_of(row), sheet_.row_numbers[other->grid_row]),
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
  size_t untold_ = 0; // findings, and whether one of them refuses
  bool refused_untold_ = false;
};

} // namespace

std::vector<FeeFinding> check_fees(const FeeSchedule& schedule, const Sheet& sheet,
                                   const FeeUnits& units) {
  Checker checker(schedule, sheet, units);
  checker.check();
  return std::move(checker.findings);
}

} // namespace heiban
