#include "page/flow.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

// f: free, w: widow, s: strand; each unit 10 px high.
std::vector<FlowUnit> units(std::string_view costs) {
  std::vector<FlowUnit> result;
  for (const char c : costs)
    result.push_back({10, 0,
                      c == 'w'   ? BreakCost::Widow
                      : c == 's' ? BreakCost::Strand
                                 : BreakCost::Free});
  return result;
}

struct Row {
  const char* costs;
  int height;
  bool may_pass;
  size_t to;
};

class ColumnRows : public ::testing::TestWithParam<Row> {};

TEST_P(ColumnRows, BreaksWhereItCostsLeast) {
  const Row& row = GetParam();
  const auto all = units(row.costs);
  EXPECT_EQ(fill_column(all, 0, all.size(), row.height, row.may_pass), row.to) << row.costs;
}

INSTANTIATE_TEST_SUITE_P(
    All, ColumnRows,
    ::testing::Values(Row{"ffff", 100, false, 4},  // all fit
                      Row{"ffff", 25, false, 2},   // as many as fit
                      Row{"ffff", 5, false, 0},    // nothing fits
                      Row{"fwfw", 30, false, 2},   // not one line alone at the top of the next
                      Row{"fwws", 30, false, 2},   // a widow is better than a stranded heading
                      Row{"fsss", 30, false, 3},   // nothing but bad breaks: the last
                      Row{"fsss", 30, true, 0},    // or the next column, where that is allowed
                      Row{"fswf", 30, true, 3},    // a free break is taken anyway
                      Row{"ffww", 30, false, 1})); // far back, but free

TEST(Flow, BlankAboveCountsButAtAColumnsTop) {
  auto all = units("fff");
  for (FlowUnit& unit : all)
    unit.before = 10;
  EXPECT_EQ(fill_column(all, 0, 3, 30, false), 2u);
  EXPECT_EQ(column_height(all, 1, 3), 30);
}

TEST(Flow, ColumnsFollowOneAnother) {
  const auto all = units("ffffffff");
  EXPECT_EQ(fill_columns(all, 0, 8, {30, 2, false}), (std::vector<size_t>{3, 6}));
  EXPECT_EQ(fill_columns(all, 6, 8, {30, 2, false}), (std::vector<size_t>{8}));
}

TEST(Flow, LastColumnsAreMadeEven) {
  const auto all = units("ffffff");
  EXPECT_EQ(balanced_height(all, 0, 6, {100, 2, false}), 30);
  EXPECT_EQ(balanced_height(all, 0, 5, {100, 2, false}), 30);
  EXPECT_EQ(balanced_height(all, 0, 6, {100, 1, false}), 60);
}

TEST(Flow, EvenColumnsAreNoExcuseForAWidow) {
  const auto all = units("ffwwff"); // a paragraph of three lines in the middle
  EXPECT_EQ(balanced_height(all, 0, 6, {100, 2, false}), 40);
}

} // namespace
} // namespace heiban
