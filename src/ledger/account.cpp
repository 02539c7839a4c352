#include "ledger/account.h"

#include <algorithm>
#include <optional>

namespace heiban {
namespace {

// Counts the times the pages of one content stood in their order, from the first to the last.
class RoundCounter {
public:
  // True when this showing completes it.
  bool take(const Showing& one) {
    if (one.what.content_hash != hash_ || one.of != of_) {
      hash_ = one.what.content_hash;
      of_ = one.of;
      next_ = 1;
    }
    if (one.to - one.from < kCountedSeconds)
      return false;
    if (one.page == 1)
      next_ = 1;
    if (one.page != next_)
      return false;
    next_ = one.page == of_ ? 1 : one.page + 1;
    return one.page == of_;
  }

private:
  std::string hash_;
  int of_ = 0, next_ = 1;
};

void add(Tally& tally, const Showing& one, bool completes) {
  if (tally.seconds == 0)
    tally.first = one.from;
  ++tally.showings;
  tally.complete += completes;
  tally.seconds += one.to - one.from;
  tally.last = std::max(tally.last, one.to);
}

// What a stay gives to each day it touches; it counts as a showing on its first.
template <class Give>
void by_day(Instant from, Instant to, const Give& give) {
  while (from < to) {
    const CivilDate date = beijing(from).date;
    const Instant end = std::min(to, beijing_midnight(add_days(date, 1)));
    give(date, from, end);
    from = end;
  }
}

class Accountant : public LedgerVisitor {
public:
  LedgerAccounts out;

  void showing(const Showing& one) override {
    if (one.what.own == "stopped")
      return; // 紧急断播: a neutral page is no showing
    by_day(one.from, one.to, [&](CivilDate date, Instant from, Instant to) {
      out.days[date].on_air_seconds += to - from;
    });
    if (one.what.notice_id.empty())
      return;
    const size_t at = place_of(one.what);
    NoticeAccount& notice = out.notices[at];
    const bool completes = rounds_[at].take(one);
    notice.name = one.what;
    add(notice.tally, one, completes);
    VersionAccount& version = version_of(notice, one.what.content_hash);
    version.pages = one.of;
    add(version.tally, one, completes);
    by_day(one.from, one.to, [&](CivilDate date, Instant from, Instant to) {
      Showing piece = one;
      piece.from = from;
      piece.to = to;
      add(notice.days[date], piece, completes && to == one.to);
    });
  }

  void gap(const LedgerGap& one) override {
    by_day(one.from, one.to, [&](CivilDate date, Instant from, Instant to) {
      out.days[date].gaps.push_back({from, to, one.cause});
    });
  }

  void note(const LedgerNote& one) override {
    if (one.about.notice_id.empty())
      out.notes.push_back(one);
    else
      out.notices[place_of(one.about)].notes.push_back(one);
  }

private:
  size_t place_of(const LedgerName& name) {
    const auto [at, is_new] = places_.try_emplace(name.notice_id, out.notices.size());
    if (is_new) {
      out.notices.emplace_back().name = name;
      rounds_.emplace_back();
    }
    return at->second;
  }

  static VersionAccount& version_of(NoticeAccount& notice, const std::string& hash) {
    const auto found = std::ranges::find(notice.versions, hash, &VersionAccount::content_hash);
    if (found != notice.versions.end())
      return *found;
    notice.versions.emplace_back().content_hash = hash;
    return notice.versions.back();
  }

  std::map<std::string, size_t> places_;
  std::vector<RoundCounter> rounds_;
};

} // namespace

LedgerAccounts ledger_accounts(const std::string& folder, Instant from, Instant to) {
  Accountant accountant;
  walk_span(folder, from, to, accountant);
  return std::move(accountant.out);
}

} // namespace heiban
