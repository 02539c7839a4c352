#include "app/board_record.h"

#include "base/file.h"
#include "base/log.h"
#include "base/utf8.h"
#include "programme/plan.h"

#include <fmt/format.h>

#include <utility>

namespace heiban {
namespace {

std::string boot_id() {
  const Result<std::string> id = read_file("/proc/sys/kernel/random/boot_id", 256);
  return id ? std::string(trim(*id)) : std::string();
}

} // namespace

BoardRecord::BoardRecord(std::string state) : state_(std::move(state)), worker_("record") {}

bool BoardRecord::open(Instant now, bool trusted) {
  if (ledger_) {
    ledger_->clock_trusted(trusted);
    return true;
  }
  Result<Ledger> opened = Ledger::open(state_ + "/ledger", {boot_id(), now, trusted});
  ledger_problem_ = opened ? "" : fmt::format("ledger: {}", opened.error().message);
  if (!opened)
    return log::warn("{}", ledger_problem_), false;
  ledger_.emplace(std::move(*opened));
  if (standing_)
    tell(now);
  return true;
}

// Outside opening hours a quiet page is on the glass, and no notice: the ledger calls it a gap.
void BoardRecord::tell(Instant now) {
  if (standing_->notice_id.empty() && standing_->own == own_word(SlotKind::Quiet))
    ledger_->nothing("off hours", now);
  else
    ledger_->stands(*standing_, now);
}

void BoardRecord::stands(const Standing& standing, Instant now, bool trusted) {
  worker_.post([this, standing, now, trusted] {
    standing_ = standing;
    const bool was_open = ledger_.has_value();
    if (open(now, trusted) && was_open)
      tell(now);
  });
}

void BoardRecord::withdrawals(const std::vector<EditionWithdrawal>& withdrawn, Instant now) {
  if (withdrawn.empty())
    return;
  worker_.post([this, withdrawn, now] {
    withdrawn_.clear();
    for (const EditionWithdrawal& one : withdrawn)
      withdrawn_.push_back({"withdrawn", one.id, one.content_hash, one.title, one.reason, one.at});
    tell_events(now);
  });
}

void BoardRecord::event(const LedgerEvent& event) {
  worker_.post([this, event] {
    events_.push_back(event);
    tell_events(event.at);
  });
}

// The ledger itself knows which withdrawals it has told.
void BoardRecord::tell_events(Instant now) {
  if (!ledger_)
    return;
  for (const LedgerEvent& one : withdrawn_)
    ledger_->event(one, now);
  while (!events_.empty()) {
    ledger_->event(events_.front(), now);
    if (!ledger_->problem().empty())
      return;
    events_.erase(events_.begin());
  }
}

void BoardRecord::tick(Instant now, bool trusted) {
  worker_.post([this, now, trusted] {
    if (!open(now, trusted))
      return;
    tell_events(now);
    if (now >= ledger_->next_due())
      ledger_->tick(now);
  });
}

void BoardRecord::write(const Report& report) {
  Report whole = report;
  const std::string& problem = ledger_ ? ledger_->problem() : ledger_problem_;
  if (!problem.empty())
    whole.problems.push_back(problem);
  if (const Result<void> written = write_report(state_ + "/status.json", whole); !written)
    log::warn("status.json: {}", written.error().message);
}

void BoardRecord::report(const Report& report) {
  worker_.post([this, report] { write(report); });
}

void BoardRecord::finish() {
  worker_.finish();
}

void BoardRecord::close(Instant now, const Report& last) {
  worker_.post([this, now, last] {
    if (ledger_)
      ledger_->close(now);
    write(last);
    ledger_.reset();
  });
  worker_.finish();
}

} // namespace heiban
