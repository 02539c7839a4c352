#include "notice/fee_told_class.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace heiban {
namespace {

constexpr size_t kMostClauses = 32; // that name a class; more are no notes

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != text.npos; });
}

bool names_class(std::string_view text) {
  return fee_class_of(text) != FeeClass::None;
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

} // namespace

ToldClasses::ToldClasses(const FeeSchedule& schedule, const std::string& sheet_name)
    : schedule_(schedule) {
  of_all_ = names_class(sheet_name) || std::ranges::any_of(schedule.titles, names_class);
  for (const std::string& note : schedule.notes)
    for (const std::string_view clause : clauses_of(note))
      if (names_class(clause) && clauses_.size() < kMostClauses) {
        clauses_.emplace_back(clause);
        of_all_ = of_all_ || tells_of_all(clause);
      }
}

bool ToldClasses::of(const FeeRow& row) const {
  const std::string name = schedule_.cell(row, FeeColumn::Project);
  const auto tells = [&](size_t column) {
    const FeeColumn meaning = schedule_.columns[column];
    return (meaning == FeeColumn::Project || meaning == FeeColumn::Note ||
            meaning == FeeColumn::Other) &&
           names_class(row.cells[column]);
  };
  if (row.section_class != FeeClass::None)
    return true;
  for (size_t column = 0; column < row.cells.size(); ++column)
    if (tells(column))
      return true;
  const std::string_view bare =
      std::string_view(name).substr(0, std::min(name.find("（"), name.find("(")));
  return !bare.empty() && std::ranges::any_of(clauses_, [&](const std::string& clause) {
    return clause.find(bare) != clause.npos;
  });
}

} // namespace heiban
