#include "base/result.h"
#include "base/units.h"

#include <gtest/gtest.h>

#include <memory>

namespace heiban {
namespace {

Result<int> halve(int n) {
  if (n % 2 != 0)
    return Error{ErrorKind::Malformed, "odd"};
  return n / 2;
}

TEST(Result, HoldsAValueOrAnError) {
  const Result<int> good = halve(8), bad = halve(7);
  ASSERT_TRUE(good);
  EXPECT_EQ(*good, 4);
  EXPECT_EQ(good.value_or(1), 4);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().kind, ErrorKind::Malformed);
  EXPECT_EQ(bad.error().message, "odd");
  EXPECT_EQ(bad.value_or(1), 1);
}

TEST(Result, MovesWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> made = std::make_unique<int>(3);
  const std::unique_ptr<int> taken = *std::move(made);
  EXPECT_EQ(*taken, 3);
}

TEST(Result, AnErrorTypeMayBeTheValue) {
  const Result<std::string> text = std::string("x");
  EXPECT_EQ(text->size(), 1u);
}

TEST(Result, OfNothing) {
  const Result<void> fine, bad = Error{ErrorKind::TryLater, "full"};
  EXPECT_TRUE(fine);
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().message, "full");
}

TEST(Px64, RoundsAsItsNamesSay) {
  EXPECT_EQ(Px64::from_px(3).raw, 192);
  EXPECT_EQ((Px64{100}).floor_px(), 1);
  EXPECT_EQ((Px64{100}).round_px(), 2);
  EXPECT_EQ((Px64{95}).round_px(), 1);
  EXPECT_EQ((Px64{65}).ceil_px(), 2);
  EXPECT_EQ((Px64{64}).ceil_px(), 1);
  EXPECT_EQ((Px64{-1}).floor_px(), -1); // downwards below zero too
  EXPECT_EQ((Px64{-63}).ceil_px(), 0);
}

TEST(Px64, Adds) {
  EXPECT_EQ(Px64::from_px(2) + Px64::from_px(3), Px64::from_px(5));
  EXPECT_EQ(Px64::from_px(2) - Px64::from_px(3), -Px64::from_px(1));
  EXPECT_EQ(Px64::from_px(2) * 3, Px64::from_px(6));
  EXPECT_EQ(Px64::from_px(3) / 2, (Px64{96}));
  EXPECT_LT(Px64{1}, Px64{2});
}

} // namespace
} // namespace heiban
