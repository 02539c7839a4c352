// The programme over random boards, settings and months: most of them small, for all that happens
// in a few rounds, and some of full size, up to 2,000 notices and lists of up to 500 pages. In CI a
// few of these; by hand, minutes long:
//   HEIBAN_BOARDS=200 HEIBAN_BIG_BOARDS=20 HEIBAN_LISTS=60 HEIBAN_TURNS=400000
//     test_programme --gtest_filter='*Properties*'
// BIG_BOARDS of each test, LISTS of more than a few pages on one of them at most, TURNS of a month
// at most.
#include "made_helper.h"
#include "programme/forecast.h"
#include "programme/period.h"
#include "programme/round.h"

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

struct Size {
  unsigned notices, pages, lists; // at most; lists: notices of more than four pages
  int64_t step = kHour;           // what begins and ends does so with others
};

constexpr Size kSmall{60, 60, 12};

Size full_size() {
  return {2000, 500, static_cast<unsigned>(wanted("HEIBAN_LISTS", 8)), 12 * kHour};
}

// Half of them alike from page to page, as lists are; texts are not.
void vary_pages(std::mt19937& from, std::vector<PageMetrics>& pages) {
  if (from() % 2)
    return;
  for (PageMetrics& page : pages)
    page.characters = static_cast<int>(from() % 400);
}

// Instants in whole steps from some days before kNow on.
void limit(std::mt19937& from, int64_t step, EditionNotice& one) {
  const auto steps = static_cast<unsigned>(20 * kDay / step);
  one.from = kNow + static_cast<int64_t>(from() % steps) * step - 5 * kDay;
  if (from() % 2)
    one.until = one.from + static_cast<int64_t>(from() % steps) * step;
}

