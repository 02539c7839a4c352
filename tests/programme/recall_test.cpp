#include "made_helper.h"
#include "programme/recall.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

// Walks a board while keeping its record, as the ledger would.
struct Kept {
  Made made;
  ProgrammeRules rules;
  Shown shown;
  std::vector<Stood> stood;
  std::vector<std::string> seen;

  void walk(int turns) {
    for (int i = 0; i < turns; ++i) {
      const Plan next = plan(made.edition, made.metrics, shown, rules, kNow);
      const std::string own = own_word(next.now.kind);
      stood.push_back({next.now.notice_id, own, next.now.page, next.now.of});
      seen.push_back(fmt::format("{}{}", own.empty() ? next.now.notice_id : own, next.now.page));
      shown = next.after;
    }
  }
  std::string name(const Plan& next) const {
    const std::string own = own_word(next.now.kind);
    return fmt::format("{}{}", own.empty() ? next.now.notice_id : own, next.now.page);
  }
};

Kept board_of(int notices, int pages) {
  Kept kept;
  for (int i = 0; i < notices; ++i)
    kept.made.add(fmt::format("{:02}.", i), 2, 200);
  kept.made.add("list.", pages, 200);
  kept.made.metrics.index.push_back({200});
  return kept;
}

// Wherever the board is stopped, it begins with the page that stood and goes on as it would have.
TEST(Recall, ARoundGoesOnWithThePageThatStood) {
  Kept all = board_of(7, 5); // fits into its round
  all.walk(70);
  for (int stop = 1; stop < 45; ++stop) {
    SCOPED_TRACE(stop);
    Kept kept = board_of(7, 5);
    kept.walk(stop);
    kept.shown = recall(kept.stood);
    kept.walk(15);
    EXPECT_EQ(kept.seen[static_cast<size_t>(stop)], kept.seen[static_cast<size_t>(stop) - 1]);
    for (int i = 1; i < 15; ++i)
      EXPECT_EQ(kept.seen[static_cast<size_t>(stop + i)],
                all.seen[static_cast<size_t>(stop + i - 1)]);
  }
}

// With a list spread over rounds and older notices that take turns: no page of it is left out.
TEST(Recall, AListSpreadOverRoundsGoesOnInOrder) {
  for (int stop = 1; stop < 120; stop += 3) {
    SCOPED_TRACE(stop);
    Kept kept = board_of(26, 40);
    kept.walk(stop);
    kept.shown = recall(kept.stood);
    kept.walk(150);
    int before = 0;
    for (const Stood& one : kept.stood) {
      if (one.notice_id != "list.")
        continue;
      EXPECT_TRUE(one.page == before || one.page == before % 40 + 1) << before << " " << one.page;
      before = one.page;
    }
    EXPECT_GT(before, 0);
  }
}

TEST(Recall, NoRecordBeginsAnew) {
  const Shown shown = recall({});
  EXPECT_EQ(shown.round, 0);
  EXPECT_TRUE(shown.done.empty());
  EXPECT_TRUE(shown.notice_id.empty());
}

TEST(Recall, WhatIsNoLongerThereIsNoHindrance) {
  Kept kept = board_of(3, 2);
  kept.shown = recall({{"gone", "", 3, 9}, {"", "quiet", 1, 1}, {"gone too", "", 4, 7}});
  kept.walk(8);
  EXPECT_EQ(kept.seen.front(), "00.1");
  EXPECT_EQ(kept.seen.back(), "list.2");
}

} // namespace
} // namespace heiban
