#include "screen/compose.h"

#include "calendar/lunar.h"

#include <fmt/format.h>

namespace heiban {
namespace {

std::vector<std::string> date_forms(Instant now, bool with_lunar) {
  const CivilDate date = beijing(now).date;
  const std::string weekday = weekday_zh(date), lunar = with_lunar ? lunar_zh(date) : "";
  const std::string full = fmt::format("{} {}", date_zh(date), weekday);
  const std::string day = fmt::format("{}月{}日", date.month, date.day);
  std::vector<std::string> forms;
  if (!lunar.empty())
    forms.push_back(full + " " + lunar);
  forms.insert(forms.end(), {full, day + " " + weekday, day});
  return forms;
}

std::vector<std::string> fresh_forms(Instant fresh_at, Instant now) {
  const CivilTime at = beijing(fresh_at);
  const std::string clock = clock_zh(at);
  const CivilDate today = beijing(now).date;
  if (at.date == today)
    return {"数据更新于 " + clock, "更新于 " + clock, clock + " 更新"};
  const std::string day = at.date.year == today.year
                              ? fmt::format("{}月{}日", at.date.month, at.date.day)
                              : date_zh(at.date);
  return {fmt::format("数据更新于 {} {}", day, clock), "数据更新于 " + day, "更新于 " + day,
          day + " 更新"};
}

std::vector<std::string> expired_forms(const Bureau& bureau) {
  std::string site = bureau.website_name.empty() ? bureau.name : bureau.website_name;
  if (!site.ends_with("网站") && !site.ends_with("官网"))
    site += "网站";
  return {fmt::format("内容可能已过期，请以{}为准", site), "内容可能已过期", "可能已过期"};
}

LiveLabel freshness_label(Instant fresh_at, const Theme& theme, const Settings& settings,
                          Instant now, bool trusted) {
  const int64_t age = trusted ? now - fresh_at : 0; // an untrusted clock tells no age
  if (age >= kExpiredAfter)
    return {expired_forms(settings.bureau), theme.expired};
  return {fresh_forms(fresh_at, now), age >= kStaleAfter ? theme.stale : theme.fresh};
}

LiveLabel hint_label(const std::string& controls, const Theme& theme, bool held) {
  if (controls == "none")
    return {};
  const bool touch = controls == "visitors";
  if (held)
    return {{touch ? "已暂停，轻触中间继续" : "已暂停，按 B 键继续", "已暂停"}, theme.stale};
  if (touch)
    return {{"轻触左右翻页，中间暂停", "轻触左右翻页"}, theme.muted};
  return {{"按 ← → 翻页，B 键暂停", "按 ← → 翻页", "← → 翻页"}, theme.muted};
}

} // namespace

LiveLabels live_labels(const Page& page, std::optional<Instant> fresh_at, const Theme& theme,
                       const Settings& settings, Instant now, bool trusted, bool held) {
  LiveLabels labels;
  if (trusted) {
    const Colour ink = page.head_ink.value_or(theme.head_text);
    labels.date = {date_forms(now, settings.screen.lunar_date), ink};
    labels.clock = {{clock_zh(beijing(now))}, ink};
  }
  if (page.of > 1)
    labels.page_mark = {{fmt::format("第{}页/共{}页", page.number, page.of),
                         fmt::format("{}/{}", page.number, page.of)},
                        theme.text};
  if (fresh_at)
    labels.freshness = freshness_label(*fresh_at, theme, settings, now, trusted);
  labels.hint = hint_label(settings.screen.controls, theme, held);
  return labels;
}

} // namespace heiban
