#include "config/load.h"

#include "base/file.h"
#include "config/addresses.h"
#include "config/checks.h"
#include "config/settings_keys.h"
#include "config/source_text.h"
#include "config/toml_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace heiban {
namespace {

constexpr size_t kMostDiagnostics = 100; // more help nobody

using Sections = std::map<std::string, const TomlValue*, std::less<>>;

template <class Part>
void read_part(const TomlValue* table, std::string_view name, const std::vector<Key<Part>>& keys,
               Part& part, DiagnosticSink& report) {
  static const TomlValue none;
  const TomlValue& present = table != nullptr ? *table : none;
  read_keys(present, name, keys, part, report, [&](const TomlEntry& entry) {
    report.error(entry.place, explain_unknown_key(entry.key, name, settings_sections()));
  });
}

void read_feed(const TomlValue& table, const std::string& folder, Settings& settings,
               DiagnosticSink& report) {
  FeedKeys feed{{}, folder};
  read_part(&table, "feed", feed_keys(), feed, report);
  if (feed.spec.category.empty())
    feed.spec.category = feed.spec.kind == FeedKind::Fees ? "收费公示" : feed.spec.name;
  if (feed.spec.publisher.empty())
    feed.spec.publisher = settings.bureau.name;
  settings.feeds.push_back(std::move(feed.spec));
}

void read_hours_section(const TomlValue& section, OpeningHours& hours, DiagnosticSink& report) {
  HoursKeys keys;
  const size_t errors_before = report.error_count();
  read_part(&section, "hours", hours_keys(), keys, report);
  hours.always = false;
  for (int i = 0; i < 7; ++i) {
    const std::optional<DayHours>& usual = i < 5 ? keys.workdays : keys.weekend;
    hours.weekdays[i] = keys.days[i].value_or(usual.value_or(DayHours{}));
  }
  hours.holidays = keys.holidays.value_or(DayHours{});
  hours.holidays_closed = hours.holidays.ranges.empty();
  hours.makeup = keys.makeup.value_or(keys.workdays.value_or(hours.weekdays[0]));
  for (auto& [date, day] : keys.dates)
    hours.exceptions.push_back({date, std::move(day)});
  const bool any_broken = std::any_of(section.entries.begin(), section.entries.end(),
                                      [](const TomlEntry& entry) { return entry.value.broken; });
  if (!any_broken && report.error_count() == errors_before)
    check_hours(hours, section, report);
}

std::vector<const TomlValue*> feed_tables(const TomlValue* section) {
  std::vector<const TomlValue*> out;
  if (section == nullptr)
    return out;
  if (section->kind == TomlKind::Table)
    return {section};
  for (const TomlValue& item : section->items)
    out.push_back(&item);
  return out;
}

// A theme of the bureau's own stands beside the config.
void locate_theme(ScreenSettings& screen, const std::filesystem::path& folder) {
  if (screen.theme.ends_with(".toml"))
    screen.theme = (folder / screen.theme).lexically_normal().string();
}

// Fees stand on the wall for good (发改价检〔2003〕781号), every sheet of them.
void fill_fee_defaults(FeedSpec& feed) {
  constexpr int kEverySheet = 2000, kForGood = 36500; // days
  feed.keep = kEverySheet;
  feed.max_age_days = kForGood;
}

// What staff left out and the rest needs: the disclaimer, the hosts links may lead to.
void fill_defaults(Settings& settings) {
  Bureau& bureau = settings.bureau;
  if (bureau.website_name.empty() && !bureau.name.empty())
    bureau.website_name = bureau.name + "网站";
  if (settings.disclaimer.empty())
    settings.disclaimer = fmt::format("以{}公布内容为准", bureau.website_name);
  const std::string own = without_www(host_of(bureau.website));
  for (FeedSpec& feed : settings.feeds) {
    if (feed.kind == FeedKind::Fees)
      fill_fee_defaults(feed);
    if (!feed.link_hosts.empty())
      continue;
    for (const std::string& host : {without_www(host_of(feed.url)), own})
      if (!host.empty() &&
          std::find(feed.link_hosts.begin(), feed.link_hosts.end(), host) == feed.link_hosts.end())
        feed.link_hosts.push_back(host);
  }
}

// Two limits few people write give way to the ones beside them.
void yield_unwritten(const TomlValue* table, ProgrammeSettings& programme) {
  if (table == nullptr)
    return;
  if (table->find("dwell_scan") == nullptr)
    programme.scan_floor_ms = std::min(programme.scan_floor_ms, programme.dwell_floor_ms);
  if (table->find("guarantee") == nullptr)
    programme.guarantee_minutes =
        std::max(programme.guarantee_minutes, programme.round_target_minutes);
}

Settings read_settings(const TomlValue& root, const std::string& path, DiagnosticSink& report) {
  Settings settings;
  settings.path = path;
  const std::string folder = std::filesystem::absolute(path).parent_path().string();
  const Sections found = read_sections(root, settings_sections(), report);
  read_part(found.at("bureau"), "bureau", bureau_keys(), settings, report);
  read_part(found.at("screen"), "screen", screen_keys(), settings.screen, report);
  locate_theme(settings.screen, folder);
  const auto feeds = feed_tables(found.at("feed"));
  for (const TomlValue* table : feeds)
    read_feed(*table, folder, settings, report);
  if (found.at("hours"))
    read_hours_section(*found.at("hours"), settings.hours, report);
  read_part(found.at("programme"), "programme", programme_keys(), settings.programme, report);
  yield_unwritten(found.at("programme"), settings.programme);
  if (found.at("max_age"))
    read_max_ages(*found.at("max_age"), settings.programme, report);
  read_part(found.at("review"), "review", review_keys(), settings.review, report);
  fill_defaults(settings);
  check_settings(settings, found, feeds, report);
  return settings;
}

} // namespace

bool LoadedSettings::ok() const {
  return std::none_of(diagnostics.begin(), diagnostics.end(),
                      [](const Diagnostic& d) { return d.error; });
}

LoadedSettings parse_settings(std::string_view toml, const std::string& path) {
  LoadedSettings out;
  const SourceText source = read_source(toml, path);
  if (source.refusal) {
    out.diagnostics.push_back(*source.refusal);
    return out;
  }
  DiagnosticSink report(path, source.lines);
  const TomlValue root = read_toml(source.lines, report);
  out.settings = read_settings(root, path, report);
  out.diagnostics = report.take();
  if (out.diagnostics.size() > kMostDiagnostics) {
    const size_t more = out.diagnostics.size() - kMostDiagnostics;
    out.diagnostics.resize(kMostDiagnostics);
    out.diagnostics.push_back({true, path, 0, 0, "", fmt::format("另有 {} 处问题没有列出", more)});
  }
  return out;
}

LoadedSettings load_settings(const std::string& path) {
  const Result<std::string> bytes = read_file(path, kLargestConfig);
  if (bytes)
    return parse_settings(*bytes, path);
  LoadedSettings out;
  out.diagnostics.push_back(
      {true, path, 0, 0, "",
       bytes.error().kind == ErrorKind::NotFound
           ? "没有这个文件。请把 heiban.toml 放在这里，或用 --config 指明它在哪里"
           : fmt::format("这个文件打不开（{}）。请检查文件权限，文件不要超过 {} KB",
                         bytes.error().message, kLargestConfig >> 10)});
  return out;
}

} // namespace heiban
