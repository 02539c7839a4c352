#include "config/hours.h"

#include "base/utf8.h"
#include "config/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr int kDayMinutes = 24 * 60, kNoon = 12 * 60;
constexpr std::string_view kForm = "写成 \"8:30-12:00, 14:00-17:30\" 的样子；不开放写 \"休息\"";

bool is_word(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// Every way to write a dash, a comma or a colon → one.
std::string normalised(std::string_view text) {
  std::string out = to_half_width(trim(text));
  for (std::string_view dash : {"－", "–", "—", "―", "−", "~", "～", "至", "到"})
    replace_all(out, dash, "-");
  replace_all(out, "--", "-");
  for (std::string_view comma : {"、", ";", "，", "；", "和"})
    replace_all(out, comma, ",");
  for (std::string_view noon : {"上午", "早上", "早"})
    replace_all(out, noon, "");
  for (std::string_view colon : {"时", "点", "∶"})
    replace_all(out, colon, ":");
  replace_all(out, "分", "");
  replace_all(out, " ", "");
  return out;
}

bool take_number(std::string_view text, size_t& at, int& out) {
  const size_t start = at;
  for (out = 0; at < text.size() && at - start < 3 && text[at] >= '0' && text[at] <= '9'; ++at)
    out = out * 10 + (text[at] - '0');
  return at > start;
}

// Minutes since midnight of "8:30", "8:" (8时), "下午2:00"; nothing when it is no time of day.
std::optional<int> read_time(std::string_view text) {
  bool afternoon = false;
  for (std::string_view word : {"下午", "晚上", "中午"})
    if (text.starts_with(word)) {
      afternoon = true;
      text.remove_prefix(word.size());
      break;
    }
  size_t at = 0;
  int hour = 0, minute = 0;
  if (!take_number(text, at, hour) || at >= text.size() || text[at++] != ':')
    return std::nullopt;
  if (at < text.size() && (!take_number(text, at, minute) || at != text.size()))
    return std::nullopt;
  if (afternoon && hour < 12)
    hour += 12;
  if (hour > 24 || minute > 59 || (hour == 24 && minute > 0))
    return std::nullopt;
  return hour * 60 + minute;
}

// Empty when `text` is a range, which is then appended; else what is wrong.
std::string read_range(std::string_view text, DayHours& day) {
  const size_t dash = text.find('-');
  if (dash == std::string_view::npos)
    return fmt::format("“{}”缺少结束时间。{}", text, kForm);
  const std::string_view first = text.substr(0, dash), last = text.substr(dash + 1);
  const auto from = read_time(first);
  auto to = read_time(last);
  if (!from || !to)
    return fmt::format("“{}”不是一天里的时间。时间从 0:00 到 24:00，{}", from ? last : first,
                       kForm);
  if (*from >= kNoon && *to <= *from && *to < kNoon && first.starts_with("下午"))
    *to += kNoon; // 下午2:00-5:30 says 下午 once for both
  if (*from >= *to)
    return fmt::format("“{}”的结束时间不晚于开始时间。跨过半夜的请分写在两天", text);
  if (!day.ranges.empty() && *from < day.ranges.back().to_minute)
    return fmt::format("“{}”和前一段重叠，或者没有按先后写", text);
  day.ranges.push_back({*from, *to});
  return "";
}

} // namespace

HoursText read_hours(std::string_view text) {
  if (is_word(trim(text), {"休息", "关闭", "不开放", "closed", "off", "无"}))
    return {DayHours{}, ""};
  if (is_word(trim(text), {"全天", "24小时", "all day", "always"}))
    return {DayHours{{{0, kDayMinutes}}}, ""};
  const std::string plain = normalised(text);
  DayHours day;
  for (size_t at = 0; at <= plain.size();) {
    const size_t comma = std::min(plain.find(',', at), plain.size());
    if (std::string problem = read_range(std::string_view(plain).substr(at, comma - at), day);
        !problem.empty())
      return {std::nullopt, std::move(problem)};
    at = comma + 1;
  }
  return {std::move(day), ""};
}

} // namespace heiban
