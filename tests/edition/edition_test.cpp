#include "edition/edition.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

constexpr Instant kNoon{1'795'521'600};

EditionNotice from_to(Instant from, std::optional<Instant> until) {
  EditionNotice out;
  out.from = from;
  out.until = until;
  return out;
}

TEST(Edition, ValidityIsHalfOpen) {
  const EditionNotice one = from_to(kNoon, kNoon + 60);
  EXPECT_FALSE(valid_at(one, kNoon - 1));
  EXPECT_TRUE(valid_at(one, kNoon));
  EXPECT_TRUE(valid_at(one, kNoon + 59));
  EXPECT_FALSE(valid_at(one, kNoon + 60));
  EXPECT_TRUE(valid_at(from_to(kNoon, std::nullopt), kNoon + 100 * 365 * kDay));
}

// At every second, what next_change says is exactly when the set of valid notices changes next.
TEST(Edition, NextChangeMissesNoChange) {
  Edition edition;
  edition.notices = {from_to(kNoon, kNoon + 10), from_to(kNoon + 10, kNoon + 12),
                     from_to(kNoon + 5, std::nullopt), from_to(kNoon + 9, kNoon + 3)};
  const auto valid = [&](Instant at) {
    std::vector<bool> out;
    for (const EditionNotice& one : edition.notices)
      out.push_back(valid_at(one, at));
    return out;
  };
  for (Instant at = kNoon - 5; at < kNoon + 20; at = at + 1) {
    const std::optional<Instant> next = next_change(edition, at);
    for (Instant later = at + 1; later < kNoon + 20; later = later + 1)
      if (valid(later) != valid(at)) {
        ASSERT_TRUE(next);
        EXPECT_LE(*next, later);
        break;
      }
    if (at >= kNoon + 12) {
      EXPECT_FALSE(next);
    }
  }
}

TEST(Edition, DropsWhatHasExpiredAndNothingElse) {
  Edition edition;
  edition.notices = {from_to(kNoon - 9, kNoon), from_to(kNoon - 9, kNoon + 1),
                     from_to(kNoon + 9, kNoon + 10), from_to(kNoon - 9, std::nullopt)};
  drop_expired(edition, kNoon);
  ASSERT_EQ(edition.notices.size(), 3u);
  EXPECT_EQ(*edition.notices[0].until, kNoon + 1);
}

TEST(Edition, FreshnessIsTheLatestSuccess) {
  Edition edition;
  EXPECT_FALSE(freshness(edition));
  edition.feeds = {{"a", std::nullopt, "x"}, {"b", kNoon, ""}, {"c", kNoon - 60, ""}};
  EXPECT_EQ(*freshness(edition), kNoon);
}

} // namespace
} // namespace heiban
