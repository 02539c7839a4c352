#include "ledger/ledger.h"

#include "base/file.h"
#include "base/log.h"
#include "ledger/read.h"
#include "ledger/state.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace heiban {
namespace {

constexpr int64_t kLineEvery = kMinute;
constexpr int64_t kSyncEvery = 10 * kMinute;
constexpr int64_t kDayBytes = 1 << 20;     // a day's file stays below this
constexpr int64_t kReserve = 32 << 10;     // of it, for what must be told of a day too full
constexpr size_t kLongestLine = 400;       // stretches; after trouble with the disk
constexpr size_t kMostPending = 10'000;    // stretches kept while the disk refuses
constexpr int64_t kLongestCatchUpDays = 3; // a longer silence is one gap

CivilDate day_of(Instant at) {
  return beijing(at).date;
}

bool same(const Stretch& a, const Stretch& b) {
  return a.page == b.page && a.of == b.of && a.cause == b.cause && key_of(a.what) == key_of(b.what);
}

} // namespace

std::string key_of(const LedgerName& name) {
  const auto seconds = [](const std::optional<Instant>& at) { return at ? at->seconds : -1; };
  return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", name.own, name.notice_id, name.content_hash,
                     name.category, seconds(name.period_from), seconds(name.period_to));
}

// A line is chained only once it is in the file, so that a refused one leaves no hole.
Result<void> Ledger::State::write(LedgerLine line) {
  line.prev = prev;
  line.trusted = trusted;
  const std::string text = write_line(line);
  const Result<void> written = file.append(text);
  if (!written)
    return written;
  prev = line.hash;
  last = std::max(last, line.to);
  return {};
}

Result<void> Ledger::State::begin_day(CivilDate date) {
  Result<DayFile> opened = DayFile::open(fmt::format("{}/{}.jsonl", folder, iso_date(date)));
  if (!opened)
    return opened.error();
  file = std::move(*opened);
  day = date;
  ended = false;
  numbers.clear();
  if (file.size() > 0)
    return {};
  LedgerLine line;
  line.kind = "begin";
  line.from = line.to = std::max(last, beijing_midnight(date));
  line.boot = boot;
  line.told = told;
  return write(std::move(line));
}

// The day's closing summary, counted from the file itself.
Result<void> Ledger::State::end_day() {
  if (ended)
    return {};
  LedgerLine line;
  line.kind = "day";
  line.from = beijing_midnight(day);
  line.to = beijing_midnight(add_days(day, 1));
  std::set<std::string> notices;
  for (const Showing& one : read_span(folder, line.from, line.to).showings) {
    if (one.what.own == "stopped")
      continue; // 紧急断播
    line.on_air_seconds += one.to - one.from;
    if (one.what.notice_id.empty())
      continue;
    ++line.showings;
    notices.insert(one.what.notice_id);
  }
  line.notices = static_cast<int>(notices.size());
  if (const Result<void> written = write(std::move(line)); !written)
    return written;
  ended = true;
  return file.sync();
}

// What stands is cut at `to`: the part before it can be written.
void Ledger::State::cut(Instant to) {
  if (!current || current->from >= to)
    return;
  Stretch part = *current;
  part.to = to;
  current->from = to;
  current->continues = true;
  if (part.continues && !pending.empty() && same(pending.back(), part) &&
      pending.back().to == part.from)
    pending.back().to = to;
  else if (pending.size() < kMostPending)
    pending.push_back(std::move(part));
}

bool Ledger::State::is_full() const {
  return file.size() >= kDayBytes - kReserve;
}

// A day of too many notices and turns for its file: what stood is counted, no longer named.
LedgerLine Ledger::State::full_line(size_t& stretches) const {
  LedgerLine line;
  line.kind = "full";
  line.from = pending.front().from;
  for (stretches = 0; stretches < pending.size() && pending[stretches].cause.empty(); ++stretches) {
    line.to = pending[stretches].to;
    line.showings += !pending[stretches].what.notice_id.empty() && !pending[stretches].continues;
  }
  line.on_air_seconds = line.to - line.from;
  return line;
}

// The line for the first stretches pending, and how many it takes: a gap alone, or showings up to
// the next gap.
LedgerLine Ledger::State::next_line(size_t& stretches) {
  const Stretch& first = pending.front();
  LedgerLine line;
  line.from = first.from;
  line.to = first.to;
  stretches = 1;
  if (!first.cause.empty()) {
    line.kind = "gap";
    line.cause = first.cause;
    line.boot = boot;
    return line;
  }
  if (is_full())
    return full_line(stretches);
  line.kind = "stood";
  const size_t most = std::min(pending.size(), kLongestLine);
  for (stretches = 0; stretches < most && pending[stretches].cause.empty(); ++stretches) {
    const Stretch& one = pending[stretches];
    const auto [at, is_new] =
        numbers.try_emplace(key_of(one.what), static_cast<int>(numbers.size()));
    if (is_new) {
      line.names.push_back(one.what);
      line.names.back().number = at->second;
    }
    line.shown.push_back(
        {at->second, one.page, one.of, one.from - line.from, one.to - line.from, one.continues});
    line.to = one.to;
  }
  return line;
}

Result<void> Ledger::State::flush(Instant to) {
  cut(to);
  while (!pending.empty()) {
    size_t stretches = 0;
    const std::map<std::string, int> before = numbers;
    if (const Result<void> written = write(next_line(stretches)); !written)
      return numbers = before, written;
    pending.erase(pending.begin(), pending.begin() + static_cast<ptrdiff_t>(stretches));
  }
  line_at = to;
  if (to - sync_at < kSyncEvery)
    return {};
  sync_at = to;
  return file.sync();
}

