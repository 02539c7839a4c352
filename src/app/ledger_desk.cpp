#include "app/ledger_desk.h"

#include "app/clock.h"
#include "app/commands.h"
#include "base/file.h"
#include "config/opening_hours.h"
#include "edition/codec.h"
#include "ledger/account.h"
#include "ledger/certificate.h"
#include "ledger/table.h"
#include "ledger/words.h"
#include "ledger/year_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace heiban {
namespace {

using json = nlohmann::ordered_json;

constexpr size_t kMatchesNamed = 10;
constexpr int kLookAhead = 1; // days; enough, for a day's hours are asked for at once

int said(int code, std::string_view message) {
  fmt::print(stderr, "{}\n", message);
  return code;
}

// What was asked for: the folder and the stretch of time; `code` is 0 when all is understood.
struct Asked {
  std::string folder;
  Instant from{INT32_MIN}, to{253'402'000'000}; // the year 9999
  int code = kFine;
};

// A day means all of it: as an end, its midnight.
std::optional<Instant> read_end(const std::string& text, bool is_end) {
  const Result<Instant> at = read_iso(text);
  if (!at)
    return std::nullopt;
  return is_end && text.size() == 10 ? *at + kDay : *at;
}

Asked understand(const LedgerOptions& options) {
  Asked asked;
  asked.folder = state_folder(options.setup) + "/ledger";
  for (const auto& [text, end] : {std::pair{&options.from, false}, std::pair{&options.to, true}}) {
    if (text->empty())
      continue;
    const std::optional<Instant> at = read_end(*text, end);
    if (!at)
      asked.code = said(kUsage, fmt::format("看不懂时间“{}”：请写成 2026-11-24 或 "
                                            "2026-11-24T08:30 的样子。",
                                            *text));
    else
      (end ? asked.to : asked.from) = *at;
  }
  if (asked.code == kFine && asked.to <= asked.from)
    asked.code = said(kUsage, "--to 要在 --from 之后。");
  if (asked.code == kFine && ledger_files(asked.folder).empty())
    asked.code = said(kMissingFile, fmt::format("{} 里没有展示记录：公告屏还没有在这里运行过，"
                                                "或者 --state 不对。",
                                                asked.folder));
  return asked;
}

void print_line(const json& line) {
  fmt::print("{}\n", line.dump(-1, ' ', false, json::error_handler_t::replace));
}

json tally_json(const Tally& tally) {
  json out = {
      {"showings", tally.showings}, {"complete", tally.complete}, {"seconds", tally.seconds}};
  if (tally.seconds > 0) {
    out["first"] = iso_utc(tally.first);
    out["last"] = iso_utc(tally.last);
  }
  return out;
}

json notes_json(const NoticeAccount& notice) {
  json out = json::array();
  for (const LedgerNote& note : notice.notes)
    out.push_back({{"at", iso_utc(note.at)}, {"event", note.event}, {"reason", note.reason}});
  return out;
}

json notice_json(const NoticeAccount& notice) {
  json out = {{"notice", notice.name.notice_id},
              {"title", notice.name.title},
              {"category", notice.name.category}};
  out.update(tally_json(notice.tally));
  out["events"] = notes_json(notice);
  return out;
}

std::string tally_zh(const Tally& tally) {
  if (tally.seconds == 0)
    return "没有展示过";
  return fmt::format("{} 至 {}，完整展示 {} 遍，共 {} 页次，累计 {}", moment_zh(tally.first),
                     moment_zh(tally.last), tally.complete, tally.showings,
                     seconds_zh(tally.seconds));
}

void print_notice(const NoticeAccount& notice) {
  fmt::print("{}  《{}》{}\n  {}\n", notice.name.notice_id, notice.name.title,
             notice.name.category.empty() ? "" : "（" + notice.name.category + "）",
             tally_zh(notice.tally));
  for (const LedgerNote& note : notice.notes)
    fmt::print("  {} {}：{}\n", moment_zh(note.at), event_zh(note.event), note.reason);
}

// By its number, its title, or words of a title; several: none, and they are named.
const NoticeAccount* find(const LedgerAccounts& accounts, const std::string& wanted) {
  std::vector<const NoticeAccount*> matches, whole;
  for (const NoticeAccount& notice : accounts.notices) {
    if (notice.name.notice_id == wanted)
      return &notice;
    if (notice.name.title == wanted)
      whole.push_back(&notice);
    if (notice.name.title.find(wanted) != std::string::npos)
      matches.push_back(&notice);
  }
  if (whole.size() == 1 || matches.size() == 1)
    return whole.size() == 1 ? whole.front() : matches.front();
  if (matches.empty()) {
    fmt::print(stderr, "记录里没有公告“{}”。heiban ledger list 列出全部公告和编号。\n", wanted);
    return nullptr;
  }
  fmt::print(stderr, "有 {} 条公告的标题含有“{}”，请改用编号：\n", matches.size(), wanted);
  for (size_t i = 0; i < std::min(kMatchesNamed, matches.size()); ++i)
    fmt::print(stderr, "  {}  《{}》\n", matches[i]->name.notice_id, matches[i]->name.title);
  return nullptr;
}

int deliver(const std::string& text, const std::string& out) {
  if (out.empty() || out == "-") {
    fmt::print("{}", text);
    return kFine;
  }
  if (const Result<void> written = write_file_atomic(out, text); !written)
    return said(kInternal, fmt::format("写不了 {}：{}", out, written.error().message));
  return said(kFine, fmt::format("已写入 {}。", out));
}

int print_broken(const Verification& found) {
  for (const BrokenLine& broken : found.broken)
    fmt::print(stderr, "{} 第 {} 行：{}\n", broken.file, broken.line,
               broken.what.starts_with("altered") ? "内容被改动过，与校验值不符"
               : broken.what.starts_with("a line") ? "它前面缺了一行，或者前一行被换过"
                                                   : "不是完整的记录");
  return found.broken.empty() ? kFine : kFindings;
}

int export_csv(const Asked& asked, const std::string& notice_id, const std::string& out) {
  std::FILE* file = out.empty() || out == "-" ? stdout : std::fopen(out.c_str(), "wb");
  if (!file)
    return said(kInternal, fmt::format("写不了 {}。", out));
  write_showings_csv(asked.folder, asked.from, asked.to, notice_id, [&](std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), file);
  });
  const bool failed = std::fflush(file) != 0 || std::ferror(file);
  if (file != stdout)
    std::fclose(file);
  return failed ? said(kInternal, "没有写完：磁盘满了，或者写不了。") : kFine;
}

