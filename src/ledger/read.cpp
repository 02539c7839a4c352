#include "ledger/read.h"

#include "base/file.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace heiban {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLargestDay = 8u << 20; // the writer keeps to 1 MiB

bool is_day_name(const std::string& name) {
  return name.size() == 16 && name.ends_with(".jsonl") && read_iso(name.substr(0, 10)).has_value();
}

void read_lines(std::string_view bytes, const std::string& name, LedgerDay& out) {
  int number = 0;
  size_t at = 0;
  for (size_t end; (end = bytes.find('\n', at)) != std::string_view::npos; at = end + 1) {
    ++number;
    Result<LedgerLine> line = read_line(bytes.substr(at, end - at));
    if (line)
      out.lines.push_back(std::move(*line));
    else
      out.broken.push_back({name, number, line.error().message});
  }
  out.whole_bytes = at;
  out.torn_bytes = bytes.size() - at;
}

std::string name_of(const LedgerFile& file) {
  return fs::path(file.path).filename().string();
}

// The first line of a day whose `prev` is not the hash of the line before it.
std::optional<BrokenLine> first_unchained(const LedgerDay& day, const std::string& name,
                                          std::string& prev) {
  std::optional<BrokenLine> found;
  for (size_t i = 0; i < day.lines.size(); ++i) {
    if (!found && day.lines[i].prev != prev)
      found = BrokenLine{name, static_cast<int>(i) + 1, "a line before it is missing or altered"};
    prev = day.lines[i].hash;
  }
  return found;
}

void add_showing(LedgerSpan& out, Showing showing, bool continues, Instant from, Instant to) {
  showing.from = std::max(showing.from, from);
  showing.to = std::min(showing.to, to);
  if (showing.from >= showing.to)
    return;
  if (continues && !out.showings.empty()) {
    Showing& last = out.showings.back();
    if (last.to == showing.from && last.page == showing.page &&
        last.what.notice_id == showing.what.notice_id && last.what.own == showing.what.own &&
        last.what.content_hash == showing.what.content_hash) {
      last.to = showing.to;
      return;
    }
  }
  out.showings.push_back(std::move(showing));
}

void add_day(LedgerSpan& out, const LedgerDay& day, Instant from, Instant to) {
  std::map<int, LedgerName> names;
  for (const LedgerLine& line : day.lines) {
    for (const LedgerName& name : line.names)
      names[name.number] = name;
    for (const LedgerShown& one : line.shown)
      add_showing(out,
                  {names[one.name], one.page, one.of, line.from + one.from_seconds,
                   line.from + one.to_seconds},
                  one.continues, from, to);
    if (line.kind == "gap" && line.from < to && from < line.to)
      out.gaps.push_back({std::max(line.from, from), std::min(line.to, to), line.cause});
  }
}

} // namespace

std::vector<LedgerFile> ledger_files(const std::string& folder) {
  std::vector<LedgerFile> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (is_day_name(name))
      out.push_back({name.substr(0, 10), at->path().string()});
  }
  std::ranges::sort(out, {}, &LedgerFile::date);
  return out;
}

Result<LedgerDay> read_day(const LedgerFile& file) {
  const Result<std::string> bytes = read_file(file.path, kLargestDay);
  if (!bytes)
    return bytes.error();
  LedgerDay day;
  read_lines(*bytes, name_of(file), day);
  return day;
}

Verification verify_ledger(const std::string& folder) {
  Verification out;
  std::string prev;
  for (const LedgerFile& file : ledger_files(folder)) {
    ++out.files;
    const Result<LedgerDay> day = read_day(file);
    if (!day) {
      out.broken.push_back({name_of(file), 0, day.error().message});
      continue;
    }
    // What is older than the oldest file was deleted after its time: the chain begins where it
    // begins.
    if (prev.empty() && !day->lines.empty())
      prev = day->lines.front().prev;
    // A torn end within the chain (the writer would have mended it) is a break like any other.
    if (out.torn_bytes > 0)
      out.broken.push_back({name_of(file), 0, "the file before it ends in half a line"});
    out.torn_bytes = day->torn_bytes;
    out.lines += day->lines.size() + day->broken.size();
    std::optional<BrokenLine> first = first_unchained(*day, name_of(file), prev);
    if (!day->broken.empty() && (!first || day->broken.front().line <= first->line))
      first = day->broken.front();
    if (first)
      out.broken.push_back(std::move(*first));
  }
  return out;
}

LedgerSpan read_span(const std::string& folder, Instant from, Instant to) {
  LedgerSpan out;
  const std::string first = iso_date(beijing(from).date), last = iso_date(beijing(to - 1).date);
  for (const LedgerFile& file : ledger_files(folder)) {
    if (file.date < first || file.date > last)
      continue;
    if (const Result<LedgerDay> day = read_day(file))
      add_day(out, *day, from, to);
  }
  return out;
}

} // namespace heiban
