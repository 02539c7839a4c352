// A month of a board: the plan turn by turn, the ledger beside it, restarts in between. Short by
// default; the long form by hand:
//   HEIBAN_MONTH_DAYS=30 HEIBAN_MONTH_NOTICES=2000 test_app --gtest_filter='Month.*'
#include "app/recall_round.h"
#include "ledger/account.h"
#include "ledger/ledger.h"
#include "programme/forecast.h"
#include "programme/period.h"
#include "programme/relief.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>

namespace heiban {
namespace {

const Instant kMonday = from_beijing({{2026, 11, 23}, 8, 0, 0});
constexpr int64_t kMostLost = 70; // seconds of the ledger that a crash may take

int number_from(const char* variable, int usual) {
  const char* text = std::getenv(variable);
  return text ? std::max(1, std::atoi(text)) : usual;
}

struct Stay {
  std::string what; // notice id, or the word for a page of the board's own
  int page = 1;
  Instant from;
  bool operator==(const Stay&) const = default;
};

class Month : public testing::Test {
protected:
  Month() {
    std::string path = std::filesystem::temp_directory_path() / "heiban-month-XXXXXX";
    state_ = ::mkdtemp(path.data());
    rules_.hours.always = false;
    for (DayHours& day : rules_.hours.weekdays)
      day = {{{8 * 60 + 30, 12 * 60}, {13 * 60 + 30, 17 * 60 + 30}}};
    rules_.hours.weekdays[5] = rules_.hours.weekdays[6] = {};
  }
  ~Month() override {
    ledger_.reset();
    std::filesystem::remove_all(state_);
  }

  // Of ten notices one is a 公示, of forty one a list of many pages; one leads every round.
  void fill(int notices) {
    for (int i = 0; i < notices; ++i) {
      EditionNotice& one = add(fmt::format("{:016x}", i + 1), i % 40 == 7 ? 60 : 1 + i % 4, i);
      if (i % 10 == 3) {
        one.notice.title = fmt::format("关于第{}批拟聘用人员的公示", i);
        one.notice.valid_to = one.until = kMonday + 90 * kDay;
      }
    }
    add("leads", 1, 0).notice.urgency = Urgency::Urgent;
    metrics_.index.assign(static_cast<size_t>(1 + notices / 30), PageMetrics{300});
    promised_ = forecast(edition_, metrics_, rules_, kMonday);
  }

  EditionNotice& add(const std::string& id, int pages, int number) {
    EditionNotice& one = edition_.notices.emplace_back();
    one.notice.id = id;
    one.notice.content_hash = std::string(64, 'a');
    one.notice.title = fmt::format("关于第{}号工作的通知", number);
    one.from = kMonday - kDay;
    std::vector<PageMetrics>& all = metrics_.notices[id].pages;
    for (int page = 0; page < pages; ++page)
      all.push_back({60 + (number * 37 + page * 11) % 200});
    return one;
  }

  // An emergency an hour after noon of every third day, for ten minutes.
  void add_emergencies(int days) {
    for (int day = 1; day < days; day += 3) {
      EditionNotice& one = add(fmt::format("flood{}", day), 1, day);
      one.notice.urgency = Urgency::Urgent;
      one.from = kMonday + day * kDay + 6 * kHour;
      one.notice.valid_to = one.until = one.from + 10 * kMinute;
    }
  }

  Instant now() const { return kMonday + passed_ms_ / 1000; }

  void start() {
    shown_ = recall_round(state_, edition_);
    ledger_.emplace(Ledger::open(state_ + "/ledger", {"boot", now(), true}).value());
    standing_.reset();
    whole_round_ = false;
    restarted_ = resumed_ = true;
    for (const auto& [id, page] : page_before_)
      stepped_back_.insert(id);
    ++disturbed_;
  }

  // On purpose, or by a crash that takes what was not yet written.
  void restart(bool crash) {
    if (!crash)
      ledger_->close(now());
    crashes_ += crash;
    ledger_.reset();
    passed_ms_ += 90'000;
    start();
  }

