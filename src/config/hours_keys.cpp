#include "config/hours.h"
#include "config/key_readers.h"
#include "config/settings_keys.h"

#include <fmt/format.h>

namespace heiban {
namespace {

constexpr Unit kSeconds[] = {{"ms", 0.001}, {"毫秒", 0.001}, {"s", 1},   {"秒", 1},
                             {"m", 60},     {"min", 60},     {"分", 60}, {"分钟", 60}};
constexpr Unit kMinutes[] = {{"m", 1}, {"min", 1}, {"分", 1}, {"分钟", 1}, {"h", 60}, {"小时", 60}};
constexpr Unit kDays[] = {{"d", 1}, {"天", 1},    {"日", 1},  {"周", 7},
                          {"w", 7}, {"个月", 30}, {"年", 365}};
constexpr Unit kPerMinute[] = {{"字", 1}, {"字/分", 1}, {"字/分钟", 1}};

constexpr std::string_view kHoursForm = "\"8:30-12:00, 14:00-17:30\"";
constexpr int64_t kLongestExceptionDays = 366;

// "8:30-12:00, 14:00-17:30", or a list with a range in each item.
std::optional<DayHours> read_day(const TomlValue& value, const KeyInfo& info,
                                 DiagnosticSink& report) {
  const auto parts = read_texts(value, info, report);
  if (!parts)
    return std::nullopt;
  std::string joined;
  for (const std::string& part : *parts)
    joined += (joined.empty() ? "" : ",") + part;
  HoursText read = read_hours(joined);
  if (!read.hours)
    report.error(value.place, fmt::format("{}（{}）：{}", info.name, info.label, read.problem));
  return read.hours;
}

auto day(std::optional<DayHours> HoursKeys::*member) {
  return
      [=](const TomlValue& value, const KeyInfo& info, HoursKeys& hours, DiagnosticSink& report) {
        if (auto read = read_day(value, info, report))
          hours.*member = std::move(*read);
      };
}

auto weekday_hours(int index) {
  return
      [=](const TomlValue& value, const KeyInfo& info, HoursKeys& hours, DiagnosticSink& report) {
        if (auto read = read_day(value, info, report))
          hours.days[index] = std::move(*read);
      };
}

// A date, or "first 至 last".
struct DateSpan {
  CivilDate first, last;
};

// Of this century: a bureau has no other days to close.
std::optional<CivilDate> read_day_name(std::string_view text) {
  if (text.size() != 10)
    return std::nullopt;
  const Result<Instant> at = read_iso(text);
  if (!at)
    return std::nullopt;
  const CivilDate date = beijing(*at).date;
  return date.year >= 2000 && date.year < 2100 ? std::optional(date) : std::nullopt;
}

std::optional<DateSpan> read_span(const std::string& text) {
  for (std::string_view mark : {"至", "到", "~", "～", "—"}) {
    const size_t at = text.find(mark);
    if (at == std::string::npos)
      continue;
    const auto trimmed = [](std::string part) {
      std::erase(part, ' ');
      return part;
    };
    const auto first = read_day_name(trimmed(text.substr(0, at)));
    const auto last = read_day_name(trimmed(text.substr(at + mark.size())));
    if (!first || !last || *last < *first)
      return std::nullopt;
    if (days_since_epoch(*last) - days_since_epoch(*first) >= kLongestExceptionDays)
      return std::nullopt;
    return DateSpan{*first, *last};
  }
  const auto only = read_day_name(text);
  return only ? std::optional(DateSpan{*only, *only}) : std::nullopt;
}

void add_exception(const TomlEntry& entry, const DateSpan& span, const DayHours& day,
                   std::map<std::string, DayHours>& dates, DiagnosticSink& report) {
  for (CivilDate date = span.first; date <= span.last; date = add_days(date, 1)) {
    if (dates.emplace(iso_date(date), day).second)
      continue;
    report.error(entry.place, fmt::format("{} 已经写过，一天只能写一次", iso_date(date)));
    return;
  }
}

// [hours.dates]: its keys are dates.
void read_dates(const TomlValue& value, const KeyInfo& info, HoursKeys& hours,
                DiagnosticSink& report) {
  if (value.kind != TomlKind::Table) {
    report.error(value.place,
                 fmt::format("{}（{}）要单独写一节 [hours.dates]，每天一行：2026-12-31 = "
                             "\"8:30-11:30\"",
                             info.name, info.label));
    return;
  }
  for (const TomlEntry& entry : value.entries) {
    const auto span = read_span(entry.key);
    if (!span)
      report.error(entry.place, "这里要写日期，例如 2026-12-31 = \"8:30-11:30\"；几天写成 "
                                "\"2027-01-20 至 2027-02-10\" = \"休息\"");
    if (entry.value.broken)
      continue;
    const KeyInfo one{entry.key, info.label, "\"8:30-11:30\"", ""};
    const auto day = read_day(entry.value, one, report);
    if (span && day)
      add_exception(entry, *span, *day, hours.dates, report);
  }
}

} // namespace

void read_max_ages(const TomlValue& table, ProgrammeSettings& programme, DiagnosticSink& report) {
  for (const TomlEntry& entry : table.entries) {
    if (entry.value.broken)
      continue;
    const KeyInfo info{entry.key, "保留时间", "\"90天\"", ""};
    if (const auto days = read_quantity(entry.value, info, report, {1, 3650, kDays, "天"}))
      programme.max_age_days[entry.key] = static_cast<int>(*days + 0.5);
  }
}

const std::vector<Key<HoursKeys>>& hours_keys() {
  static const std::vector<Key<HoursKeys>> keys = {
      {{"workdays", "周一至周五", kHoursForm, "周一至周五的时间"}, day(&HoursKeys::workdays)},
      {{"weekend", "周六周日", "\"休息\"", "周六、周日的时间"}, day(&HoursKeys::weekend)},
      {{"holidays", "节假日", "\"休息\"", "法定节假日的时间；不写就是休息"},
       day(&HoursKeys::holidays)},
      {{"makeup", "调休上班日", kHoursForm, "周末调休上班日的时间；不写就同周一至周五"},
       day(&HoursKeys::makeup)},
      {{"monday", "周一", kHoursForm, "只改周一"}, weekday_hours(0)},
      {{"tuesday", "周二", kHoursForm, "只改周二"}, weekday_hours(1)},
      {{"wednesday", "周三", kHoursForm, "只改周三"}, weekday_hours(2)},
      {{"thursday", "周四", kHoursForm, "只改周四"}, weekday_hours(3)},
      {{"friday", "周五", kHoursForm, "只改周五"}, weekday_hours(4)},
      {{"saturday", "周六", kHoursForm, "只改周六"}, weekday_hours(5)},
      {{"sunday", "周日", kHoursForm, "只改周日"}, weekday_hours(6)},
      {{"dates", "特殊日期", "{ 2026-12-31 = \"8:30-11:30\" }",
        "个别日子的时间；日子多时单独写一节 [hours.dates]，每天一行"},
       read_dates},
  };
  return keys;
}

const std::vector<Key<ProgrammeSettings>>& programme_keys() {
  using P = ProgrammeSettings;
  static const std::vector<Key<P>> keys = {
      {{"dwell_min", "每页最短", "8", "每页至少停多久，单位秒"},
       quantity(&P::dwell_floor_ms, {3, 600, kSeconds, "秒"}, 1000)},
      {{"dwell_max", "每页最长", "60", "每页最多停多久，单位秒"},
       quantity(&P::dwell_cap_ms, {5, 1800, kSeconds, "秒"}, 1000)},
      {{"dwell_scan", "快速轮播", "5", "一轮太长时，每页最少可以缩到多久，单位秒"},
       quantity(&P::scan_floor_ms, {2, 600, kSeconds, "秒"}, 1000)},
      {{"reading_speed", "阅读速度", "240", "按每分钟读多少字算停留时间"},
       quantity(&P::characters_per_second, {60, 600, kPerMinute, "字/分钟"}, 1 / 60.0)},
      {{"round_target", "一轮多长", "\"20分钟\"", "一轮最好在多久内放完，单位分钟"},
       quantity(&P::round_target_minutes, {1, 600, kMinutes, "分钟"})},
      {{"guarantee", "保证时间", "\"60分钟\"", "每一页在多久内至少出现一次，单位分钟"},
       quantity(&P::guarantee_minutes, {1, 1440, kMinutes, "分钟"})},
      {{"index_page", "目录页", "true", "每轮开头显示目录"}, on_off(&P::index_page)},
  };
  return keys;
}

const std::vector<Key<ReviewSettings>>& review_keys() {
  using R = ReviewSettings;
  static const std::vector<Key<R>> keys = {
      {{"held_words", "待审词语", "[\"内部资料\", \"征求意见稿\"]",
        "含有这些词的内容先扣下，等人看过"},
       texts(&R::held_words)},
      {{"max_new", "一次最多新增", "30", "一个来源一次新增超过几条，就先扣下"},
       whole(&R::max_new_at_once, 1, 10000)},
      {{"approve_new", "逐条审核", "false", "每条新内容都要有人批准才上屏"},
       on_off(&R::approve_new)},
  };
  return keys;
}

} // namespace heiban
