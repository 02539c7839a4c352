#include "notice/fee_effect.h"

#include "notice/characters.h"
#include "notice/publicity_scan.h"

#include <algorithm>
#include <initializer_list>

namespace heiban {
namespace {

using Words = std::initializer_list<std::u32string_view>;

struct Found {
  CivilDate first, last; // the same day, or a month's first and last
  size_t end = 0;        // in the text
};

bool has_any(std::u32string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.find(word) != text.npos; });
}

bool ends_with_any(std::u32string_view text, Words words) {
  return std::ranges::any_of(words, [&](auto word) { return text.ends_with(word); });
}

CivilDate last_of_month(CivilDate first) {
  const int next = first.year * 12 + first.month; // months from 0: the one after
  return add_days({next / 12, next % 12 + 1, 1}, -1);
}

// 2026年9月, 2026.9: a date without a day.
std::optional<Found> month_at(std::u32string_view text, size_t at) {
  const auto number = [&](size_t most) {
    int value = 0;
    for (; most-- > 0 && at < text.size() && is_digit(text[at]); ++at)
      value = value * 10 + digit_value(text[at]);
    return value;
  };
  const int year = number(4);
  if (year < 2000 || at >= text.size() || !is_one_of(text[at], U"年.-/"))
    return {};
  const bool spoken = text[at++] == U'年';
  const CivilDate first{year, number(2), 1};
  if (spoken && (at >= text.size() || text[at++] != U'月'))
    return {};
  if (!is_valid(first) || (at < text.size() && is_one_of(text[at], U"0123456789./")))
    return {};
  return Found{first, last_of_month(first), at};
}

// After `before`, a range's first day, the year may be left out.
std::optional<Found> date_at(std::u32string_view text, size_t at,
                             const std::optional<CivilDate>& before = {}) {
  PeriodScan scan(text, at);
  const std::optional<SpokenDate> spoken = scan.date(false);
  if (!spoken || (spoken->year == 0 && !before))
    return month_at(text, at);
  CivilDate date{spoken->year, spoken->month, spoken->day};
  if (date.year == 0) {
    date.year = before->year;
    if (date < *before)
      ++date.year;
  }
  return is_valid(date) ? std::optional(Found{date, date, scan.at()}) : std::nullopt;
}

// A year's first character, not one in the middle of a longer number.
bool may_begin(std::u32string_view text, size_t at) {
  return (text[at] == U'2' || text[at] == U'二') && (at == 0 || !is_digit(text[at - 1]));
}

// The last day of a range whose first ends at `at`: 起至…, 至…, -….
std::optional<Found> range_end(std::u32string_view text, size_t at, CivilDate first) {
  PeriodScan scan(text, at);
  scan.any({U"起", U"开始", U"始"});
  if (!scan.to())
    return {};
  scan.any({U"到", U"至"});
  return date_at(text, scan.at(), first);
}

// What begins to be done on that day is that the fees are charged, nothing else.
bool says_effect(std::u32string_view after) {
  constexpr size_t kNear = 14; // characters
  const std::u32string_view near = after.substr(0, kNear);
  if (has_any(near, {U"取消", U"停", U"免", U"废止", U"不再", U"公示", U"报名", U"受理"}))
    return false;
  return near.find_first_not_of(U"),") == near.npos ||
         has_any(near, {U"执行", U"施行", U"实施", U"实行", U"生效", U"启用", U"适用", U"收取",
                        U"收费", U"有效"});
}

// The words that lead to a first day, its own label or a preposition.
bool is_labelled(std::u32string_view before) {
  while (!before.empty() && is_one_of(before.back(), U":为是自从由("))
    before.remove_suffix(1);
  return ends_with_any(before, {U"执行期限", U"执行时间", U"执行日期", U"执行期", U"实施时间",
                                U"实施日期", U"生效时间", U"生效日期", U"有效期", U"有效期限",
                                U"有效时间", U"适用期限", U"适用时间", U"收费期限"});
}

bool leads_to_end(std::u32string_view before) {
  return ends_with_any(before, {U"有效期至", U"有效期到", U"有效期限至", U"有效期:至", U"有效至",
                                U"执行至", U"执行到", U"执行期至", U"执行期限至", U"实行至",
                                U"有效期截至", U"有效期截止", U"有效期截止到", U"有效期截止至",
                                U"执行截至", U"截止时间:", U"截止日期:"});
}

bool begins_here(std::u32string_view sentence, size_t from, size_t end, bool is_range) {
  const std::u32string_view before = sentence.substr(0, from), after = sentence.substr(end);
  if (is_labelled(before))
    return true;
  if (is_range)
    return has_any(sentence, {U"执行", U"实施", U"施行", U"有效", U"适用"}) &&
           !has_any(sentence, {U"公示", U"报名"});
  for (const std::u32string_view word : {U"开始", U"起"})
    if (after.starts_with(word))
      return says_effect(after.substr(word.size()));
  return ends_with_any(before, {U"自", U"从", U"于"}) &&
         (after.starts_with(U"执行") || after.starts_with(U"施行") || after.starts_with(U"实施"));
}

void read_sentence(std::u32string_view sentence, EffectiveDays& days) {
  for (size_t at = 0; at < sentence.size(); ++at) {
    const std::optional<Found> date =
        may_begin(sentence, at) ? date_at(sentence, at) : std::nullopt;
    if (!date)
      continue;
    const std::optional<Found> last = range_end(sentence, date->end, date->first);
    if (!days.to && leads_to_end(sentence.substr(0, at)))
      days.to = date->last;
    else if (!days.from && begins_here(sentence, at, (last ? last : date)->end, last.has_value())) {
      days.from = date->first;
      if (last)
        days.to = last->last;
    }
    at = (last ? last : date)->end - 1;
  }
}

} // namespace

EffectiveDays effective_days(std::string_view around) {
  const std::u32string all = levelled(around);
  EffectiveDays days;
  for (std::u32string_view rest = all; !rest.empty();) {
    const size_t end = std::min(rest.find_first_of(U"。;；\n"), rest.size());
    read_sentence(rest.substr(0, end), days);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return days;
}

EffectiveDays days_in(std::string_view cell) {
  const std::u32string text = levelled(cell);
  std::optional<Found> first, last;
  for (size_t at = 0; at < text.size() && !last; ++at) {
    const bool follows = first && is_one_of(text[at - 1], U"-至到");
    if (!follows && !may_begin(text, at))
      continue;
    const std::optional<Found> date =
        date_at(text, at, follows ? std::optional(first->first) : std::nullopt);
    if (!date)
      continue;
    (first ? last : first) = date;
    at = date->end - 1;
  }
  EffectiveDays days;
  if (first)
    days.from = first->first;
  if (last)
    days.to = last->last;
  return days;
}

std::optional<CivilDate> last_day_in(std::string_view cell) {
  const std::u32string text = levelled(cell);
  for (size_t at = 0; at < text.size(); ++at)
    if (may_begin(text, at))
      if (const std::optional<Found> date = date_at(text, at))
        return date->last;
  return {};
}

} // namespace heiban
