#include "page/table_grid.h"

#include "page/page_helper.h"
#include "page/table_columns.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

using testing::table;

TEST(TableGrid, SpansPushCellsToTheirColumns) {
  Block block =
      table({{"类别", "项目", "金额"}, {"人员", "工资", "1"}, {"奖金", "2"}, {"合计", "3"}});
  block.rows[1][0].rowspan = 2;
  block.rows[3][0].colspan = 2;
  const TableGrid grid(block.rows);
  EXPECT_EQ(grid.columns(), 3u);
  EXPECT_EQ(grid.rows(), 4u);
  EXPECT_EQ(grid.cells(2)[0].column, 1);
  EXPECT_EQ(grid.cells(3)[1].column, 2);
  EXPECT_EQ(grid.text(grid.cells(2)[0]), "奖金");
  EXPECT_TRUE(grid.has_rowspans());
}

TEST(TableGrid, SpansEndWithTheTable) {
  Block block = table({{"甲", "乙"}, {"丙", "丁"}});
  block.rows[1][0].rowspan = 900;
  block.rows[1][1].colspan = 1 << 30;
  const TableGrid grid(block.rows);
  EXPECT_EQ(grid.cells(1)[0].rowspan, 1u);
  EXPECT_LE(grid.columns(), 4096u);
}

struct HeadRow {
  std::vector<std::vector<std::string>> rows;
  bool said;
  size_t head;
};

class HeadRows : public ::testing::TestWithParam<HeadRow> {};

TEST_P(HeadRows, AreFound) {
  EXPECT_EQ(TableGrid(table(GetParam().rows, GetParam().said).rows).head_rows(), GetParam().head);
}

INSTANTIATE_TEST_SUITE_P(
    All, HeadRows,
    ::testing::Values(HeadRow{{{"甲", "乙"}, {"1", "2"}}, true, 1},             // <th>
                      HeadRow{{{"序号", "学校名称"}, {"1", "一中"}}, false, 1}, // by its words
                      HeadRow{{{"张三"}, {"李四"}, {"王五"}}, false, 0},        // names are no head
                      HeadRow{{{"姓名"}, {"李四"}, {"王五"}}, false, 1},
                      HeadRow{{{"2026年金额", "3"}, {"甲", "4"}}, false, 0}, // a number in it
                      HeadRow{{{"姓名", "学校"}}, false, 0}));               // nothing below

TEST(TableGrid, HeadsOfTwoStoreysAreOne) {
  Block block = table({{"学校", "计划数"}, {"普通班", "特长班"}, {"一中", "1", "2"}}, true);
  block.rows[0][0].rowspan = 2;
  block.rows[0][1].colspan = 2;
  const TableGrid grid(block.rows);
  EXPECT_EQ(grid.head_rows(), 2u);
  EXPECT_EQ(grid.head(0), "学校");
  EXPECT_EQ(grid.head(2), "计划数特长班");
}

TEST(TableGrid, ASectionRunsAcross) {
  Block block = table({{"项目", "标准"}, {"一、城市学校住宿费"}, {"四人间", "500"}});
  block.rows[1][0].colspan = 2;
  const TableGrid grid(block.rows);
  EXPECT_TRUE(grid.is_section(1));
  EXPECT_FALSE(grid.is_section(0));
  EXPECT_FALSE(grid.is_section(2));
}

struct NumberRow {
  const char* text;
  size_t whole;
};

class NumberRows : public ::testing::TestWithParam<NumberRow> {};

TEST_P(NumberRows, EndAtTheDecimalPoint) {
  EXPECT_EQ(whole_part(GetParam().text), GetParam().whole) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(All, NumberRows,
                         ::testing::Values(NumberRow{"712", 3}, NumberRow{"712.5", 3},
                                           NumberRow{"1,234.50", 5}, NumberRow{"-3", 2},
                                           NumberRow{"￥80", 5}, NumberRow{"98.6%", 2},
                                           NumberRow{"1234.5元/生·学期", 4}, NumberRow{"免费", 0},
                                           NumberRow{"2026-11-24", 0}, NumberRow{"8:30", 0},
                                           NumberRow{"100—200元", 0}, NumberRow{"0000-5550100", 0},
                                           NumberRow{"3.2.1", 0}, NumberRow{"203室", 0},
                                           NumberRow{"1 号窗口", 0}, NumberRow{"", 0}));

} // namespace
} // namespace heiban
