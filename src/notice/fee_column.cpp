#include "notice/fee_column.h"

#include "base/utf8.h"
#include "notice/fee_unit.h"

#include <algorithm>
#include <utility>

namespace heiban {
namespace {

constexpr size_t kLongestHead = 14;     // characters of a head that an ending may tell
constexpr size_t kLongestWritten = 240; // bytes, with what stands in brackets

constexpr std::pair<std::string_view, FeeColumn> kColumnNames[] = {
    {"number", FeeColumn::Number},     {"project", FeeColumn::Project},
    {"standard", FeeColumn::Standard}, {"unit", FeeColumn::Unit},
    {"basis", FeeColumn::Basis},       {"organ", FeeColumn::Organ},
    {"document", FeeColumn::Document}, {"scope", FeeColumn::Scope},
    {"school", FeeColumn::School},     {"relief", FeeColumn::Relief},
    {"phone", FeeColumn::Phone},       {"class", FeeColumn::Class},
    {"from", FeeColumn::From},         {"to", FeeColumn::To},
    {"note", FeeColumn::Note},         {"other", FeeColumn::Other}};

// A head without spaces, line ends and what stands in brackets: 金额（元） → 金额.
std::string normal_head(std::string_view head) {
  std::string out;
  int depth = 0;
  for (char32_t c : to_utf32(head)) {
    if (c == U'（' || c == U'(' || c == U'【' || c == U'[')
      ++depth;
    else if (c == U'）' || c == U')' || c == U'】' || c == U']')
      depth = std::max(0, depth - 1);
    else if (depth == 0 && c > 0x20 && c != 0x3000 && c != 0xA0 && c != U'：' && c != U':' &&
             c != U'、' && c != U'/')
      append_utf8(out, c);
  }
  return out;
}

std::string last_character(std::string_view text) {
  size_t at = text.size();
  while (at > 0 && (text[--at] & 0xC0) == 0x80) {
  }
  return std::string(text.substr(at));
}

void add_wording(std::string_view wording, FeeColumn column, FeeHeads& heads) {
  if (!wording.starts_with("*")) {
    heads.whole.emplace(normal_head(wording), column);
    return;
  }
  const std::string ending = normal_head(wording.substr(1));
  heads.last_characters.insert(last_character(ending));
  heads.endings.emplace(ending, column);
}

} // namespace

FeeHeads read_fee_heads(std::string_view tsv) {
  FeeHeads heads;
  while (!tsv.empty()) {
    const size_t line_end = std::min(tsv.find('\n'), tsv.size());
    std::string_view line = tsv.substr(0, line_end);
    tsv.remove_prefix(std::min(line_end + 1, tsv.size()));
    if (line.empty() || line[0] == '#')
      continue;
    const std::string_view name = line.substr(0, line.find('\t'));
    const auto* known = std::find_if(std::begin(kColumnNames), std::end(kColumnNames),
                                     [&](const auto& pair) { return pair.first == name; });
    while (known != std::end(kColumnNames) && line.find('\t') != std::string_view::npos) {
      line.remove_prefix(line.find('\t') + 1);
      add_wording(line.substr(0, line.find('\t')), known->second, heads);
    }
  }
  return heads;
}

FeeColumn whole_column_of(std::string_view head, const FeeHeads& heads) {
  const auto found = heads.whole.find(normal_head(head));
  return found == heads.whole.end() ? FeeColumn::Other : found->second;
}

FeeColumn column_of(std::string_view head, const FeeHeads& heads) {
  if (head.size() > kLongestWritten)
    return FeeColumn::Other;
  const std::string normal = normal_head(head);
  if (const auto found = heads.whole.find(normal); found != heads.whole.end())
    return found->second;
  if (!heads.last_characters.contains(last_character(normal)) ||
      count_code_points(normal) > kLongestHead)
    return FeeColumn::Other;
  std::string_view ending = normal;
  while (!ending.empty()) {
    if (const auto found = heads.endings.find(std::string(ending)); found != heads.endings.end())
      return found->second;
    size_t first = 0;
    next_code_point(ending, first);
    ending.remove_prefix(first);
  }
  return FeeColumn::Other;
}

bool names_fee(std::string_view text) {
  constexpr std::string_view kFee = "费", kCharging = "收";
  for (size_t at = text.find(kFee); at != text.npos; at = text.find(kFee, at + 1))
    if (!text.substr(0, at).ends_with(kCharging))
      return true;
  return false;
}

bool is_fee_name(std::string_view head) {
  return normal_head(head).ends_with("费");
}

bool is_fee_with_unit(std::string_view head) {
  return is_fee_name(head) && !unit_in_head(head).empty();
}

} // namespace heiban
