#include "calendar/read_date.h"

#include "base/utf8.h"
#include "calendar/date_clock.h"
#include "calendar/date_fields.h"
#include "calendar/iso_forms.h"

#include <algorithm>
#include <array>
#include <string>

namespace heiban {
namespace {

constexpr size_t kLongestDate = 200; // bytes; longer texts are no dates

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The text after "发布时间：" and its like, up to what pages put behind the date.
std::string_view without_labels(std::string_view text) {
  static constexpr std::string_view kLabels[] = {
      "时间",    "日期",   "发布",      "更新",      "发表",    "于",   "时 间", "时　间",
      "日 期",   "日　期", "published", "updated",   "posted",  "date", "on",    "Published",
      "Updated", "Posted", "Date",      "PUBLISHED", "UPDATED", "DATE"};
  static constexpr std::string_view kColons[] = {":", "：", "∶", "】"};
  for (size_t at = 0; at < text.size(); ++at)
    for (std::string_view colon : kColons)
      if (text[at] == colon[0] && text.substr(at).starts_with(colon) &&
          std::ranges::any_of(
              kLabels, [&](std::string_view label) { return text.substr(0, at).ends_with(label); }))
        return text.substr(at + colon.size());
  for (std::string_view label : {"最后更新于", "发布于", "发表于", "更新于", "Published on",
                                 "Posted on", "Updated on", "Published", "Posted", "Updated"})
    if (text.starts_with(label))
      return text.substr(label.size());
  return text;
}

// Where the next label (文号：) begins, behind white space; npos: nowhere. A time's 10：20 is none.
size_t next_label(std::string_view text) {
  constexpr std::string_view kWideSpace = "　", kWideForms = "\xEF\xBC"; // of U+FF01 … FF3F
  for (std::string_view colon : {"：", ":"})
    for (size_t at = text.find(colon); at != text.npos; at = text.find(colon, at + 1)) {
      const std::string_view before = text.substr(0, at);
      const size_t narrow = before.rfind(' ') + 1, wide = before.rfind(kWideSpace) + 1;
      const size_t begin = std::max(narrow, wide == 0 ? 0 : wide - 1 + kWideSpace.size());
      const std::string_view label = before.substr(begin);
      const bool is_label = begin > 0 && !label.empty() && label.find(kWideForms) == label.npos &&
                            std::ranges::none_of(label, [](char c) { return (c & 0x80) == 0; });
      if (is_label)
        return begin;
    }
  return text.npos;
}

std::string_view without_tail(std::string_view text) {
  if (std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; }))
    return text; // RFC 822, ISO 8601
  size_t cut = std::min(text.size(), next_label(text));
  for (std::string_view tail :
       {"来源",   "作者",     "浏览",     "点击",     "阅读",     "字体",     "字号",
        "发布人", "发布单位", "发布机构", "发布：",   "编辑",     "责任编辑", "供稿",
        "访问",   "打印",     "分享",     "更新时间", "修改时间", "信息来源", "【字",
        "[字",    "（来源",   "（农历",   "(农历"})
    if (const size_t at = text.find(tail); at != text.npos && at > 0)
      cut = std::min(cut, at);
  return text.substr(0, cut);
}

// @1764000000 and JSON's /Date(1764000000000+0800)/: the zone changes nothing of the instant.
std::string_view bare_epoch(std::string_view text) {
  constexpr std::string_view kDate = "/Date(", kEnd = ")/";
  if (text.starts_with('@'))
    return text.substr(1);
  if (!text.starts_with(kDate) || !text.ends_with(kEnd))
    return text;
  const std::string_view inside =
      text.substr(kDate.size(), text.size() - kDate.size() - kEnd.size());
  return inside.substr(0, inside.find_first_of("+-"));
}

// Unix time: 9 or 10 digits are seconds, 12 or 13 milliseconds, 16 microseconds; a fraction may
// follow.
std::optional<Instant> read_epoch(std::string_view text) {
  const size_t whole = std::min(text.find('.'), text.size());
  const std::string_view digits = text.substr(0, whole);
  const std::string_view fraction = text.substr(std::min(whole + 1, text.size()));
  if (digits.size() < 9 || digits.size() > 16 ||
      !std::all_of(digits.begin(), digits.end(), is_digit) ||
      !std::all_of(fraction.begin(), fraction.end(), is_digit))
    return std::nullopt;
  int64_t value = 0;
  for (char c : digits)
    value = value * 10 + (c - '0');
  switch (digits.size()) {
  case 9:
  case 10:
    return Instant{value};
  case 13:
    return Instant{value / 1000};
  case 16:
    return Instant{value / 1000000};
  default:
    return std::nullopt;
  }
}

CivilDate today(int zone_minutes, Instant now) {
  return beijing(now + (zone_minutes - kBeijingMinutes) * kMinute).date;
}

// The latest year not after today in which the day exists.
std::optional<CivilDate> nearest_past(int month, int day, CivilDate today) {
  constexpr int kLeapGap = 8; // 29 February may be eight years away (1904 after 1896)
  for (int year = today.year; year >= today.year - kLeapGap; --year) {
    const CivilDate date{year, month, day};
    if (is_valid(date) && date <= today)
      return date;
  }
  return std::nullopt;
}

// Two-digit years leave the order open: the first reading that is a date and not in the future.
CivilDate likeliest(CivilDate first, const std::vector<CivilDate>& others, CivilDate today) {
  const auto fits = [&](CivilDate date) { return is_valid(date) && date <= add_days(today, 1); };
  if (fits(first))
    return first;
  const auto other = std::find_if(others.begin(), others.end(), fits);
  return other != others.end() ? *other : first;
}

