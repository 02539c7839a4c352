#include "config/checks.h"

#include "config/addresses.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

// Of a key's value; of the table where the key was not written.
SourcePlace place_of(const TomlValue* table, std::string_view key) {
  if (table == nullptr)
    return {};
  const TomlEntry* entry = table->find(key);
  return entry != nullptr ? entry->value.place : table->place;
}

bool has(const TomlValue& table, std::string_view key) {
  return table.find(key) != nullptr;
}

void check_name(const Settings& settings, size_t index, const std::vector<const TomlValue*>& feeds,
                DiagnosticSink& report) {
  const FeedSpec& feed = settings.feeds[index];
  for (size_t i = 0; i < index && !feed.name.empty(); ++i)
    if (settings.feeds[i].name == feed.name) {
      report.error(place_of(feeds[index], "name"),
                   fmt::format("来源名称“{}”和第 {} 行的重复了，请换一个名称", feed.name,
                               place_of(feeds[i], "name").line));
      return;
    }
}

void check_url(const Settings& settings, size_t index, const std::vector<const TomlValue*>& feeds,
               DiagnosticSink& report) {
  const FeedSpec& feed = settings.feeds[index];
  for (size_t i = 0; i < index && !feed.url.empty(); ++i)
    if (settings.feeds[i].url == feed.url) {
      report.remark(place_of(feeds[index], "url"),
                    fmt::format("这个网址和第 {} 行的相同，同样的内容会显示两遍",
                                place_of(feeds[i], "url").line));
      return;
    }
}

void check_transport(const FeedSpec& feed, const TomlValue& table, DiagnosticSink& report) {
  if (feed.url.empty())
    return;
  const bool tls = feed.url.starts_with("https:") || feed.url.starts_with("HTTPS:");
  for (std::string_view key : {"ca_file", "pin"})
    if (!tls && has(table, key))
      report.error(place_of(&table, key),
                   fmt::format("{} 只用于 https:// 开头的网址，请删去这一行或改网址", key));
  if (!tls && feed.urgent && !feed.url.starts_with("file:"))
    report.remark(place_of(&table, "urgent"), "紧急通知的来源最好用 https:// 网址，免得被人冒充");
}

// A stranger's server is asked once a minute at most; this machine may be asked every second.
void check_refresh(const FeedSpec& feed, const TomlValue& table, DiagnosticSink& report) {
  const std::string host = host_of(feed.url);
  const bool own = host.empty() || host == "localhost" || host == "[::1]" || host == "127.0.0.1";
  const int64_t shortest = own ? 1 : 60; // seconds
  if (feed.refresh_seconds < shortest)
    report.error(place_of(&table, "refresh"),
                 fmt::format("refresh（更新间隔）太短，最短{}，例如 refresh = \"10分钟\"",
                             own ? " 1 秒" : "是 1 分钟（给网站省些力气）"));
}

void check_kind(const FeedSpec& feed, const TomlValue& table, DiagnosticSink& report) {
  if (const TomlEntry* entry = table.find("voluntary"); entry && feed.kind != FeedKind::Fees)
    report.error(entry->place,
                 "voluntary（自愿说明）只用于收费表。请在这个来源里加一行 kind = \"fees\"，"
                 "或删去这一行");
  if (feed.kind == FeedKind::Page)
    return;
  for (std::string_view key : {"select_item", "select_title", "select_date", "select_body"})
    if (const TomlEntry* entry = table.find(key))
      report.error(
          entry->place,
          fmt::format("{} 只用于网页列表。请在这个来源里加一行 kind = \"page\"，或删去这一行",
                      key));
}

void check_programme(const ProgrammeSettings& programme, const TomlValue* table,
                     DiagnosticSink& report) {
  if (table == nullptr)
    return;
  if (programme.dwell_floor_ms > programme.dwell_cap_ms)
    report.error(place_of(table, has(*table, "dwell_min") ? "dwell_min" : "dwell_max"),
                 fmt::format("每页最短 {:g} 秒，比每页最长 {:g} 秒还长。dwell_min 要小于 dwell_max",
                             programme.dwell_floor_ms / 1000.0, programme.dwell_cap_ms / 1000.0));
  if (programme.scan_floor_ms > programme.dwell_floor_ms)
    report.error(
        place_of(table, has(*table, "dwell_scan") ? "dwell_scan" : "dwell_min"),
        fmt::format("快速轮播的 {:g} 秒比每页最短 {:g} 秒还长。dwell_scan 要小于 dwell_min",
                    programme.scan_floor_ms / 1000.0, programme.dwell_floor_ms / 1000.0));
  if (programme.guarantee_minutes < programme.round_target_minutes)
    report.error(
        place_of(table, has(*table, "guarantee") ? "guarantee" : "round_target"),
        fmt::format(
            "保证 {} 分钟内每页出现一次，但一轮就要 {} 分钟。guarantee 不能小于 round_target",
            programme.guarantee_minutes, programme.round_target_minutes));
}

} // namespace

void check_hours(const OpeningHours& hours, const TomlValue& table, DiagnosticSink& report) {
  const bool any_day = std::any_of(std::begin(hours.weekdays), std::end(hours.weekdays),
                                   [](const DayHours& day) { return !day.ranges.empty(); });
  if (!any_day)
    report.error(table.place, "一周七天都不开放，屏幕永远不会亮。请写 workdays = \"8:30-12:00, "
                              "14:00-17:30\"，或删去 [hours] 一节（一直开着）");
}

void check_settings(const Settings& settings,
                    const std::map<std::string, const TomlValue*, std::less<>>& sections,
                    const std::vector<const TomlValue*>& feeds, DiagnosticSink& report) {
  if (feeds.empty())
    report.error({}, "还没有信息来源。请至少写一个：一行 [[feed]]，下面写 name = \"公告公示\" 和 "
                     "url = \"https://…\"");
  for (size_t i = 0; i < feeds.size(); ++i) {
    check_name(settings, i, feeds, report);
    check_url(settings, i, feeds, report);
    check_transport(settings.feeds[i], *feeds[i], report);
    check_refresh(settings.feeds[i], *feeds[i], report);
    check_kind(settings.feeds[i], *feeds[i], report);
  }
  check_programme(settings.programme, sections.at("programme"), report);
}

} // namespace heiban
