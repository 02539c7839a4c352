// The programme over random boards, settings and months. Short by default; HEIBAN_BOARDS=200
// HEIBAN_NOTICES=2000 HEIBAN_PAGES=500 test_programme --gtest_filter='*Properties*' by hand.
#include "made_helper.h"
#include "programme/forecast.h"
#include "programme/period.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>

namespace heiban {
namespace {

int wanted(const char* name, int usual) {
  const char* value = std::getenv(name);
  return value ? std::max(1, std::atoi(value)) : usual;
}

int boards(int usual) {
  return wanted("HEIBAN_BOARDS", usual);
}

// Instants in whole hours from a day before kNow: what begins and ends does so with others.
Made random_board(std::mt19937& from, bool settled) {
  static const int most_notices = wanted("HEIBAN_NOTICES", 60);
  static const int most_pages = wanted("HEIBAN_PAGES", 60);
  Made made;
  const unsigned most = from() % 2 == 0 ? 12 : static_cast<unsigned>(most_notices);
  const unsigned notices = from() % (most + 1);
  for (unsigned i = 0; i < notices; ++i) {
    const int pages = from() % 10 == 0
                          ? 1 + static_cast<int>(from() % static_cast<unsigned>(most_pages))
                          : 1 + static_cast<int>(from() % 4);
    EditionNotice& one = made.add(fmt::format("n{:04}", i), pages, static_cast<int>(from() % 400));
    if (!settled) {
      one.from = kNow + static_cast<int64_t>(from() % (20 * 24)) * kHour - 5 * kDay;
      if (from() % 2)
        one.until = one.from + static_cast<int64_t>(from() % (20 * 24)) * kHour;
    }
    if (from() % 10 == 0) {
      one.notice.title = "关于某事的公示";
      one.notice.valid_to = one.until ? *one.until : kNow + 60 * kDay;
    }
    if (from() % 60 == 0)
      one.notice.urgency = Urgency::Urgent;
  }
  for (int page = 1 + static_cast<int>(from() % 3); page > 0; --page)
    made.metrics.index.push_back({60 + static_cast<int>(from() % 300)});
  return made;
}

ProgrammeRules random_rules(std::mt19937& from) {
  ProgrammeRules rules;
  ProgrammeSettings& settings = rules.settings;
  settings.dwell_floor_ms = 4000 + static_cast<int64_t>(from() % 6000);
  settings.dwell_cap_ms = settings.dwell_floor_ms + static_cast<int64_t>(from() % 60'000);
  settings.scan_floor_ms = 2000 + static_cast<int64_t>(from() % 6000);
  settings.round_target_minutes = 1 + static_cast<int>(from() % 40);
  settings.guarantee_minutes = 10 + static_cast<int>(from() % 100);
  settings.index_page = from() % 3 != 0;
  return rules;
}

void open_in_office_hours(ProgrammeRules& rules) {
  rules.hours.always = false;
  for (DayHours& day : rules.hours.weekdays)
    day = {{{8 * 60, 12 * 60}, {13 * 60 + 30, 17 * 60}}};
  rules.hours.weekdays[6] = {};
}

bool alone(const EditionNotice& one) {
  return one.notice.urgency == Urgency::Urgent && one.notice.valid_to &&
         *one.notice.valid_to - one.from <= kDay;
}

using PageOf = std::pair<std::string, int>;

// A board as time goes by: every turn is checked, and how long each page has waited for it.
class Life {
public:
  Life(const Made& made, const ProgrammeRules& rules) : made_(made), rules_(rules) {}

  void live(Instant until, int most_turns) {
    for (int turn = 0; now() < until && turn < most_turns; ++turn) {
      if (!next_change_ || now() >= *next_change_)
        take_stock();
      step();
      if (testing::Test::HasFatalFailure())
        return;
    }
  }

  void nobody_waits_too_long() const {
    for (const auto& [page, at] : last_)
      ASSERT_LE(on_air_ms_ - at, bound_ms()) << page.first << "/" << page.second;
  }

private:
  Instant now() const { return kNow + passed_ms_ / 1000; }
  int64_t bound_ms() const { return changes_ < 2 ? wait_ms_ : wait_ms_ + 2 * round_ms_; }

  // What is valid has changed: those who came wait from now on.
  void take_stock() {
    const Forecast ahead = forecast(made_.edition, made_.metrics, rules_, now());
    wait_ms_ = std::max(wait_ms_, ahead.longest_wait_ms);
    round_ms_ = std::max(round_ms_, ahead.round_ms);
    ++changes_;
    emergency_ = false;
    must_.clear();
    std::set<PageOf> here;
    for (const EditionNotice& one : made_.edition.notices) {
      if (!valid_at(one, now()))
        continue;
      emergency_ = emergency_ || alone(one);
      if (in_public_notice(one.notice, now()))
        must_.insert(one.notice.id);
      const size_t pages = made_.metrics.notices.at(one.notice.id).pages.size();
      for (size_t page = 1; page <= pages; ++page)
        here.insert({one.notice.id, static_cast<int>(page)});
    }
    std::erase_if(last_, [&](const auto& one) { return !here.contains(one.first); });
    for (const PageOf& page : here)
      last_.emplace(page, on_air_ms_);
    next_change_ = next_change(made_.edition, now()).value_or(kNow + 3650 * kDay);
    in_round_.clear();
    round_ = -1;
  }

  void step() {
    const Plan next = plan(made_.edition, made_.metrics, shown_, rules_, now());
    same_again(next);
    ASSERT_GT(next.now.dwell_ms, 0);
    if (next.now.kind == SlotKind::Quiet) {
      passed_ms_ += next.now.dwell_ms;
      return;
    }
    if (next.now.kind != SlotKind::Fallback)
      count_rounds(next);
    if (next.now.kind == SlotKind::Notice)
      notice_stands(next.now);
    if (next.now.kind == SlotKind::Fallback) {
      ASSERT_TRUE(last_.empty()) << "the fallback stood while a notice could";
    }
    shown_ = next.after;
    passed_ms_ += next.now.dwell_ms;
    on_air_ms_ += emergency_ ? 0 : next.now.dwell_ms;
  }

  void same_again(const Plan& next) const {
    const Plan again = plan(made_.edition, made_.metrics, shown_, rules_, now());
    ASSERT_EQ(next.now.notice_id, again.now.notice_id);
    ASSERT_EQ(next.now.page, again.now.page);
    ASSERT_EQ(next.now.dwell_ms, again.now.dwell_ms);
    ASSERT_EQ(next.after.done, again.after.done);
  }

  // A round ends, and who must be in every one was in this.
  void count_rounds(const Plan& next) {
    if (next.after.round != round_) {
      const bool owed = round_ > 0 && !emergency_;
      for (const std::string& id : owed ? must_ : std::set<std::string>()) {
        ASSERT_TRUE(in_round_.contains(id)) << id << " was not in round " << round_;
      }
      const bool whole = round_ > 0 || changes_ == 1;
      in_round_.clear();
      round_ = whole || shown_.round != next.after.round ? next.after.round : -1;
      round_began_ms_ = on_air_ms_;
    }
    in_round_.insert(next.now.notice_id);
    ASSERT_LE(on_air_ms_ - round_began_ms_, bound_ms() + round_ms_) << "a round without end";
  }

  void notice_stands(const Slot& slot) {
    const PageOf page{slot.notice_id, slot.page};
    const auto last = last_.find(page);
    ASSERT_NE(last, last_.end()) << "not valid: " << slot.notice_id << "/" << slot.page;
    ASSERT_LE(on_air_ms_ - last->second, bound_ms()) << slot.notice_id << "/" << slot.page;
    last->second = on_air_ms_;
    const std::vector<PageMetrics>& pages = made_.metrics.notices.at(slot.notice_id).pages;
    ASSERT_EQ(slot.of, static_cast<int>(pages.size()));
    const int64_t full = dwell_ms(pages[static_cast<size_t>(slot.page - 1)], rules_.settings);
    ASSERT_GE(slot.dwell_ms, std::min(rules_.settings.scan_floor_ms, full));
    ASSERT_LE(slot.dwell_ms, full);
    if (changes_ == 1)
      in_order(slot);
  }

  void in_order(const Slot& slot) {
    int& before = page_before_[slot.notice_id];
    ASSERT_EQ(slot.page, before == slot.of ? 1 : before + 1) << slot.notice_id;
    before = slot.page;
  }

  const Made& made_;
  const ProgrammeRules& rules_;
  Shown shown_;
  std::map<PageOf, int64_t> last_; // every page that may stand: on air, when it last began to
  std::map<std::string, int> page_before_;
  std::set<std::string> must_, in_round_;
  std::optional<Instant> next_change_;
  int64_t passed_ms_ = 0, on_air_ms_ = 0, wait_ms_ = 0, round_ms_ = 0, round_began_ms_ = 0;
  int64_t round_ = -1;
  int changes_ = 0;
  bool emergency_ = false;
};

// While nothing changes, every page comes within the time the forecast names, in order, none
// skipped, and what the law wants seen is in every round.
TEST(PlanProperties, EveryPageComesWithinTheForecast) {
  std::mt19937 from(2);
  for (int board = 0; board < boards(30); ++board) {
    SCOPED_TRACE(board);
    const Made made = random_board(from, true);
    const ProgrammeRules rules = random_rules(from);
    const Forecast promised = forecast(made.edition, made.metrics, rules, kNow);
    ASSERT_EQ(promised.guarantee_kept,
              promised.longest_wait_ms <= rules.settings.guarantee_minutes * int64_t{60'000});
    SCOPED_TRACE(fmt::format("scale {} rounds {} older {} spread {} round {} wait {}",
                             promised.scale_permille, promised.rounds, promised.older,
                             promised.spread, promised.round_ms, promised.longest_wait_ms));
    Life life(made, rules);
    life.live(kNow + 4 * promised.longest_wait_ms / 1000 + kMinute, 200'000);
    if (HasFatalFailure())
      return;
    life.nobody_waits_too_long();
  }
}

// The forecast calls the guarantee impossible only where no order of pages could keep it.
TEST(PlanProperties, ImpossibleIsMeantAsItIsSaid) {
  std::mt19937 from(5);
  for (int board = 0; board < boards(200); ++board) {
    SCOPED_TRACE(board);
    const Made made = random_board(from, true);
    const ProgrammeRules rules = random_rules(from);
    const Forecast promised = forecast(made.edition, made.metrics, rules, kNow);
    const auto scanned = [&](const PageMetrics& page) {
      return std::min(rules.settings.scan_floor_ms, dwell_ms(page, rules.settings));
    };
    int64_t least = 0;
    for (const auto& [id, notice] : made.metrics.notices)
      for (const PageMetrics& page : notice.pages)
        least += scanned(page);
    for (int page = 0; page < promised.index_pages; ++page)
      least += scanned(made.metrics.index[static_cast<size_t>(page)]);
    ASSERT_EQ(promised.guarantee_kept, least <= rules.settings.guarantee_minutes * int64_t{60'000});
  }
}

// A month in which notices begin and end: nothing expired or not yet valid stands, nobody starves,
// rounds end, the same input gives the same plan.
TEST(PlanProperties, AMonthOfBeginningsAndEnds) {
  std::mt19937 from(1);
  for (int board = 0; board < boards(6); ++board) {
    SCOPED_TRACE(board);
    Made made = random_board(from, false);
    if (board % 3 == 0) {
      EditionNotice& flood = made.add_urgent("flood", 1);
      flood.from = kNow + 3 * kDay;
      flood.notice.valid_to = flood.until = flood.from + 5 * kHour;
    }
    ProgrammeRules rules = random_rules(from);
    if (board % 2 == 0)
      open_in_office_hours(rules);
    Life life(made, rules);
    life.live(kNow + 30 * kDay, wanted("HEIBAN_TURNS", 20'000));
    if (HasFatalFailure())
      return;
    life.nobody_waits_too_long();
  }
}

// Editions that come every few minutes, each with a notice more or less, starve nobody.
TEST(PlanProperties, AnEditionEveryFewMinutesStarvesNobody) {
  std::mt19937 from(7);
  Made made;
  for (int i = 0; i < 60; ++i)
    made.add(fmt::format("old{:02}", i), 2, 200);
  ProgrammeRules rules;
  std::map<std::string, int64_t> last;
  Shown shown;
  int64_t passed_ms = 0, next_edition_ms = 0;
  for (int edition = 0; edition < 100;) {
    if (passed_ms >= next_edition_ms) {
      ++edition;
      next_edition_ms += 5 * 60'000;
      made.add(fmt::format("new{:03}", edition), 1, 200);
      std::ranges::rotate(made.edition.notices, made.edition.notices.end() - 1);
      if (edition > 5) { // as many leave as come
        const std::string gone = fmt::format("new{:03}", edition - 5);
        std::erase_if(made.edition.notices, [&](const auto& one) { return one.notice.id == gone; });
      }
    }
    const Plan next = plan(made.edition, made.metrics, shown, rules, kNow);
    if (next.now.page == 1)
      last[next.now.notice_id] = passed_ms;
    shown = next.after;
    passed_ms += next.now.dwell_ms;
  }
  for (int i = 0; i < 60; ++i)
    EXPECT_LE(passed_ms - last[fmt::format("old{:02}", i)], 80 * 60'000) << i;
}

} // namespace
} // namespace heiban
