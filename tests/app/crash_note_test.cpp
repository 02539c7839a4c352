#include "app/crash_note.h"

#include "base/file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <time.h>

namespace heiban {
namespace {

class CrashNoteTest : public testing::Test {
protected:
  CrashNoteTest() {
    char name[] = "/tmp/heiban-crash-XXXXXX";
    state_ = ::mkdtemp(name);
  }
  ~CrashNoteTest() override { std::filesystem::remove_all(state_); }

  static Notice notice(const std::string& id, const std::string& hash) {
    Notice out;
    out.id = id;
    out.content_hash = hash;
    return out;
  }
  CrashHistory history_of(const std::string& lines) {
    EXPECT_TRUE(write_file_atomic(state_ + "/crashes", lines));
    return CrashHistory::read(state_, "2.0");
  }

  std::string state_;
};

TEST_F(CrashNoteTest, TheDyingProcessNamesWhatItHadInHand) {
  struct Row {
    std::string drawn, standing, expected;
  };
  for (const Row& row : {Row{"a", "b", "a h"}, {"", "b", "b h"}, {"", "", "- -"}}) {
    EXPECT_EXIT(
        {
          arm_crash_note(state_);
          in_hand(Hand::Drawing, "before", "h");
          in_hand(Hand::Drawing, row.drawn, "h");
          in_hand(Hand::Standing, row.standing, "h");
          ::raise(SIGABRT);
        },
        testing::KilledBySignal(SIGABRT), "");
    const Result<std::string> text = read_file(state_ + "/crashes", 1000);
    ASSERT_TRUE(text);
    EXPECT_TRUE(text->ends_with(" " + row.expected + "\n")) << *text;
    EXPECT_GT(std::stoll(*text), 1700000000) << *text;
  }
}

TEST_F(CrashNoteTest, TwiceOverTheSameTextIsLeftOut) {
  const std::string line = "1700000000 2.0 a h\n";
  EXPECT_FALSE(history_of(line).leaves_out(notice("a", "h")));
  EXPECT_TRUE(history_of(line + line).leaves_out(notice("a", "h")));
  EXPECT_FALSE(history_of(line + line).leaves_out(notice("a", "edited")));
  EXPECT_FALSE(history_of(line + line).leaves_out(notice("b", "h")));
}

TEST_F(CrashNoteTest, FiveWithinTenMinutesAreTooMany) {
  const Instant now{1700000600};
  const auto died_at = [&](const std::vector<int64_t>& times) {
    std::string lines;
    for (const int64_t time : times)
      lines += fmt::format("{} 2.0 - -\n", time);
    return history_of(lines).too_many(now);
  };
  const int64_t t = now.seconds;
  EXPECT_TRUE(died_at({t - 599, t - 3, t - 2, t - 1, t}));
  EXPECT_FALSE(died_at({t - 600, t - 3, t - 2, t - 1, t}));
  EXPECT_FALSE(died_at({t - 3, t - 2, t - 1, t}));
  EXPECT_FALSE(died_at({t + 1, t + 2, t + 3, t + 4, t + 5})); // by a clock that was wrong
}

TEST_F(CrashNoteTest, LinesOfAnotherVersionAndTornOnesSayNothing) {
  const std::string line = "1700000000 2.0 a h\n";
  EXPECT_TRUE(history_of("").empty());
  EXPECT_TRUE(history_of("1700000000 0.0.1 a h\n").empty());
  EXPECT_TRUE(history_of("17000\nx y z w\n\0\n").empty());
  EXPECT_FALSE(history_of("17\n" + line).empty());
  EXPECT_TRUE(CrashHistory::read(state_ + "/nowhere", "2.0").empty());
}

} // namespace
} // namespace heiban
