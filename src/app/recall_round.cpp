#include "app/recall_round.h"

#include "ledger/read.h"
#include "programme/recall.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

namespace heiban {
namespace {

constexpr size_t kFewestDays = 2; // a round may have begun before midnight
constexpr size_t kMostFiles = 70; // a summer's holidays and some
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

// Notices of the edition that are not yet known to have stood.
size_t still_unknown(const std::set<std::string_view>& wanted, const std::vector<Stood>& stood) {
  std::set<std::string_view> found;
  for (const Stood& one : stood)
    if (wanted.contains(one.notice_id))
      found.insert(one.notice_id);
  return wanted.size() - found.size();
}

} // namespace

// From the last day backwards. Days off say nothing; two days that tell of notices hold a round,
// and where one is longer, a day more as long as it still finds notices of the edition.
Shown recall_round(const std::string& state, const Edition& edition) {
  std::set<std::string_view> wanted;
  for (const EditionNotice& one : edition.notices)
    wanted.insert(one.notice.id);
  std::vector<LedgerFile> files = ledger_files(state + "/ledger");
  std::vector<Stood> stood;
  size_t days = 0, unknown = wanted.size();
  for (size_t read = 0; read < kMostFiles && !files.empty() && stood.size() < kMostStood; ++read) {
    std::vector<Stood> earlier;
    if (const Result<LedgerDay> day = read_day(files.back()))
      add_day(*day, earlier);
    files.pop_back();
    if (std::ranges::none_of(earlier, [](const Stood& one) { return !one.notice_id.empty(); }))
      continue;
    earlier.insert(earlier.end(), stood.begin(), stood.end());
    stood = std::move(earlier);
    const size_t left = still_unknown(wanted, stood);
    if (++days >= kFewestDays && (left == 0 || left == unknown))
      break;
    unknown = left;
  }
  if (stood.size() > kMostStood)
    stood.erase(stood.begin(), stood.end() - static_cast<int64_t>(kMostStood));
  return recall(stood);
}

} // namespace heiban
