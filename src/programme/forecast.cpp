#include "programme/forecast.h"

#include "programme/round.h"

#include <fmt/format.h>

namespace heiban {
namespace {

void add_remarks(Forecast& out, const ProgrammeSettings& settings) {
  if (out.scale_permille == 0)
    out.remarks.push_back(fmt::format("内容太多，每页只停留 {:g} 秒（dwell_scan）",
                                      static_cast<double>(settings.scan_floor_ms) / 1000));
  else if (out.scale_permille < 1000)
    out.remarks.push_back(
        fmt::format("内容较多，每页停留缩短到阅读时间的 {}%", out.scale_permille / 10));
  if (out.older > 0)
    out.remarks.push_back(fmt::format("较早的 {} 条内容轮流出现，每{}轮一次", out.older,
                                      out.rounds == 2 ? "两" : "三"));
  if (out.spread > 0)
    out.remarks.push_back(
        fmt::format("{} 份长名单、长表格分{}轮放完", out.spread, out.rounds == 2 ? "两" : "三"));
}

void add_findings(Forecast& out) {
  if (!out.target_kept)
    out.findings.push_back(fmt::format(
        "一轮要 {}，超过配置的 {} 分钟：请减少来源的 keep 或 max_age，或者放宽 round_target",
        duration_zh(out.round_ms), out.target_minutes));
  if (!out.guarantee_kept)
    out.findings.push_back(fmt::format(
        "做不到每 {} 分钟把每一页都显示一次，最久要等 {}：请减少内容，或者放宽 guarantee",
        out.guarantee_minutes, duration_zh(out.longest_wait_ms)));
}

} // namespace

std::string duration_zh(int64_t ms) {
  const int64_t seconds = (ms + 500) / 1000, minutes = seconds / 60;
  if (minutes == 0)
    return fmt::format("{}秒", seconds);
  if (minutes < 60)
    return seconds % 60 ? fmt::format("{}分{}秒", minutes, seconds % 60)
                        : fmt::format("{}分钟", minutes);
  return minutes % 60 ? fmt::format("{}小时{}分", minutes / 60, minutes % 60)
                      : fmt::format("{}小时", minutes / 60);
}

Forecast forecast(const Edition& edition, const Metrics& metrics, const ProgrammeRules& rules,
                  Instant now) {
  const ProgrammeSettings& settings = rules.settings;
  const Round round(edition, metrics, settings, now);
  Forecast out;
  for (const Turn& turn : round.turns()) {
    ++out.notices;
    out.pages += static_cast<int>(turn.metrics->pages.size());
    out.older += turn.every ? 0 : 1;
    out.spread += turn.spread ? 1 : 0;
  }
  const Relief& relief = round.relief();
  out.index_pages = static_cast<int>(round.index_pages());
  out.round_ms = relief.round_ms;
  out.longest_wait_ms = relief.wait_ms;
  out.scale_permille = relief.permille;
  out.rounds = relief.rounds;
  out.target_minutes = settings.round_target_minutes;
  out.guarantee_minutes = settings.guarantee_minutes;
  out.target_kept = relief.target_kept;
  out.guarantee_kept = relief.guarantee_kept;
  add_remarks(out, settings);
  add_findings(out);
  return out;
}

} // namespace heiban