  void live(int days) {
    start();
    const Instant end = kMonday + days * kDay;
    Instant restart_at = kMonday + 5 * kHour;
    for (int64_t restarts = 1; now() < end;) {
      if (now() >= restart_at) {
        restart(restarts % 2 == 0);
        restart_at = now() + (17 + 31 * restarts++ % 40) * kHour;
      }
      step();
      if (HasFatalFailure())
        return;
    }
    ledger_->close(now());
    ended_ = now();
  }

  void step() {
    const Plan next = plan(edition_, metrics_, shown_, rules_, now());
    const Slot& slot = next.now;
    const EditionNotice* one = find(slot.notice_id);
    tell(slot, one);
    if (slot.kind == SlotKind::Notice || slot.kind == SlotKind::Index) {
      count_rounds(next);
      take_turn(slot, one);
    }
    int64_t stands_ms = slot.dwell_ms;
    if (const auto change = next_change(edition_, now())) // what begins or ends does so on time
      stands_ms = std::min(stands_ms, (*change - now()) * 1000);
    shown_ = next.after;
    pass(std::max<int64_t>(stands_ms, 1000));
    on_air_ms_ += emergency_ || slot.kind == SlotKind::Quiet ? 0 : stands_ms;
    restarted_ = false;
  }

  const EditionNotice* find(const std::string& id) const {
    const auto found = std::ranges::find_if(
        edition_.notices, [&](const EditionNotice& one) { return one.notice.id == id; });
    return found == edition_.notices.end() ? nullptr : &*found;
  }

