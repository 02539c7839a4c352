#include "programme/forecast.h"

#include "programme/round.h"

#include <fmt/format.h>

namespace heiban {
namespace {

void add_findings(Forecast& out, const ProgrammeSettings& settings) {
  if (out.scale_permille < 1000)
    out.findings.push_back(fmt::format("内容较多，每页停留缩短到阅读时间的 {}%",
                                       std::max(out.scale_permille / 10, 1)));
  if (out.older_wait)
    out.findings.push_back("内容太多，较早的内容每两三轮才出现一次");
  if (!out.target_kept)
    out.findings.push_back(
        fmt::format("一轮要 {}，超过配置的 {} 分钟：请减少来源的 keep 或 max_age",
                    duration_zh(out.round_ms), settings.round_target_minutes));
  if (!out.guarantee_kept)
    out.findings.push_back(fmt::format("做不到每 {} 分钟把每一页都显示一次，最久要等 {}",
                                       settings.guarantee_minutes,
                                       duration_zh(out.longest_wait_ms)));
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
  }
  out.index_pages = static_cast<int>(round.index_pages());
  out.round_ms = round.longest_ms();
  out.scale_permille = round.scale();
  out.older_wait = round.rounds_between() > 1;
  out.longest_wait_ms = out.round_ms * round.rounds_between();
  out.target_kept = out.round_ms <= settings.round_target_minutes * int64_t{60'000};
  out.guarantee_kept = out.longest_wait_ms <= settings.guarantee_minutes * int64_t{60'000};
  add_findings(out, settings);
  return out;
}

} // namespace heiban