Result<void> Ledger::State::roll_to(Instant now) {
  const int64_t days = days_since_epoch(day_of(now)) - days_since_epoch(day);
  for (int64_t i = 0; i < std::min(days, kLongestCatchUpDays); ++i) {
    const CivilDate next = add_days(day, 1);
    if (const Result<void> flushed = flush(beijing_midnight(next)); !flushed)
      return flushed;
    if (const Result<void> ended = end_day(); !ended)
      return ended;
    if (const Result<void> begun = begin_day(next); !begun)
      return begun;
  }
  if (days > 0 && trusted)
    prune(now);
  if (days <= kLongestCatchUpDays)
    return {};
  LedgerLine silence;
  silence.kind = "gap";
  silence.cause = current && !current->cause.empty() ? current->cause : "clock";
  silence.boot = boot;
  silence.from = last;
  silence.to = now;
  if (const Result<void> begun = begin_day(day_of(now)); !begun)
    return begun;
  if (current)
    current->from = now;
  return write(std::move(silence));
}

// Lines grow rarer where a day would outgrow its file, and while nothing stands.
int64_t Ledger::State::line_every() const {
  const bool off = current && !current->cause.empty() && current->from <= last;
  if (off || file.size() >= kDayBytes * 3 / 4)
    return kHour;
  return file.size() >= kDayBytes / 2 ? 5 * kLineEvery : kLineEvery;
}

Result<void> Ledger::State::advance(Instant now) {
  const Result<void> rolled = roll_to(now);
  if (!rolled || now - line_at < line_every())
    return rolled;
  return flush(now);
}

void Ledger::State::change(std::optional<Stretch> next, Instant now) {
  now = std::max(now, last);
  const Result<void> rolled = roll_to(now);
  cut(now);
  current = std::move(next);
  if (current)
    current->from = now;
  note(rolled ? advance(now) : rolled);
}

void Ledger::State::note(const Result<void>& done) {
  if (!done && problem.empty())
    log::warn("{}; the line is written later", done.error().message);
  problem = done ? "" : done.error().message;
}

Ledger::Ledger(std::unique_ptr<State> state) : state_(std::move(state)) {}
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;
Ledger::~Ledger() = default;

Result<Ledger> Ledger::open(const std::string& folder, const LedgerStart& start) {
  if (const Result<void> made = make_folders(folder); !made)
    return Error{ErrorKind::TryLater, made.error().message};
  auto state = std::make_unique<State>();
  state->folder = folder;
  state->boot = start.boot_id;
  state->trusted = start.trusted;
  if (const Result<void> resumed = state->resume(start.now); !resumed)
    return resumed.error();
  return Ledger(std::move(state));
}

void Ledger::stands(const Standing& standing, Instant now) {
  Stretch next;
  next.what.notice_id = standing.notice_id;
  next.what.content_hash = standing.content_hash;
  next.what.title = standing.title;
  next.what.category = standing.category;
  next.what.doc_number = standing.doc_number;
  next.what.period_from = standing.period_from;
  next.what.period_to = standing.period_to;
  if (standing.notice_id.empty())
    next.what.own = standing.own.empty() ? "own" : standing.own;
  next.page = standing.page;
  next.of = standing.of;
  state_->change(std::move(next), now);
}

void Ledger::nothing(const std::string& cause, Instant now) {
  Stretch next;
  next.cause = cause.empty() ? "unknown" : cause;
  state_->change(std::move(next), now);
}

bool Ledger::State::is_told(const LedgerEvent& event) const {
  if (event.event != "withdrawn" || !told)
    return false;
  const bool here = told_now.empty() || told_now.contains(event.notice_id);
  return event.at < *told || (event.at == *told && here);
}

void Ledger::State::remember(const LedgerLine& line) {
  if (line.kind == "begin") {
    told = line.told;
    told_now.clear();
  }
  if (line.event != "withdrawn" || line.names.empty())
    return;
  const Instant at = line.at.value_or(line.from);
  if (told && at < *told)
    return;
  if (!told || *told < at)
    told_now.clear();
  told = at;
  told_now.insert(line.names.front().notice_id);
}

void Ledger::event(const LedgerEvent& event, Instant now) {
  if (state_->is_told(event))
    return;
  now = std::max(now, state_->last);
  Result<void> done = state_->roll_to(now);
  if (done)
    done = state_->flush(now);
  LedgerLine line;
  line.kind = "event";
  line.from = line.to = now;
  line.event = event.event;
  line.reason = event.reason;
  if (event.at != now)
    line.at = event.at;
  if (!event.notice_id.empty()) {
    LedgerName& name = line.names.emplace_back();
    name.number = -1; // named for this line alone
    name.notice_id = event.notice_id;
    name.content_hash = event.content_hash;
    name.title = event.title;
  }
  if (done)
    done = state_->write(line);
  if (done)
    done = state_->file.sync();
  state_->note(done);
  if (done)
    state_->remember(line);
}

void Ledger::tick(Instant now) {
  state_->note(state_->advance(std::max(now, state_->last)));
}

Instant Ledger::next_due() const {
  const Instant midnight = beijing_midnight(add_days(state_->day, 1));
  return std::min(state_->line_at + state_->line_every(), midnight);
}

void Ledger::clock_trusted(bool trusted) {
  state_->trusted = trusted;
}

void Ledger::close(Instant now) {
  now = std::max(now, state_->last);
  Result<void> done = state_->roll_to(now);
  if (done)
    done = state_->flush(now);
  LedgerLine line;
  line.kind = "close";
  line.from = line.to = now;
  if (done)
    done = state_->write(std::move(line));
  if (done)
    done = state_->file.sync();
  if (!done)
    log::warn("{}; the last lines are lost", done.error().message);
}

const std::string& Ledger::problem() const {
  return state_->problem;
}

} // namespace heiban