  void pass(int64_t ms) {
    for (const int64_t until = passed_ms_ + ms; passed_ms_ < until;) {
      passed_ms_ = std::min(until, passed_ms_ + 60'000);
      ledger_->tick(now());
    }
  }

  void tell(const Slot& slot, const EditionNotice* one) {
    if (slot.kind == SlotKind::Quiet) {
      standing_.reset();
      return ledger_->nothing("off hours", now());
    }
    const Stay stay{one ? slot.notice_id : own_word(slot.kind), slot.page, now()};
    if (standing_ && standing_->what == stay.what && standing_->page == stay.page)
      return; // the board tells a page that goes on standing once
    standing_ = stay;
    stood_.push_back(stay);
    Standing standing{.notice_id = slot.notice_id, .page = slot.page, .of = slot.of};
    standing.own = own_word(slot.kind);
    if (one) {
      standing.content_hash = one->notice.content_hash;
      standing.title = one->notice.title;
    }
    ledger_->stands(standing, now());
  }

  void count_rounds(const Plan& next) {
    if (next.after.round != round_) {
      for (const EditionNotice& one : edition_.notices) {
        const bool must = one.notice.urgency == Urgency::Urgent && !one.notice.valid_to;
        const bool owed = must || in_public_notice(one.notice, now());
        if (whole_round_ && owed && one.until.value_or(now() + 2 * kDay) > now() + kDay) {
          ASSERT_TRUE(in_round_.contains(one.notice.id)) << one.notice.id << " round " << round_;
        }
      }
      whole_round_ = round_ > 0 && !resumed_;
      resumed_ = false;
      rounds_ += whole_round_;
      round_ = next.after.round;
      in_round_.clear();
    }
    in_round_.insert(next.now.notice_id);
  }

  // Its dwell, its order among its pages, and how long it has waited.
  void take_turn(const Slot& slot, const EditionNotice* one) {
    const std::vector<PageMetrics>& pages =
        one ? metrics_.notices.at(slot.notice_id).pages : metrics_.index;
    const int64_t full = dwell_ms(pages[static_cast<size_t>(slot.page - 1)], rules_.settings);
    ASSERT_GE(slot.dwell_ms, std::min(full, rules_.settings.scan_floor_ms));
    ASSERT_LE(slot.dwell_ms, full);
    const bool emergency = one && one->notice.id.starts_with("flood");
    if (emergency != emergency_) {
      emergency_ = emergency;
      broken_into_ += emergency;
    }
    if (!one || emergency)
      return;
    if (pages.size() > kLongPages) {
      int& before = page_before_[slot.notice_id];
      const bool after_start = stepped_back_.erase(slot.notice_id) > 0;
      ASSERT_TRUE(slot.page == before % slot.of + 1 || (after_start && slot.page <= before))
          << slot.notice_id << " page " << slot.page << " after " << before;
      before = slot.page;
    }
    Waiting& page = waiting_[{slot.notice_id, slot.page}];
    // A restart may make the round up anew; a notice that an emergency broke into begins again.
    const int64_t again = static_cast<int64_t>(kLongPages) * rules_.settings.dwell_cap_ms;
    const int64_t restarts = disturbed_ - page.disturbed, broken = broken_into_ - page.broken_into;
    ASSERT_LE(on_air_ms_ - page.since_ms,
              promised_.longest_wait_ms + restarts * promised_.round_ms + broken * again)
        << slot.notice_id << "/" << slot.page;
    if (restarts == 0 && broken == 0)
      longest_ms_ = std::max(longest_ms_, on_air_ms_ - page.since_ms);
    page = {on_air_ms_, disturbed_, broken_into_};
  }

  // What the ledger says is what was planned, but for the end that each crash took.
  void ledger_agrees() const {
    const Verification found = verify_ledger(state_ + "/ledger");
    ASSERT_TRUE(found.broken.empty()) << found.broken.front().what;
    const LedgerSpan span = read_span(state_ + "/ledger", kMonday - kDay, ended_ + kDay);
    std::set<std::tuple<int64_t, std::string, int>> planned;
    for (const Stay& one : stood_)
      planned.insert({one.from.seconds, one.what, one.page});
    int64_t shown_s = 0;
    for (const Showing& one : span.showings) {
      const std::string& what = one.what.own.empty() ? one.what.notice_id : one.what.own;
      ASSERT_TRUE(planned.contains({one.from.seconds, what, one.page}))
          << what << "/" << one.page << " at " << iso_utc(one.from);
      shown_s += one.to - one.from;
    }
    int64_t off_s = 0;
    for (const LedgerGap& gap : span.gaps)
      off_s += gap.to - gap.from;
    EXPECT_EQ(shown_s + off_s, ended_ - kMonday) << "every second is told of";
    EXPECT_LE(stood_.size() - span.showings.size(),
              static_cast<size_t>(crashes_ * (kMostLost / 2 + 1)));
  }

  struct Waiting {
    int64_t since_ms = 0, disturbed = 0, broken_into = 0;
  };
  std::string state_;
  Edition edition_;
  Metrics metrics_;
  ProgrammeRules rules_;
  Forecast promised_;
  Shown shown_;
  std::optional<Ledger> ledger_;
  std::vector<Stay> stood_;
  std::optional<Stay> standing_; // none: nothing, or a start
  std::map<std::pair<std::string, int>, Waiting> waiting_;
  std::map<std::string, int> page_before_;
  std::set<std::string> in_round_;
  int64_t passed_ms_ = 0, on_air_ms_ = 0, round_ = -1, rounds_ = 0, longest_ms_ = 0;
  int64_t disturbed_ = 0, broken_into_ = 0, crashes_ = 0;
  std::set<std::string> stepped_back_; // lists that may repeat what a crash took from the record
  bool whole_round_ = false;           // the one under way was seen from its beginning
  bool resumed_ = false;               // … and this one began before a restart
  bool restarted_ = false, emergency_ = false;
  Instant ended_;
};

TEST_F(Month, IsAsItWasPromisedAndAsTheLedgerSays) {
  const int days = number_from("HEIBAN_MONTH_DAYS", 4);
  fill(number_from("HEIBAN_MONTH_NOTICES", 50));
  add_emergencies(days);
  live(days);
  if (HasFatalFailure())
    return;
  EXPECT_EQ(promised_.guarantee_kept,
            promised_.longest_wait_ms <= rules_.settings.guarantee_minutes * int64_t{60'000});
  EXPECT_TRUE(promised_.guarantee_kept || !promised_.findings.empty()) << "nobody is told";
  if (promised_.guarantee_kept) {
    EXPECT_LE(longest_ms_, rules_.settings.guarantee_minutes * int64_t{60'000});
  }
  ledger_agrees();
  fmt::print("{} notices, {} pages: {} stays, {} whole rounds, a page waited {} (promised {}, "
             "guarantee {} min: {})\n",
             promised_.notices, promised_.pages, stood_.size(), rounds_, duration_zh(longest_ms_),
             duration_zh(promised_.longest_wait_ms), promised_.guarantee_minutes,
             promised_.guarantee_kept ? "kept" : "impossible");
}

} // namespace
} // namespace heiban
