#include "app/recall_round.h"

#include "ledger/ledger.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace heiban {
namespace {

const Instant kFriday = from_beijing({{2026, 11, 20}, 16, 0, 0});

class RecallRound : public testing::Test {
protected:
  RecallRound() {
    std::string path = std::filesystem::temp_directory_path() / "heiban-recall-XXXXXX";
    state_ = ::mkdtemp(path.data());
    ledger_.emplace(Ledger::open(state_ + "/ledger", {"boot", now_}).value());
  }
  ~RecallRound() override {
    ledger_.reset();
    std::filesystem::remove_all(state_);
  }

  void stood(const std::string& id, int page = 1, int of = 1) {
    ledger_->stands({.notice_id = id, .page = page, .of = of}, now_);
    pass(30);
  }
  void pass(int64_t seconds) {
    for (const Instant until = now_ + seconds; now_ < until;) {
      now_ = std::min(until, now_ + kMinute);
      ledger_->tick(now_);
    }
  }
  void off(int64_t seconds) {
    ledger_->nothing("off hours", now_);
    pass(seconds);
  }
  Edition edition(std::initializer_list<const char*> ids) {
    Edition out;
    for (const char* id : ids)
      out.notices.emplace_back().notice.id = id;
    return out;
  }
  Shown recalled(std::initializer_list<const char*> ids) {
    ledger_->close(now_);
    return recall_round(state_, edition(ids));
  }

  std::string state_;
  Instant now_ = kFriday;
  std::optional<Ledger> ledger_;
};

TEST_F(RecallRound, HolidaysDoNotMakeItForget) {
  stood("a");
  stood("list", 1, 40);
  stood("list", 2, 40);
  stood("b");
  off(9 * kDay);
  const Shown shown = recalled({"a", "b", "c", "list"});
  EXPECT_EQ(shown.done, (std::vector<std::string>{"a", "list"})) << "b stands once more";
  EXPECT_EQ(shown.resume.at("list"), 2);
}

// One notice a day, as where a round takes days: each is found as far back as it has to be.
TEST_F(RecallRound, ARoundOfManyDaysIsKnownToItsBeginning) {
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    stood(id);
    off(kDay);
  }
  EXPECT_EQ(recalled({"a", "b", "c", "d", "e"}).done.size(), 4u) << "e stands once more";
}

TEST_F(RecallRound, ItLooksNoFurtherBackThanTheRoundNeeds) {
  for (const char* id : {"a", "gone", "gone", "b", "c"}) {
    stood(id);
    off(kDay);
  }
  const Shown shown = recalled({"a", "b", "c", "never shown"});
  EXPECT_EQ(shown.done, (std::vector<std::string>{"gone", "b"}));
}

TEST_F(RecallRound, WithoutARecordItBeginsAnew) {
  std::filesystem::remove_all(state_ + "/ledger");
  EXPECT_TRUE(recall_round(state_, edition({"a"})).done.empty());
}

} // namespace
} // namespace heiban
