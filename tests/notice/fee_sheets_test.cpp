// A notice's tables as grids: where cells stand, which lines stand with them, and how much of it.
#include "notice/fee_sheets.h"

#include "cpu_time.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Block line(std::string text) {
  Block block;
  block.text = std::move(text);
  return block;
}

TableCell cell(std::string text, int rowspan = 1, int colspan = 1) {
  TableCell out;
  out.text = std::move(text);
  out.rowspan = rowspan;
  out.colspan = colspan;
  return out;
}

Block table(std::vector<std::vector<TableCell>> rows) {
  Block block;
  block.kind = BlockKind::Table;
  block.rows = std::move(rows);
  return block;
}

TEST(FeeSheets, CellsStandBesideThoseThatReachDownFromAbove) {
  Notice notice;
  notice.title = "收费公示表";
  notice.blocks = {line("现予公示。"),
                   table({{cell("类别"), cell("项目"), cell("标准")},
                          {cell("高中", 2), cell("学费"), cell("800")},
                          {cell("住宿费"), cell("300")},
                          {cell("合计", 1, 2), cell("1100")}}),
                   line("投诉电话：12315")};
  const std::vector<Sheet> sheets = sheets_of(notice);
  ASSERT_EQ(sheets.size(), 1u);
  EXPECT_EQ(sheets[0].rows, (Rows{{"收费公示表", "", ""},
                                  {"现予公示。", "", ""},
                                  {"类别", "项目", "标准"},
                                  {"高中", "学费", "800"},
                                  {"", "住宿费", "300"},
                                  {"合计", "", "1100"},
                                  {"投诉电话：12315", "", ""}}));
  EXPECT_EQ(sheets[0].row_numbers, (std::vector<int>{1, 1, 1, 2, 3, 4, 4}));
  ASSERT_EQ(sheets[0].merges.size(), 5u); // three lines, and two cells
}

// What stands below the last table stands below each: many of both would be without end.
TEST(FeeSheets, ManyTablesOverManyLinesAreBounded) {
  Notice notice;
  for (int i = 0; i < 3000; ++i)
    notice.blocks.push_back(table({{cell("收费项目"), cell("收费标准")}}));
  for (int i = 0; i < 30'000; ++i)
    notice.blocks.push_back(line("说明"));
  size_t cells = 0;
  const double seconds = cpu_seconds([&] {
    for (const Sheet& sheet : sheets_of(notice))
      cells += sheet.rows.size() * 2;
  });
  EXPECT_LE(cells, 2'000'000u);
  EXPECT_LT(seconds, 2);
}

} // namespace
} // namespace heiban
