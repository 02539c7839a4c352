#include "app/recall_round.h"

#include "ledger/read.h"
#include "programme/recall.h"

#include <algorithm>
#include <map>

namespace heiban {
namespace {

constexpr size_t kFilesRead = 2; // days: a round may have begun before midnight
constexpr size_t kMostStood = 20'000;

void add_day(const LedgerDay& day, std::vector<Stood>& stood) {
  std::map<int, const LedgerName*> names;
  for (const LedgerLine& line : day.lines) {
    for (const LedgerName& name : line.names)
      names[name.number] = &name;
    for (const LedgerShown& one : line.shown)
      if (const auto name = names.find(one.name); name != names.end() && !one.continues)
        stood.push_back({name->second->notice_id, name->second->own, one.page, one.of});
  }
}

} // namespace

Shown recall_round(const std::string& state) {
  const std::vector<LedgerFile> files = ledger_files(state + "/ledger");
  std::vector<Stood> stood;
  for (size_t i = files.size() - std::min(files.size(), kFilesRead); i < files.size(); ++i)
    if (const Result<LedgerDay> day = read_day(files[i]))
      add_day(*day, stood);
  if (stood.size() > kMostStood)
    stood.erase(stood.begin(), stood.end() - static_cast<int64_t>(kMostStood));
  return recall(stood);
}

} // namespace heiban