OpenSpans open_spans(const Setup& setup) {
  return [&setup](Instant from, Instant to) {
    std::vector<OpenSpan> out;
    while (from < to) {
      const Instant next =
          std::min(to, next_change(setup.settings.hours, setup.holidays, from, kLookAhead));
      const bool open = is_open(setup.settings.hours, setup.holidays, from);
      if (open && !out.empty() && out.back().to == from)
        out.back().to = next;
      else if (open)
        out.push_back({from, next});
      from = next;
    }
    return out;
  };
}

// Papers are dated by the same clock as the board.
Instant today(const Setup& setup) {
  return Clock(setup.state, setup.at).now().now;
}

bool listed_yet(const Setup& setup, const NoticeAccount& notice, Instant now) {
  const Result<Edition> edition = load_edition(setup.state);
  return edition && std::ranges::any_of(edition->notices, [&](const EditionNotice& one) {
           return one.notice.id == notice.name.notice_id && valid_at(one, now);
         });
}

int export_certificate(const LedgerOptions& options, const Asked& asked,
                       const LedgerAccounts& accounts, const NoticeAccount& notice) {
  SetupFailure failure;
  const std::optional<Setup> setup = load_setup(options.setup, failure);
  if (!setup)
    return failure.exit_code;
  CertificateFacts facts;
  facts.bureau = setup->settings.bureau.name;
  facts.made_at = today(*setup);
  facts.notice = notice;
  facts.days = accounts.days;
  facts.verification = verify_ledger(asked.folder);
  facts.open_spans = open_spans(*setup);
  facts.listed_yet = listed_yet(*setup, notice, facts.made_at);
  const int delivered = deliver(certificate_html(facts), options.out);
  return delivered == kFine ? print_broken(facts.verification) : delivered;
}

} // namespace

int ledger_list(const LedgerOptions& options) {
  const Asked asked = understand(options);
  if (asked.code != kFine)
    return asked.code;
  const LedgerAccounts accounts = ledger_accounts(asked.folder, asked.from, asked.to);
  for (const NoticeAccount& notice : accounts.notices) {
    if (options.json)
      print_line(notice_json(notice));
    else
      print_notice(notice);
  }
  if (!options.json && accounts.notices.empty())
    fmt::print("这段时间没有展示过公告。\n");
  return kFine;
}

