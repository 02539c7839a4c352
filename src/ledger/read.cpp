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
  // A whole line and a byte that is no line break: no crash leaves that.
  if (out.torn_bytes > 1 && read_line(bytes.substr(at, out.torn_bytes - 1)))
    out.broken.push_back({name, number + 1, "altered: its line break"});
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

std::optional<BrokenLine> torn_end(const LedgerDay& day, const std::string& name) {
  if (day.torn_bytes == 0)
    return std::nullopt;
  const size_t lines = day.lines.size() + day.broken.size();
  return BrokenLine{name, static_cast<int>(lines) + 1, "half a line"};
}

// Hands on what lies within the span, and makes stays whole that lines cut in pieces.
class SpanReader {
public:
  SpanReader(Instant from, Instant to, LedgerVisitor& on) : from_(from), to_(to), on_(on) {}

  void read(const LedgerDay& day) {
    names_.clear();
    for (const LedgerLine& line : day.lines) {
      for (const LedgerName& name : line.names)
        names_[name.number] = name;
      for (const LedgerShown& one : line.shown)
        add(line, one);
      if (line.kind == "gap" && line.from < to_ && from_ < line.to)
        add_gap({std::max(line.from, from_), std::min(line.to, to_), line.cause});
      if (line.kind == "event" && from_ <= line.from && line.from < to_)
        on_.note({line.at.value_or(line.from), line.event, line.reason,
                  line.names.empty() ? LedgerName{} : line.names.front()});
    }
  }
  void end() {
    end_showing();
    end_gap();
  }

private:
  void end_showing() {
    if (open_)
      on_.showing(*open_);
    open_.reset();
  }
  void end_gap() {
    if (gap_)
      on_.gap(*gap_);
    gap_.reset();
  }

  void add_gap(const LedgerGap& one) {
    if (gap_ && gap_->cause == one.cause && gap_->to == one.from) {
      gap_->to = one.to;
      return;
    }
    end();
    gap_ = one;
  }

  void add(const LedgerLine& line, const LedgerShown& one) {
    const auto name = names_.find(one.name);
    const Instant from = std::max(line.from + one.from_seconds, from_);
    const Instant to = std::min(line.from + one.to_seconds, to_);
    if (name == names_.end() || from >= to)
      return; // the line that named it is broken, or it is of another time
    if (one.continues && open_ && open_->to == from && open_->page == one.page &&
        same(open_->what, name->second)) {
      open_->to = to;
      return;
    }
    end();
    open_ = Showing{name->second, one.page, one.of, from, to};
  }

  static bool same(const LedgerName& a, const LedgerName& b) {
    return a.notice_id == b.notice_id && a.own == b.own && a.content_hash == b.content_hash;
  }

  Instant from_, to_;
  LedgerVisitor& on_;
  std::map<int, LedgerName> names_; // of the file
  std::optional<Showing> open_;     // may go on …
  std::optional<LedgerGap> gap_;    // … and so may this
};

class Collector : public LedgerVisitor {
public:
  LedgerSpan span;
  void showing(const Showing& one) override { span.showings.push_back(one); }
  void gap(const LedgerGap& one) override { span.gaps.push_back(one); }
  void note(const LedgerNote& one) override { span.notes.push_back(one); }
};

// What a whole day adds to the verdict on all.
void take_day(const LedgerDay& day, std::string_view wanted, const std::string& name,
              Verification& out) {
  out.lines += day.lines.size() + day.broken.size();
  out.torn_bytes = day.torn_bytes;
  if (day.lines.empty())
    return;
  out.head = day.lines.back().hash;
  out.until = day.lines.back().to;
  for (size_t i = 0; !wanted.empty() && i < day.lines.size(); ++i)
    if (day.lines[i].hash == wanted)
      out.found_in = name + ":" + std::to_string(i + 1);
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

Verification verify_ledger(const std::string& folder, std::string_view wanted) {
  Verification out;
  std::string prev;
  std::optional<BrokenLine> torn; // the end of the file before
  for (const LedgerFile& file : ledger_files(folder)) {
    ++out.files;
    const Result<LedgerDay> day = read_day(file);
    if (!day) {
      out.broken.push_back({name_of(file), 0, day.error().message});
      continue;
    }
    // What is older than the oldest file was deleted after its time: the chain begins where it
    // begins.
    if (prev.empty() && !day->lines.empty()) {
      prev = day->lines.front().prev;
      out.first_day = file.date;
      out.from_the_start = prev == first_prev();
    }
    // A torn end within the chain (the writer would have mended it) is a break like any other.
    if (torn)
      out.broken.push_back(*torn);
    torn = torn_end(*day, name_of(file));
    take_day(*day, wanted, name_of(file), out);
    std::optional<BrokenLine> first = first_unchained(*day, name_of(file), prev);
    if (!day->broken.empty() && (!first || day->broken.front().line <= first->line))
      first = day->broken.front();
    if (first)
      out.broken.push_back(std::move(*first));
  }
  return out;
}

void walk_span(const std::string& folder, Instant from, Instant to, LedgerVisitor& on) {
  const std::string first = iso_date(beijing(from).date), last = iso_date(beijing(to - 1).date);
  SpanReader reader(from, to, on);
  for (const LedgerFile& file : ledger_files(folder)) {
    if (file.date < first || file.date > last)
      continue;
    if (const Result<LedgerDay> day = read_day(file))
      reader.read(*day);
  }
  reader.end();
}

LedgerSpan read_span(const std::string& folder, Instant from, Instant to) {
  Collector all;
  walk_span(folder, from, to, all);
  return std::move(all.span);
}

} // namespace heiban