std::optional<CivilDate> resolve(const DateFields& fields, CivilDate today) {
  if (fields.days_from_today) {
    const bool both = fields.year || fields.month || fields.day;
    return both ? std::nullopt : std::optional(add_days(today, *fields.days_from_today));
  }
  if (fields.bare_clock)
    return today;
  if (!fields.month && fields.hour)
    return std::nullopt;
  if (!fields.month && fields.day)
    return std::nullopt;
  if (fields.year || fields.years_from_this) {
    const int year = fields.year ? *fields.year : today.year + *fields.years_from_this;
    const CivilDate date{year, fields.month.value_or(1), fields.day.value_or(1)};
    const CivilDate best = likeliest(date, fields.other_orders, today);
    if (!fields.day && fields.hour)
      return std::nullopt;
    return is_valid(best) ? std::optional(best) : std::nullopt;
  }
  if (!fields.day)
    return std::nullopt;
  return nearest_past(*fields.month, *fields.day, today);
}

std::optional<DateReading> from_age(Age age, int zone_minutes, Instant now) {
  const int64_t shift = (zone_minutes - kBeijingMinutes) * kMinute;
  CivilTime then = beijing(now + shift);
  then.date = add_months(then.date, -age.months);
  if (!is_valid(then.date))
    return std::nullopt;
  return DateReading{from_beijing(then) - shift - age.seconds, true, true};
}

std::optional<DateReading> from_fields(const DateFields& fields, int zone_minutes, Instant now) {
  int zone = fields.zone_minutes.value_or(zone_minutes);
  const auto date = resolve(fields, today(zone, now));
  if (!date)
    return std::nullopt;
  CivilTime time{*date, fields.hour.value_or(0), fields.minute.value_or(0),
                 fields.second.value_or(0)};
  zone += summer_minutes(fields.summer, time, zone);
  DateReading out;
  out.at = from_beijing(time) + (kBeijingMinutes - zone) * kMinute;
  constexpr CivilDate kNever{1, 1, 1}; // what some servers write where nothing was said
  if (*date == kNever)
    return std::nullopt;
  out.has_time = fields.hour.has_value();
  out.has_zone = fields.zone_minutes.has_value();
  if (fields.bare_clock && now < out.at)
    out.at = out.at - kDay; // still to come: yesterday's
  return out;
}

// Where "2026-11-24" or "2026年11月24日" begins behind a space or a mark; npos: nowhere.
size_t whole_date(std::string_view text) {
  constexpr std::string_view kYear = "年", kMonth = "月";
  const auto digits = [&](size_t& at, size_t most) {
    const size_t begin = at;
    while (at < text.size() && at - begin < most && is_digit(text[at]))
      ++at;
    return at - begin;
  };
  const auto part = [&](size_t& at, std::string_view han) {
    const bool mark = at < text.size() && std::string_view("-/.").find(text[at]) != text.npos;
    const bool named = text.substr(std::min(at, text.size())).starts_with(han);
    at += mark ? 1 : named ? han.size() : 0;
    return mark || named;
  };
  const size_t first = std::ranges::find_if(text, is_digit) - text.begin();
  size_t at = first;
  const bool whole = digits(at, 4) == 4 && part(at, kYear) && digits(at, 2) > 0 &&
                     part(at, kMonth) && digits(at, 2) > 0;
  if (!whole || first == 0)
    return whole ? 0 : text.npos;
  constexpr std::string_view kEnds[] = {" ", "　", "|", "｜", ":", "：", "]", "】", ")", "）", "/"};
  const std::string_view before = text.substr(0, first);
  const bool parted =
      std::ranges::any_of(kEnds, [&](std::string_view end) { return before.ends_with(end); });
  return parted ? first : text.npos;
}

} // namespace

std::optional<DateReading> read_date_fully(std::string_view text, int zone_minutes, Instant now) {
  if (text.size() > 4 * kLongestDate)
    return std::nullopt;
  const std::string_view said = trim(without_labels(trim(text)));
  const bool labelled = said.size() < trim(text).size();
  const std::string_view core = trim(without_tail(said));
  if (core.empty() || core.size() > kLongestDate)
    return std::nullopt;
  if (const auto at = read_epoch(bare_epoch(core)))
    return DateReading{*at, true, true};
  const std::vector<DateToken> tokens =
      tokenize_date(calendar_form(core, today(zone_minutes, now)));
  if (const auto age = read_age(tokens))
    return from_age(*age, zone_minutes, now);
  const auto fields = read_date_fields(tokens);
  if (fields && fields->like_a_decimal && !fields->hour && !labelled)
    return std::nullopt;
  return fields ? from_fields(*fields, zone_minutes, now) : std::nullopt;
}

std::optional<Instant> read_date(std::string_view text, int zone_minutes, Instant now) {
  const auto reading = read_date_fully(text, zone_minutes, now);
  return reading ? std::optional(reading->at) : std::nullopt;
}

std::optional<Instant> read_dated_line(std::string_view text, int zone_minutes, Instant now) {
  if (const auto at = read_date(text, zone_minutes, now))
    return at;
  if (text.size() > kLongestDate)
    return std::nullopt;
  std::string_view rest = trim(text);
  const size_t begin = whole_date(rest);
  if (begin == rest.npos)
    return std::nullopt;
  for (rest = rest.substr(begin); !rest.empty();) {
    if (const auto at = read_date(rest, zone_minutes, now))
      return at;
    const size_t cut = rest.find_last_of(" |");
    if (cut == rest.npos || std::ranges::any_of(rest.substr(cut), is_digit))
      return std::nullopt; // what would be cut off is part of the date: 2026-11-24 25:14
    rest = trim(rest.substr(0, cut));
  }
  return std::nullopt;
}

} // namespace heiban
