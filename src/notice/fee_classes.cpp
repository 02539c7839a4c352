#include "notice/fee_classes.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace heiban {
namespace {

constexpr size_t kMostClauses = 32; // that name a class; more are no notes

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != text.npos; });
}

std::vector<std::string_view> clauses_of(std::string_view line) {
  std::vector<std::string_view> out;
  while (!line.empty()) {
    size_t end = line.size(), next = line.size();
    for (const std::string_view mark : {"，", "。", "；", ",", ";"})
      if (const size_t at = line.find(mark); at < end) {
        end = at;
        next = at + mark.size();
      }
    out.push_back(line.substr(0, end));
    line.remove_prefix(next);
  }
  return out;
}

// 收费性质：服务性收费; 以上均为代收费. What must be kept to says nothing of a row:
// 服务性收费坚持自愿原则.
bool tells_of_all(std::string_view clause) {
  return has_any(clause, {"性质：", "性质:", "类别：", "类别:", "以上", "均为", "均属", "本表"}) &&
         !has_any(clause, {"原则", "坚持", "不得", "严禁", "禁止", "费为", "费属"});
}

// The name before its bracket: 住宿费（八人间）.
std::string_view bare(std::string_view name) {
  return name.substr(0, std::min(name.find("（"), name.find("(")));
}

} // namespace

FeeClasses::FeeClasses(const FeeSchedule& schedule, const std::string& sheet_name)
    : schedule_(schedule) {
  const auto take = [&](FeeClass one) { of_all_ = of_all_ == FeeClass::None ? one : of_all_; };
  take(fee_class_of(sheet_name));
  for (const std::string& title : schedule.titles)
    take(fee_class_of(title));
  for (const std::string& note : schedule.notes)
    for (const std::string_view clause : clauses_of(note)) {
      const FeeClass named = fee_class_of(clause);
      if (named == FeeClass::None || clauses_.size() >= kMostClauses)
        continue;
      clauses_.emplace_back(clause, named);
      if (tells_of_all(clause))
        take(named);
    }
}

FeeClass FeeClasses::in_cells(const FeeRow& row) const {
  if (const FeeClass own = fee_class_of(schedule_.cell(row, FeeColumn::Class));
      own != FeeClass::None)
    return own;
  if (const FeeClass named = fee_class_of(schedule_.cell(row, FeeColumn::Project));
      named != FeeClass::None)
    return named;
  if (row.section_class != FeeClass::None)
    return row.section_class;
  for (size_t column = 0; column < row.cells.size(); ++column) {
    const FeeColumn meaning = schedule_.columns[column];
    const FeeClass told = meaning == FeeColumn::Note || meaning == FeeColumn::Other
                              ? fee_class_of(row.cells[column])
                              : FeeClass::None;
    if (told != FeeClass::None)
      return told;
  }
  return FeeClass::None;
}

FeeClass FeeClasses::in_notes(const FeeRow& row) const {
  const std::string name = schedule_.cell(row, FeeColumn::Project);
  if (bare(name).empty())
    return FeeClass::None;
  for (const auto& [clause, named] : clauses_)
    if (clause.find(bare(name)) != clause.npos)
      return named;
  return FeeClass::None;
}

FeeClass FeeClasses::of(const FeeRow& row) const {
  for (const FeeClass told : {in_cells(row), in_notes(row)})
    if (told != FeeClass::None)
      return told;
  return of_all_;
}

} // namespace heiban
