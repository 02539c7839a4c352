#include "app/check.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace heiban {
namespace {

using json = nlohmann::ordered_json;

const char* verdict_zh(VerdictKind kind) {
  switch (kind) {
  case VerdictKind::Shown:
    return "显示";
  case VerdictKind::Held:
    return "扣下";
  case VerdictKind::Withdrawn:
    return "已撤下";
  }
  return "";
}

const char* verdict_word(VerdictKind kind) {
  switch (kind) {
  case VerdictKind::Shown:
    return "shown";
  case VerdictKind::Held:
    return "held";
  case VerdictKind::Withdrawn:
    return "withdrawn";
  }
  return "";
}

void print_feed(const CheckedFeed& feed) {
  const std::string answer = !feed.asked             ? "没有询问"
                             : !feed.problem.empty() ? "没有正常回答：" + feed.problem
                                                     : fmt::format("正常，{} 条", feed.entries);
  fmt::print("  {}（{}）：{}\n", feed.name, feed.url, answer);
  if (feed.last_success)
    fmt::print("    最近一次成功更新：{}\n", moment_zh(*feed.last_success));
  if (!feed.last_problem.empty())
    fmt::print("    最近一次更新的问题：{}\n", feed.last_problem);
  if (feed.refused)
    fmt::print("    这次的内容没有采用；核对后确实如此，可以放行：heiban approve --feed {}\n",
               feed.name);
  for (const std::string& note : feed.notes)
    fmt::print("    {}\n", note);
  for (const std::string& finding : feed.findings)
    fmt::print("    提示：{}\n", finding);
}

std::string reason_zh(const CheckedNotice& notice) {
  if (notice.reason.empty())
    return "";
  const bool dated = notice.kind == VerdictKind::Withdrawn && notice.since != Instant{};
  return (dated ? "：" + moment_zh(notice.since) + " " : "：") + notice.reason;
}

void print_notices(const CheckReport& report) {
  if (report.notices.empty()) {
    fmt::print("公告：还没有抓取过内容，请先运行 heiban fetch --once。\n");
    return;
  }
  fmt::print("公告：\n");
  for (const CheckedNotice& notice : report.notices)
    fmt::print("  ［{}］{} {}（{}）{}\n", verdict_zh(notice.kind), notice.id, notice.title,
               notice.feed, reason_zh(notice));
  const auto held = std::ranges::count(report.notices, VerdictKind::Held, &CheckedNotice::kind);
  if (held > 0)
    fmt::print("  扣下的 {} 条看过没有问题，可以放行：heiban approve 编号\n", held);
}

void print_round(const Forecast& forecast) {
  const std::string index =
      forecast.index_pages > 0 ? fmt::format("，目录 {} 页", forecast.index_pages) : "";
  fmt::print("一轮：{} 条公告，{} 页{}，最长 {}（希望不超过 {} 分钟）。\n", forecast.notices,
             forecast.pages, index, duration_zh(forecast.round_ms), forecast.target_minutes);
  fmt::print("保证：开放时间内每一页每 {} 分钟至少出现一次——{}，最久隔 {}。\n",
             forecast.guarantee_minutes, forecast.guarantee_kept ? "做得到" : "做不到",
             duration_zh(forecast.longest_wait_ms));
  for (const std::string& remark : forecast.remarks)
    fmt::print("  {}。\n", remark);
}

json round_json(const Forecast& forecast) {
  return {{"notices", forecast.notices},
          {"pages", forecast.pages},
          {"index_pages", forecast.index_pages},
          {"round_ms", forecast.round_ms},
          {"longest_wait_ms", forecast.longest_wait_ms},
          {"scale_permille", forecast.scale_permille},
          {"rounds", forecast.rounds},
          {"older", forecast.older},
          {"spread", forecast.spread},
          {"target_minutes", forecast.target_minutes},
          {"target_kept", forecast.target_kept},
          {"guarantee_minutes", forecast.guarantee_minutes},
          {"guarantee_kept", forecast.guarantee_kept},
          {"remarks", forecast.remarks}};
}

json feed_json(const CheckedFeed& feed) {
  json out = {{"name", feed.name}, {"url", feed.url}, {"asked", feed.asked}};
  if (feed.asked)
    out["answers"] = feed.problem.empty();
  if (!feed.problem.empty())
    out["problem"] = feed.problem;
  out["entries"] = feed.entries;
  if (feed.last_success)
    out["last_success"] = iso_utc(*feed.last_success);
  if (!feed.last_problem.empty())
    out["last_problem"] = feed.last_problem;
  if (feed.refused)
    out["refused"] = true;
  out["findings"] = feed.findings;
  if (!feed.notes.empty())
    out["notes"] = feed.notes;
  return out;
}

json notice_json(const CheckedNotice& notice) {
  return {{"notice", notice.id},           {"feed", notice.feed},
          {"title", notice.title},         {"verdict", verdict_word(notice.kind)},
          {"rule", notice.rule},           {"reason", notice.reason},
          {"since", iso_utc(notice.since)}};
}

} // namespace

void print_text(const CheckReport& report) {
  fmt::print("配置 {}：正确。\n内容在 {}。\n", report.config, report.state);
  fmt::print(
      "屏幕：{}×{}，{:.0f} 英寸，最远 {:.1f} 米；正文 {} 像素，{:.1f} 角分，{}（下限 {:.0f}）。\n",
      report.width, report.height, report.diagonal_inches, report.distance_m,
      report.legibility.body_px, report.legibility.arcmin,
      report.legibility.floor_held ? "看得清" : "偏小", kFloorArcmin);
  fmt::print("来源：\n");
  for (const CheckedFeed& feed : report.feeds)
    print_feed(feed);
  if (report.preview)
    fmt::print("这里还没有抓取过内容（heiban fetch），下面是现在抓取会得到的结果。\n");
  print_notices(report);
  if (report.has_edition)
    print_round(report.forecast);
  for (const std::string& finding : report.findings)
    fmt::print("提示：{}\n", finding);
  fmt::print("{}\n", report.unreachable()    ? "结论：有来源没有正常回答。"
                     : report.has_findings() ? "结论：有事项需要处理。"
                                             : "结论：没有发现问题。");
}

void print_json(const CheckReport& report) {
  json feeds = json::array(), notices = json::array();
  for (const CheckedFeed& feed : report.feeds)
    feeds.push_back(feed_json(feed));
  for (const CheckedNotice& notice : report.notices)
    notices.push_back(notice_json(notice));
  const Legibility& l = report.legibility;
  json out = {{"config", report.config},
              {"state", report.state},
              {"screen",
               {{"width", report.width},
                {"height", report.height},
                {"body_px", l.body_px},
                {"arcmin", l.arcmin},
                {"floor_held", l.floor_held}}},
              {"feeds", feeds},
              {"notices", notices}};
  if (report.preview)
    out["preview"] = true;
  if (report.has_edition)
    out["round"] = round_json(report.forecast);
  out["findings"] = report.findings;
  fmt::print("{}\n", out.dump(2, ' ', false, json::error_handler_t::replace));
}

} // namespace heiban