int ledger_show(const LedgerOptions& options) {
  const Asked asked = understand(options);
  if (asked.code != kFine)
    return asked.code;
  const LedgerAccounts accounts = ledger_accounts(asked.folder, asked.from, asked.to);
  const NoticeAccount* notice = find(accounts, options.notice);
  if (!notice)
    return kBadInput;
  if (options.json) {
    json out = notice_json(*notice);
    for (const VersionAccount& one : notice->versions) {
      json version = {{"hash", one.content_hash}, {"pages", one.pages}};
      version.update(tally_json(one.tally));
      out["versions"].push_back(version);
    }
    for (const auto& [date, tally] : notice->days) {
      json day = {{"date", iso_date(date)}};
      day.update(tally_json(tally));
      out["days"].push_back(day);
    }
    print_line(out);
    return kFine;
  }
  print_notice(*notice);
  for (const VersionAccount& one : notice->versions)
    fmt::print("  内容指纹 {}，{} 页：{}\n", one.content_hash, one.pages, tally_zh(one.tally));
  for (const auto& [date, tally] : notice->days)
    fmt::print("  {}：{}\n", iso_date(date), tally_zh(tally));
  return kFine;
}

int ledger_verify(const LedgerOptions& options) {
  const Asked asked = understand(options);
  if (asked.code != kFine)
    return asked.code;
  const Verification found = verify_ledger(asked.folder, options.contains);
  const bool missing = !options.contains.empty() && found.found_in.empty();
  if (options.json) {
    json out = {{"files", found.files},          {"lines", found.lines},
                {"first_day", found.first_day},  {"from_the_start", found.from_the_start},
                {"until", iso_utc(found.until)}, {"head", found.head},
                {"torn_bytes", found.torn_bytes}};
    if (!options.contains.empty())
      out["found_in"] = found.found_in;
    out["broken"] = json::array();
    for (const BrokenLine& one : found.broken)
      out["broken"].push_back({{"file", one.file}, {"line", one.line}, {"what", one.what}});
    print_line(out);
  } else {
    fmt::print("{} 个日记录，{} 行，自 {} 起{}，记至 {}。\n", found.files, found.lines,
               found.first_day, found.from_the_start ? "（最初一行还在）" : "（更早的已到期删除）",
               moment_zh(found.until));
    if (found.torn_bytes > 0)
      fmt::print("末尾有 {} 字节没有写完，是断电或程序中断留下的，属于正常，下次启动会自动补齐。\n",
                 found.torn_bytes);
    fmt::print("最后一行的校验值：{}\n{}\n", found.head,
               found.broken.empty() ? "结论：全部相符。" : "结论：记录被改动过，见下。");
    if (!found.found_in.empty())
      fmt::print("要找的校验值在 {}。\n", found.found_in);
  }
  if (missing)
    fmt::print(stderr, "记录里没有校验值 {}：它所在的行已到期删除，或者被改动过。\n",
               options.contains);
  return print_broken(found) == kFine && !missing ? kFine : kFindings;
}

int ledger_export(const LedgerOptions& options) {
  const Asked asked = understand(options);
  if (asked.code != kFine)
    return asked.code;
  if (options.notice.empty())
    return export_csv(asked, "", options.out);
  const LedgerAccounts accounts = ledger_accounts(asked.folder, asked.from, asked.to);
  const NoticeAccount* notice = find(accounts, options.notice);
  if (!notice)
    return kBadInput;
  if (options.csv)
    return export_csv(asked, notice->name.notice_id, options.out);
  return export_certificate(options, asked, accounts, *notice);
}

int ledger_report(const LedgerOptions& options) {
  const Asked asked = understand(options);
  if (asked.code != kFine)
    return asked.code;
  if (options.year < 2000 || options.year > 9998)
    return said(kUsage, "--year 后面请写四位年份，如 2026。");
  SetupFailure failure;
  const std::optional<Setup> setup = load_setup(options.setup, failure);
  if (!setup)
    return failure.exit_code;
  YearFacts facts;
  facts.year = options.year;
  facts.bureau = setup->settings.bureau.name;
  facts.now = today(*setup);
  facts.open_spans = open_spans(*setup);
  const Instant from = beijing_midnight({options.year, 1, 1});
  const Instant to = std::min(beijing_midnight({options.year + 1, 1, 1}), facts.now);
  const std::vector<LedgerFile> files = ledger_files(asked.folder);
  const std::string year = fmt::format("{}", options.year);
  if (std::ranges::none_of(files,
                           [&](const LedgerFile& one) { return one.date.starts_with(year); }))
    return said(kMissingFile, fmt::format("{}年没有展示记录：现有记录自 {} 起，至 {} 止。", year,
                                          files.front().date, files.back().date));
  const Verification chain = verify_ledger(asked.folder);
  const YearReport report = year_report(ledger_accounts(asked.folder, from, to), chain, facts);
  const int delivered =
      deliver(options.html ? year_report_html(report) : year_report_text(report), options.out);
  return delivered == kFine ? print_broken(chain) : delivered;
}

} // namespace heiban
