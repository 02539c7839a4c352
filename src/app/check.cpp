#include "app/check.h"

#include "app/clock.h"
#include "app/crash_note.h"
#include "app/feed_reader.h"
#include "app/preview.h"
#include "app/wall.h"
#include "edition/codec.h"
#include "store/archive.h"

#include <fmt/format.h>

#include <algorithm>

namespace heiban {
namespace {

constexpr int kArticlesLookedAt = 3; // of a list page: enough to see whether a selector fits

void ask(CheckedFeed& checked, const FeedSpec& feed, FeedReader& reader,
         const ProgrammeSettings& programme, Instant now) {
  checked.asked = true;
  FeedRecord known;
  known.name = feed.name;
  known.state = fresh_state(feed.url, 0, now);
  FeedAnswer answer = reader.ask(feed, known, false, {{}, programme, kArticlesLookedAt}, now);
  checked.entries = std::max(answer.listed, answer.batch.notices.size());
  checked.notes = std::move(answer.notes);
  checked.findings = std::move(answer.findings);
  if (answer.kind != AnswerKind::Content)
    checked.problem = answer.problem.empty() ? "没有回答" : answer.problem;
}

// Why the fetcher holds, shows or took down each notice it knows.
void add_notices(CheckReport& report, const std::vector<NoticeRecord>& records,
                 const std::string& feed) {
  for (const NoticeRecord& record : records)
    // Without a body it is over, and there is nothing left to decide, unless it was taken down.
    if (record.body || (record.kind == VerdictKind::Withdrawn && !record.title.empty()))
      report.notices.push_back({record.id, feed, record.title, record.kind, record.rule,
                                record.reason, record.verdict_at});
}

// Findings are kept by the notice's id, since a title may hold names that must go with the notice;
// they are shown by its title while it is there.
void name_notices(std::vector<std::string>& findings, const std::vector<NoticeRecord>& records) {
  for (const NoticeRecord& record : records) {
    if (!record.body)
      continue;
    const std::string id = "公告 " + record.id;
    for (std::string& finding : findings)
      if (finding.starts_with(id))
        finding.replace(0, id.size(), fmt::format("《{}》", record.body->title));
  }
}

void add_new(std::vector<std::string>& findings, const std::vector<std::string>& more) {
  for (const std::string& one : more)
    if (std::ranges::find(findings, one) == findings.end())
      findings.push_back(one);
}

void look_into_archive(CheckReport& report, const std::string& state) {
  Result<Archive> archive = Archive::open_to_read(state + "/archive.db");
  if (!archive) {
    if (archive.error().kind != ErrorKind::NotFound)
      report.findings.push_back("抓取记录无法读取：" + archive.error().message);
    return;
  }
  const Result<std::vector<FeedRecord>> records = archive->feeds();
  for (CheckedFeed& checked : report.feeds) {
    if (records)
      for (const FeedRecord& record : *records)
        if (record.name == checked.name) {
          if (!report.preview) {
            checked.last_success = record.last_success;
            checked.last_problem = record.problem;
          }
          add_new(checked.findings, record.findings);
          checked.refused = !record.refused.empty();
        }
    if (const auto notices = archive->notices(checked.name)) {
      add_notices(report, *notices, checked.name);
      name_notices(checked.findings, *notices);
    }
  }
}

void lay_out(CheckReport& report, const Setup& setup, Instant now) {
  Result<std::unique_ptr<FontSet>> fonts = FontSet::open(setup.fonts);
  if (!fonts) {
    report.findings.push_back("没有可用的字体：" + fonts.error().message);
    return;
  }
  for (const std::string& finding : (*fonts)->findings())
    report.findings.push_back(finding);
  Result<Edition> edition = load_edition(setup.state);
  report.has_edition = edition.has_value();
  if (!edition) {
    if (edition.error().kind != ErrorKind::NotFound)
      report.findings.push_back("内容文件无法读取：" + edition.error().message);
    return;
  }
  for (const Notice& notice : leave_out(CrashHistory::read(setup.state), *edition))
    report.findings.push_back(
        fmt::format("《{}》：屏幕程序两次在显示这条公告时出错退出，已经停止显示它。原文改动以后"
                    "会再试；请告诉软件的维护人员。",
                    notice.title));
  const Instant then = std::max(now, edition->made_at);
  Wall wall(setup, **fonts);
  wall.take(*edition, then);
  for (const WallFinding& finding : wall.findings())
    report.findings.push_back(fmt::format("《{}》：{}", finding.title, finding.text));
  report.forecast = forecast(*edition, wall.metrics(), setup.programme_rules(), then);
  report.findings.insert(report.findings.end(), report.forecast.findings.begin(),
                         report.forecast.findings.end());
}

void judge_legibility(CheckReport& report, const Setup& setup) {
  report.legibility =
      legibility(setup.settings.screen, report.width, report.height, setup.theme.size_step);
  if (!report.legibility.floor_held)
    report.findings.push_back(fmt::format(
        "{:.0f} 英寸的屏幕在 {:.1f} 米外看，正文只有 {:.0f} 角分，低于 {:.0f} 角分的"
        "下限；请换更大的屏幕，或核对 diagonal 和 distance。",
        report.diagonal_inches, report.distance_m, report.legibility.arcmin, kFloorArcmin));
}

} // namespace

bool CheckReport::unreachable() const {
  return std::ranges::any_of(feeds, [](const CheckedFeed& feed) { return !feed.problem.empty(); });
}

bool CheckReport::has_findings() const {
  const auto speaks = [](const CheckedFeed& feed) {
    return !feed.findings.empty() || !feed.last_problem.empty();
  };
  const auto held = [](const CheckedNotice& notice) { return notice.kind == VerdictKind::Held; };
  return !findings.empty() || std::ranges::any_of(feeds, speaks) ||
         std::ranges::any_of(notices, held);
}

CheckReport check_board(const Setup& setup, bool offline) {
  CheckReport report;
  report.config = setup.settings.path;
  report.state = setup.state;
  report.width = setup.width;
  report.height = setup.height;
  report.distance_m = setup.settings.screen.distance_m;
  report.diagonal_inches = setup.settings.screen.diagonal_inches;
  const Instant now = setup.at ? *setup.at : Clock(setup.state, setup.at).now().now;
  judge_legibility(report, setup);

  const std::unique_ptr<Fetcher> fetcher = make_curl_fetcher();
  FeedReader reader(*fetcher);
  for (const FeedSpec& feed : setup.settings.feeds) {
    CheckedFeed& checked = report.feeds.emplace_back();
    checked.name = feed.name;
    checked.url = feed.url;
    if (!offline)
      ask(checked, feed, reader, setup.settings.programme, now);
  }
  std::unique_ptr<Preview> preview;
  const Result<Edition> fetched = load_edition(setup.state);
  if (!offline && !fetched && fetched.error().kind == ErrorKind::NotFound)
    preview = Preview::make(setup, *fetcher, now);
  report.preview = preview != nullptr;
  const Setup& looked_at = preview ? preview->setup() : setup;
  look_into_archive(report, looked_at.state);
  lay_out(report, looked_at, now);
  return report;
}

} // namespace heiban
