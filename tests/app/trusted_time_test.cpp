// The clock is turned to every wrong place it can be at; what trusted time says is a row.
#include "app/trusted_time.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

constexpr Instant kBuilt{1'767'225'600}; // 2026-01-01T00:00:00Z
constexpr Instant kNoon{1'795'521'600};  // 2026-11-24T12:00:00Z
constexpr Instant k1970{100}, k2000{946'684'800}, k2099{4'070'908'800};

ClockReading reading(Instant wall, int64_t boot_seconds, std::string boot = "a",
                     std::optional<Instant> ntp = std::nullopt) {
  return {wall, boot_seconds, std::move(boot), ntp};
}

ClockMark mark(Instant at, int64_t boot_seconds, std::string boot, bool confirmed) {
  return {at, boot_seconds, std::move(boot), confirmed};
}

struct Row {
  const char* name;
  std::optional<ClockMark> mark;
  ClockReading reading;
  Instant now;
  bool trusted;
};

const Row kRows[] = {
    {"first start, plausible", {}, reading(kNoon, 50), kNoon, true},
    {"first start in 1970", {}, reading(k1970, 50), kBuilt, false},
    {"first start in 2000", {}, reading(k2000, 50), kBuilt, false},
    {"first start in 2099", {}, reading(k2099, 50), kBuilt, false},
    {"first start, a second before the build", {}, reading(kBuilt - 1, 5), kBuilt, false},
    {"same boot, an hour later", mark(kNoon, 100, "a", false), reading(kNoon + 3600, 3700),
     kNoon + 3600, true},
    {"same boot, thirty days ahead", mark(kNoon, 100, "a", false), reading(kNoon + 30 * kDay, 160),
     kNoon + 60, false},
    {"same boot, 26 h ahead to the second", mark(kNoon, 100, "a", false),
     reading(kNoon + 26 * kHour, 100), kNoon + 26 * kHour, true},
    {"same boot, a second more", mark(kNoon, 100, "a", false), reading(kNoon + 26 * kHour + 1, 100),
     kNoon, false},
    {"same boot, an hour back", mark(kNoon, 100, "a", false), reading(kNoon - 3600, 700),
     kNoon + 600, false},
    {"same boot, an hour back, confirmed", mark(kNoon, 100, "a", true), reading(kNoon - 3600, 700),
     kNoon + 600, true},
    {"same boot, ten years back, confirmed", mark(kNoon, 100, "a", true),
     reading(kNoon - 3650 * kDay, 700), kNoon + 600, true},
    {"same boot, ten years ahead, confirmed", mark(kNoon, 100, "a", true),
     reading(kNoon + 3650 * kDay, 700), kNoon + 600, true},
    {"same boot, stepped back a few seconds", mark(kNoon, 100, "a", false),
     reading(kNoon + 57, 160), kNoon + 57, true},
    {"never before the mark, not by a second", mark(kNoon, 100, "a", false),
     reading(kNoon - 5, 100), kNoon, true},
    {"next boot, off overnight", mark(kNoon, 9000, "a", true), reading(kNoon + 15 * kHour, 20, "b"),
     kNoon + 15 * kHour, true},
    {"next boot, off for twenty days, no network", mark(kNoon, 9000, "a", true),
     reading(kNoon + 20 * kDay, 20, "b"), kNoon + 20, false},
    {"next boot, off for twenty days, NTP says so", mark(kNoon, 9000, "a", true),
     reading(kNoon + 20 * kDay, 20, "b", kNoon + 20 * kDay), kNoon + 20 * kDay, true},
    {"next boot in 1970", mark(kNoon, 9000, "a", true), reading(k1970, 20, "b"), kNoon + 20, false},
    {"next boot in 2099", mark(kNoon, 9000, "a", true), reading(k2099, 20, "b"), kNoon + 20, false},
    {"NTP of another time than the clock shows", mark(kNoon, 100, "a", false),
     reading(k2099, 160, "a", kNoon + 60), kNoon + 60, false},
    {"NTP takes back what was only plausible", mark(kNoon + 8 * kHour, 100, "a", false),
     reading(kNoon, 160, "a", kNoon), kNoon, true},
    {"NTP does not take back what was confirmed", mark(kNoon, 100, "a", true),
     reading(kNoon - 30 * kDay, 160, "a", kNoon - 30 * kDay), kNoon + 60, true},
    {"NTP before the build", {}, reading(k2000, 160, "a", k2000), kBuilt, false},
    {"a mark older than the program says nothing", mark(k2000, 9000, "a", true),
     reading(kNoon, 20, "b"), kNoon, true},
};

TEST(TrustedTime, Rows) {
  for (const Row& row : kRows) {
    TrustedTime time(kBuilt, row.mark);
    const TrustedNow now = time.read(row.reading);
    EXPECT_EQ(now.now, row.now) << row.name << ": " << iso_utc(now.now);
    EXPECT_EQ(now.trusted, row.trusted) << row.name;
    if (!now.trusted) { // what is not trusted leaves no mark
      ASSERT_EQ(time.mark().has_value(), row.mark && row.mark->at >= kBuilt) << row.name;
      if (time.mark()) {
        EXPECT_EQ(time.mark()->at, row.mark->at) << row.name;
      }
    }
  }
}

TEST(TrustedTime, OneBootIn2099PoisonsNothing) {
  TrustedTime before(kBuilt, std::nullopt);
  ASSERT_TRUE(before.read(reading(kNoon, 100, "a")).trusted);
  TrustedTime wrong(kBuilt, before.mark());
  for (int64_t s = 0; s < 10 * kHour; s += 60)
    EXPECT_FALSE(wrong.read(reading(k2099 + s, s, "b")).trusted);
  TrustedTime after(kBuilt, wrong.mark());
  const TrustedNow now = after.read(reading(kNoon + 20 * kHour, 30, "c"));
  EXPECT_TRUE(now.trusted);
  EXPECT_EQ(now.now, kNoon + 20 * kHour);
}

TEST(TrustedTime, HttpsDateFreesAClockThatWasHeld) {
  TrustedTime time(kBuilt, mark(kNoon, 100, "a", true));
  const Instant later = kNoon + 20 * kDay;
  EXPECT_FALSE(time.read(reading(later, 30, "b")).trusted);
  time.confirm(later + 2, reading(later, 30, "b"));
  const TrustedNow now = time.read(reading(later + 10, 40, "b"));
  EXPECT_TRUE(now.trusted);
  EXPECT_EQ(now.now, later + 10);
  EXPECT_TRUE(time.mark()->confirmed);
}

TEST(TrustedTime, HttpsDateStandsInForAClockThatIsWrong) {
  TrustedTime time(kBuilt, std::nullopt);
  time.confirm(kNoon, reading(k1970, 30));
  const TrustedNow now = time.read(reading(k1970 + 60, 90));
  EXPECT_TRUE(now.trusted);
  EXPECT_EQ(now.now, kNoon + 60);
}

TEST(TrustedTime, OneServerDoesNotOverruleAPlausibleClock) {
  TrustedTime time(kBuilt, std::nullopt);
  ASSERT_TRUE(time.read(reading(kNoon, 100)).trusted);
  time.confirm(kNoon + 400 * kDay, reading(kNoon + 5, 105));
  EXPECT_EQ(time.read(reading(kNoon + 10, 110)).now, kNoon + 10);
  EXPECT_FALSE(time.mark()->confirmed);
}

// Whatever the clock does within a boot, time goes forward, by the boot clock when in doubt.
TEST(TrustedTime, NeverGoesBackWithinABoot) {
  const int64_t jumps[] = {0,          kHour,       -kHour,       30 * kDay,
                           -30 * kDay, 3650 * kDay, -3650 * kDay, 25 * kHour};
  for (const int64_t first : jumps)
    for (const int64_t second : jumps) {
      TrustedTime time(kBuilt, std::nullopt);
      Instant last = time.read(reading(kNoon, 1000)).now;
      for (int64_t s = 1; s < 600; ++s) {
        const int64_t jump = s < 200 ? 0 : s < 400 ? first : second;
        const Instant now = time.read(reading(kNoon + s + jump, 1000 + s)).now;
        ASSERT_GE(now, last) << first << " " << second << " " << s;
        ASSERT_LE(now - kNoon, 2 * 26 * kHour + s) << first << " " << second;
        last = now;
      }
    }
}

} // namespace
} // namespace heiban
