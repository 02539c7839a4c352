#include "app/board_record.h"

#include "base/file.h"
#include "base/log.h"
#include "base/utf8.h"

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
    ledger_->stands(*standing_, now);
  return true;
}

void BoardRecord::stands(const Standing& standing, Instant now, bool trusted) {
  worker_.post([this, standing, now, trusted] {
    standing_ = standing;
    const bool was_open = ledger_.has_value();
    if (open(now, trusted) && was_open)
      ledger_->stands(standing, now);
  });
}

void BoardRecord::tick(Instant now, bool trusted) {
  worker_.post([this, now, trusted] {
    if (open(now, trusted) && now >= ledger_->next_due())
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
