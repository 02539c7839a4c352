#include "base/file.h"
#include "base/utf8.h"
#include "calendar/working_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace heiban {
namespace {

constexpr size_t kLargestFile = 1 << 20; // bytes
constexpr int64_t kLongestHoliday = 31;  // days

std::vector<std::string_view> split(std::string_view line, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find_first_of(separators, at), line.size());
    parts.push_back(trim(line.substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

std::string with_half_commas(std::string_view text) {
  std::string out(text);
  for (std::string_view comma : {"，", "、"})
    for (size_t at = 0; (at = out.find(comma)) != std::string::npos;)
      out.replace(at, comma.size(), ",");
  return out;
}

std::optional<CivilDate> read_day(std::string_view text) {
  if (text.size() != 10)
    return std::nullopt;
  const Result<Instant> at = read_iso(text);
  return at ? std::optional(beijing(*at).date) : std::nullopt;
}

} // namespace

// Reads the rows of one file into a calendar.
class HolidayFile {
public:
  explicit HolidayFile(const std::string& path) : path_(path) {}

  Result<HolidayCalendar> read(std::string_view tsv) {
    if (tsv.starts_with("\xEF\xBB\xBF"))
      tsv.remove_prefix(3);
    for (std::string_view text : split(tsv, "\n")) {
      ++line_;
      if (!is_valid_utf8(text))
        return wrong("这一行不是 UTF-8 编码。请把文件另存为 UTF-8");
      if (text.empty() || text.front() == '#' || text.starts_with("year"))
        continue;
      if (Result<void> row = read_row(text); !row)
        return row.error();
    }
    return std::move(calendar_);
  }

private:
  Error wrong(std::string_view what) const {
    return {ErrorKind::Malformed, fmt::format("{}:{}: 错误：{}", path_, line_, what)};
  }

  Result<void> read_row(std::string_view text) {
    const std::vector<std::string_view> cells = split(text, "\t");
    if (cells.size() < 5 || cells.size() > 6)
      return wrong(
          "一行要有五栏或六栏，各栏之间按 Tab 键：年份、文号、节日、第一天、最后一天、调休上班日");
    const auto year = read_day(std::string(cells[0]) + "-01-01");
    const auto first = read_day(cells[3]), last = read_day(cells[4]);
    if (!year)
      return wrong(fmt::format("“{}”不是年份，写成 2027 的样子", cells[0]));
    if (!first || !last)
      return wrong(
          fmt::format("“{}”不是日期，写成 2027-01-01 的样子", first ? cells[4] : cells[3]));
    if (*last < *first)
      return wrong("放假的最后一天早于第一天");
    if (days_since_epoch(*last) - days_since_epoch(*first) >= kLongestHoliday)
      return wrong("放假超过一个月，请核对日期");
    if (std::abs(first->year - year->year) > 1 || std::abs(last->year - year->year) > 1)
      return wrong("放假日期和年份对不上，请核对");
    calendar_.years_.insert(year->year);
    for (CivilDate date = *first; date <= *last; date = add_days(date, 1))
      if (Result<void> put = add(date, {DayKind::Holiday, std::string(cells[2]), year->year}); !put)
        return put;
    return cells.size() == 6 ? read_makeup(cells[5], cells[2], year->year) : Result<void>{};
  }

  Result<void> read_makeup(std::string_view cell, std::string_view name, int year) {
    const std::string dates = with_half_commas(cell);
    if (dates.empty())
      return {};
    for (std::string_view text : split(dates, ",")) {
      const auto date = read_day(text);
      if (!date)
        return wrong(fmt::format("“{}”不是日期，写成 2027-01-01 的样子", text));
      if (weekday(*date) <= 5)
        return wrong(
            fmt::format("{} 是{}，调休上班的日子应当是周六或周日", text, weekday_zh(*date)));
      if (Result<void> put = add(*date, {DayKind::Makeup, std::string(name), year}); !put)
        return put;
    }
    return {};
  }

  Result<void> add(CivilDate date, const HolidayCalendar::Special& special) {
    const auto [at, is_new] = calendar_.specials_.emplace(date, special);
    if (!is_new && at->second.kind != special.kind)
      return wrong(fmt::format("{} 既写成放假又写成上班", iso_date(date)));
    return {};
  }

  std::string path_;
  int line_ = 0;
  HolidayCalendar calendar_;
};

Result<HolidayCalendar> HolidayCalendar::parse(std::string_view tsv, const std::string& path) {
  return HolidayFile(path).read(tsv);
}

Result<HolidayCalendar> HolidayCalendar::load(const std::string& path) {
  const Result<std::string> bytes = read_file(path, kLargestFile);
  if (!bytes)
    return bytes.error();
  return parse(*bytes, path);
}

} // namespace heiban