Made random_board(std::mt19937& from, bool settled, const Size& size = kSmall) {
  Made made;
  const bool few = size.notices == kSmall.notices && from() % 2 == 0;
  const auto notices = static_cast<unsigned>(from() % ((few ? 12 : size.notices) + 1));
  const auto lists = std::min(static_cast<unsigned>(1 + from() % size.lists), notices);
  for (unsigned i = 0; i < notices; ++i) {
    const bool list = from() % notices < lists;
    const int pages = 1 + static_cast<int>(from() % (list ? size.pages : 4));
    EditionNotice& one = made.add(fmt::format("n{:04}", i), pages, static_cast<int>(from() % 400));
    vary_pages(from, made.metrics.notices[one.notice.id].pages);
    if (!settled)
      limit(from, size.step, one);
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

// As long as nothing but the number of turns matters: an hour a day.
void open_an_hour(ProgrammeRules& rules) {
  rules.hours.always = false;
  for (DayHours& day : rules.hours.weekdays)
    day = {{{9 * 60, 10 * 60}}};
}

bool alone(const EditionNotice& one) {
  return one.notice.urgency == Urgency::Urgent && one.notice.valid_to &&
         *one.notice.valid_to - one.from <= kDay;
}

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
    for (const auto& [id, pages] : last_)
      seen_in_time(id, pages);
  }

  Instant now() const { return kNow + passed_ms_ / 1000; }

private:
  using Pages = std::vector<int64_t>; // of a notice: on air, when each last began to stand

  int64_t bound_ms() const { return changes_ < 2 ? wait_ms_ : wait_ms_ + 2 * round_ms_; }

  void seen_in_time(const std::string& id, const Pages& pages) const {
    for (size_t page = 0; page < pages.size(); ++page)
      ASSERT_LE(on_air_ms_ - pages[page], bound_ms()) << id << "/" << page + 1;
  }

  // What is valid has changed: those who came wait from now on.
  void take_stock() {
    const Forecast ahead = forecast(made_.edition, made_.metrics, rules_, now());
    round_at_.emplace(made_.edition, made_.metrics, rules_.settings, now());
    wait_ms_ = std::max(wait_ms_, ahead.longest_wait_ms);
    round_ms_ = std::max(round_ms_, ahead.round_ms);
    ++changes_;
    emergency_ = false;
    must_.clear();
    for (const EditionNotice& one : made_.edition.notices) {
      const std::string& id = one.notice.id;
      if (!valid_at(one, now())) {
        if (const auto left = last_.find(id); left != last_.end()) {
          seen_in_time(id, left->second);
          last_.erase(left);
        }
        continue;
      }
      emergency_ = emergency_ || alone(one);
      if (in_public_notice(one.notice, now()))
        must_.insert(id);
      last_.try_emplace(id, made_.metrics.notices.at(id).pages.size(), on_air_ms_);
    }
    next_change_ = next_change(made_.edition, now()).value_or(kNow + 3650 * kDay);
    in_round_.clear();
    round_ = -1;
  }

  void step() {
    const int64_t round = shown_.round;
    const bool look = turns_++ % (1 + made_.edition.notices.size() / 30) == 0;
    const Plan asked = look ? plan(made_.edition, made_.metrics, shown_, rules_, now()) : Plan();
    Plan next = next_in(*round_at_, made_.metrics, std::move(shown_), rules_, now());
    if (look)
      same(next, asked);
    ASSERT_GT(next.now.dwell_ms, 0);
    const bool quiet = next.now.kind == SlotKind::Quiet;
    if (!quiet && next.now.kind != SlotKind::Fallback)
      count_rounds(next, next.after.round != round);
    if (next.now.kind == SlotKind::Notice)
      notice_stands(next.now);
    if (next.now.kind == SlotKind::Fallback) {
      ASSERT_TRUE(last_.empty()) << "the fallback stood while a notice could";
    }
    shown_ = std::move(next.after);
    passed_ms_ += next.now.dwell_ms;
    on_air_ms_ += emergency_ || quiet ? 0 : next.now.dwell_ms;
  }

  // By a round at hand or by one worked out anew: that is looked at now and then where it is dear.
  static void same(const Plan& next, const Plan& asked) {
    ASSERT_EQ(next.now.notice_id, asked.now.notice_id);
    ASSERT_EQ(next.now.page, asked.now.page);
    ASSERT_EQ(next.now.dwell_ms, asked.now.dwell_ms);
    ASSERT_EQ(next.after.done, asked.after.done);
  }

  // A round ends, and who must be in every one was in this.
  void count_rounds(const Plan& next, bool begins) {
    if (next.after.round != round_) {
      const bool owed = round_ > 0 && !emergency_;
      for (const std::string& id : owed ? must_ : std::set<std::string>()) {
        ASSERT_TRUE(in_round_.contains(id)) << id << " was not in round " << round_;
      }
      const bool whole = round_ > 0 || changes_ == 1;
      in_round_.clear();
      round_ = whole || begins ? next.after.round : -1;
      round_began_ms_ = on_air_ms_;
    }
    in_round_.insert(next.now.notice_id);
    ASSERT_LE(on_air_ms_ - round_began_ms_, bound_ms() + round_ms_) << "a round without end";
  }

  void notice_stands(const Slot& slot) {
    const auto found = last_.find(slot.notice_id);
    ASSERT_NE(found, last_.end()) << "not valid: " << slot.notice_id << "/" << slot.page;
    int64_t& last = found->second.at(static_cast<size_t>(slot.page - 1));
    ASSERT_LE(on_air_ms_ - last, bound_ms()) << slot.notice_id << "/" << slot.page;
    last = on_air_ms_;
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
  std::optional<Round> round_at_;
  std::map<std::string, Pages> last_; // every notice that may stand
  std::map<std::string, int> page_before_;
  std::set<std::string> must_, in_round_;
  std::optional<Instant> next_change_;
  int64_t passed_ms_ = 0, on_air_ms_ = 0, wait_ms_ = 0, round_ms_ = 0, round_began_ms_ = 0;
  int64_t round_ = -1;
  size_t turns_ = 0;
  int changes_ = 0;
  bool emergency_ = false;
};

// While nothing changes, every page comes within the time the forecast names, in order, none
// skipped, and what the law wants seen is in every round.
void every_page_comes(std::mt19937& from, int count, const Size& size, int waits, int most_turns) {
  for (int board = 0; board < count; ++board) {
    SCOPED_TRACE(board);
    const Made made = random_board(from, true, size);
    const ProgrammeRules rules = random_rules(from);
    const Forecast promised = forecast(made.edition, made.metrics, rules, kNow);
    ASSERT_EQ(promised.guarantee_kept,
              promised.longest_wait_ms <= rules.settings.guarantee_minutes * int64_t{60'000});
    SCOPED_TRACE(fmt::format("scale {} rounds {} older {} spread {} round {} wait {}",
                             promised.scale_permille, promised.rounds, promised.older,
                             promised.spread, promised.round_ms, promised.longest_wait_ms));
    Life life(made, rules);
    const Instant end = kNow + waits * promised.longest_wait_ms / 1000 + kMinute;
    life.live(end, most_turns);
    if (testing::Test::HasFatalFailure())
      return;
    ASSERT_GE(life.now(), end) << "too few turns to say anything";
    life.nobody_waits_too_long();
  }
}

TEST(PlanProperties, EveryPageComesWithinTheForecast) {
  std::mt19937 from(2);
  every_page_comes(from, boards(30), kSmall, 4, 200'000);
}

TEST(PlanProperties, EveryPageOfAFullSizeBoardComesWithinTheForecast) {
  std::mt19937 from(3);
  every_page_comes(from, wanted("HEIBAN_BIG_BOARDS", 3), full_size(), 2, 2'000'000);
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

TEST(PlanProperties, AMonthOfAFullSizeBoard) {
  std::mt19937 from(8);
  for (int board = 0; board < wanted("HEIBAN_BIG_BOARDS", 1); ++board) {
    SCOPED_TRACE(board);
    const Made made = random_board(from, false, full_size());
    ProgrammeRules rules = random_rules(from);
    open_an_hour(rules);
    Life life(made, rules);
    life.live(kNow + 30 * kDay, 1'000'000);
    if (HasFatalFailure())
      return;
    ASSERT_GE(life.now(), kNow + 30 * kDay);
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
