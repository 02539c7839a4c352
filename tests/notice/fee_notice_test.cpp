// What stands on the wall of a fee schedule: its title, table, phones and notes.
#include "notice/fee_notice.h"

#include "notice/fee_class.h"
#include "notice/fee_helper.h"
#include "notice/fee_phones.h"
#include "notice/fee_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kHead = "收费项目,收费标准,计费单位\n";
constexpr const char* kRow = "住宿费,850,元/生·学期\n";

Notice notice_of(const Sheet& sheet) {
  NoticeContext context;
  context.feed = "收费公示";
  context.publisher = "云岭县教育局";
  return fee_notice(fee_schedule(sheet), sheet, context);
}

// A table's rows, cells parted by " / ", spans as "text(rows×columns)".
std::vector<std::string> rows_of(const Block& table) {
  std::vector<std::string> out;
  for (const auto& row : table.rows) {
    std::string line;
    for (const TableCell& cell : row) {
      line += (&cell == &row[0] ? "" : " / ") + cell.text;
      if (cell.rowspan > 1 || cell.colspan > 1)
        line += "(" + std::to_string(cell.rowspan) + "×" + std::to_string(cell.colspan) + ")";
    }
    out.push_back(line);
  }
  return out;
}

TEST(FeeNotice, KeepsHeadsOfTwoStoreys) {
  const Sheet merged = fee_sheet("收费项目,收费标准,,,单位\n,小学,初中,,\n住宿费,300,350,,元/生\n",
                                 {{0, 0, 2, 1}, {0, 1, 1, 3}, {0, 4, 2, 5}});
  const Sheet plain = fee_sheet("收费项目,收费标准,,,单位\n,小学,初中,,\n住宿费,300,350,,元/生\n");
  for (const Sheet* sheet : {&merged, &plain}) {
    const Block table = fee_table(fee_schedule(*sheet), *sheet, false);
    EXPECT_THAT(rows_of(table), ElementsAre("收费项目(2×1) / 收费标准(1×2) / 单位(2×1)",
                                            "小学 / 初中", "住宿费 / 300 / 350 / 元/生"));
  }
}

// F7: fees that nobody has to take say so, in the table's own words or in the bureau's.
TEST(FeeNotice, SaysWhatIsVoluntaryWhereTheTableDoesNot) {
  const std::string head = "收费项目,收费标准,计费单位,性质,收费范围\n";
  const std::string school = "学费,800,元/生·学期,行政事业性收费,学生\n";
  const std::string meals = "伙食费,9,元/生·天,服务性收费,学生\n";
  const std::string books = "作业本费,30,元/生·学期,代收费,自愿购买的学生\n";
  struct Case {
    const char* what;
    std::string csv, sheet;
    bool wants;
  };
  const Case cases[] = {
      {"a service", head + school + meals, "", true},
      {"no such fee", head + school, "", false},
      {"its own row says it", head + school + books, "", false},
      {"another row says it", head + books + meals, "", true},
      {"a note says it", head + meals + "以上收费坚持自愿原则,,,,\n", "", false},
      {"the title says it", "云岭县服务性收费公示（自愿）,,,,\n" + head + meals, "", false},
      {"the section says it", head + "二、服务性收费（自愿）,,,,\n" + meals, "", false},
      {"a column says it", "收费项目,收费标准,计费单位,性质,是否自愿\n校服费,280,元/套,代收费,是\n",
       "", false},
      {"the section names the class",
       "收费项目,收费标准,计费单位\n二、代收费,,\n校服费,280,元/套\n", "", true},
      {"the title names the class",
       "云岭县代收费公示表,,\n收费项目,收费标准,计费单位\n校服费,280,元/套\n", "", true},
      {"the sheet names the class", "收费项目,收费标准,计费单位\n校服费,280,元/套\n", "代收费",
       true},
      {"a note names the class",
       "收费项目,收费标准,计费单位\n校服费,280,元/套\n注：校服费为代收费。,,\n", "", true},
      {"a note names another fee's class",
       "收费项目,收费标准,计费单位\n学费,800,元/生·学期\n注：校服费为代收费。,,\n", "", false},
      {"the remark names the class",
       "收费项目,收费标准,计费单位,备注\n校服费,280,元/套,代收费\n", "", true},
  };
  for (const Case& c : cases) {
    const Sheet sheet = fee_sheet(c.csv, {}, c.sheet);
    EXPECT_EQ(wants_voluntary(fee_schedule(sheet), sheet), c.wants) << c.what;
  }
  Notice notice = notice_of(fee_sheet(head + meals + "投诉电话：12315,,,,\n说明：据实结算,,,,\n"));
  const Notice before = notice;
  say_voluntary(notice, "");
  EXPECT_EQ(notice.blocks.size(), before.blocks.size());
  say_voluntary(notice, "由家长自愿选择。");
  std::vector<std::string> texts;
  for (const Block& block : notice.blocks)
    texts.push_back(block.text);
  EXPECT_THAT(texts, ElementsAre("投诉电话：12315", "由家长自愿选择。", "说明：据实结算"));
  EXPECT_NE(notice.content_hash, before.content_hash);
}

TEST(FeeNotice, TakesItsTitleFromTheLinesAbove) {
  struct Case {
    const char* what;
    std::string above;
    const char* sheet;
    const char* title;
    std::vector<std::string> captions; // what stays above the table
  };
  const Case cases[] = {
      {"title and term",
       "云岭县收费公示表,,\n2026年秋季学期,,\n",
       "",
       "云岭县收费公示表（2026年秋季学期）",
       {}},
      {"term in brackets",
       "云岭县收费公示表,,\n（2026—2027学年）,,\n",
       "",
       "云岭县收费公示表（2026—2027学年）",
       {}},
      {"title with its year",
       "云岭县2026年度收费公示表,,\n2026年秋季学期,,\n",
       "",
       "云岭县2026年度收费公示表",
       {"2026年秋季学期"}},
      {"a line that says more stays",
       "收费公示表,,\n填报单位：云岭县教育局2026年度,,\n",
       "",
       "收费公示表",
       {"填报单位：云岭县教育局2026年度"}},
      {"a long line is no term",
       "收费公示表,,\n根据云岭县二〇二六年度工作安排和有关文件的要求现予公示,,\n",
       "",
       "收费公示表",
       {"根据云岭县二〇二六年度工作安排和有关文件的要求现予公示"}},
      {"no title, a person's sheet", "", "高中", "高中收费公示表", {}},
      {"no title, a program's sheet", "", "Sheet1", "收费公示表", {}},
      {"no title, no sheet", "", "", "收费公示表", {}},
  };
  for (const Case& c : cases) {
    const Notice notice = notice_of(fee_sheet(c.above + kHead + kRow, {}, c.sheet));
    EXPECT_EQ(notice.title, c.title) << c.what;
    std::vector<std::string> captions;
    for (const Block& block : notice.blocks)
      if (block.kind == BlockKind::Paragraph)
        captions.push_back(block.text);
    EXPECT_EQ(captions, c.captions) << c.what;
  }
}

TEST(FeeNotice, NamesWhoPublishesIt) {
  struct Case {
    const char *note, *publisher;
  };
  const Case cases[] = {
      {"公示单位：云岭县第一中学", "云岭县第一中学"},
      {"制表单位：云岭县第一中学　日期：2026年9月1日", "云岭县第一中学"},
      {"填报单位：县二中（盖章）", "县二中"},
      {"公示单位：", "云岭县教育局"},
      {"减免政策：无", "云岭县教育局"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(notice_of(fee_sheet(std::string(kHead) + kRow + c.note + ",,\n")).publisher,
              c.publisher)
        << c.note;
}

TEST(FeeNotice, StandsFromItsFirstMidnightToTheOneAfterItsLastDay) {
  const Notice notice =
      notice_of(fee_sheet(std::string(kHead) + kRow + "执行期限：2026年9月1日至2027年8月31日,,\n"));
  ASSERT_TRUE(notice.valid_from && notice.valid_to);
  EXPECT_EQ(iso_utc(*notice.valid_from), "2026-08-31T16:00:00Z");
  EXPECT_EQ(iso_utc(*notice.valid_to), "2027-08-31T16:00:00Z");
}

TEST(FeeNotice, KeepsItsIdentityOverAnEditAndNotOverAVersion) {
  const std::string from = "自2026年9月1日起执行,,\n";
  const Notice one = notice_of(fee_sheet("收费表（2026年）,,\n" + (kHead + (kRow + from))));
  const Notice edited =
      notice_of(fee_sheet("收费表（2026年）,,\n" + (kHead + ("住宿费,900,元/生·学期\n" + from))));
  const Notice later = notice_of(fee_sheet(
      "收费表（2027年）,,\n" + (kHead + (std::string(kRow) + "自2027年9月1日起执行,,\n"))));
  EXPECT_EQ(one.id, edited.id);
  EXPECT_NE(one.content_hash, edited.content_hash);
  EXPECT_NE(one.id, later.id);
  EXPECT_EQ(fee_series_of(one), fee_series_of(later));
}

TEST(FeeNotice, TellsNamesakesApartByTheirSheets) {
  struct Case {
    const char *title, *sheet, *after;
  };
  const Case cases[] = {
      {"收费公示表", "高中", "收费公示表（高中）"},
      {"高中收费公示表", "高中", "高中收费公示表"},
      {"收费公示表", "Sheet2", "收费公示表（表2）"},
      {"收费公示表", "", "收费公示表"},
  };
  for (const Case& c : cases) {
    Notice notice = fee_version(c.title, "");
    const std::string before = notice.id;
    name_after_sheet(notice, c.sheet);
    EXPECT_EQ(notice.title, c.after);
    EXPECT_EQ(notice.id == before, std::string(c.after) == c.title);
  }
}

TEST(FeeNotice, AnnouncesWhatIsComingUnderThePhones) {
  Notice notice = fee_version("收费表", "2026-09-01");
  const std::string before = notice.content_hash;
  announce(notice, from_beijing({{2027, 2, 15}}));
  EXPECT_EQ(notice.blocks[0].text,
            "投诉电话：12315\n新的收费标准自2027年2月15日起执行，届时本表自动更换。");
  EXPECT_NE(notice.content_hash, before);
  announce(notice, from_beijing({{2027, 3, 1}}));
  EXPECT_THAT(notice.blocks[0].text, HasSubstr("2027年3月1日"));
  EXPECT_THAT(notice.blocks[0].text, ::testing::Not(HasSubstr("2月15日")));
  announce(notice, {});
  EXPECT_EQ(notice.blocks[0].text, "投诉电话：12315");
  EXPECT_EQ(notice.content_hash, before);
}

TEST(FeePhones, StandInOneLine) {
  struct Case {
    const char* what;
    std::string csv;
    const char* line;
    std::vector<std::string> notes; // left of the notes
    bool column_told;
  };
  const std::string head = kHead, row = kRow, with = "收费项目,收费标准,投诉电话\n";
  const Case cases[] = {
      {"a note of its own",
       head + row + "投诉电话：12315、0000-5550120,,\n",
       "投诉电话：12315、0000-5550120",
       {},
       false},
      {"numbered, with a full stop",
       head + row + "2.投诉电话：12315。,,\n",
       "投诉电话：12315",
       {},
       false},
      {"one sentence of a note",
       head + row + "减免政策：无。投诉电话：12315。,,\n",
       "投诉电话：12315",
       {"减免政策：无。投诉电话：12315。"},
       false},
      {"two lines in one cell",
       head + row + "\"投诉电话：12315\n举报热线：12345\",,\n",
       "投诉电话：12315　举报热线：12345",
       {},
       false},
      {"a column, the same in all rows",
       with + "学费,1,12315\n水费,2,12315\n",
       "投诉电话：12315",
       {},
       true},
      {"a column that differs",
       with + "学费,1,12315\n水费,2,0000-5550121\n",
       "投诉电话：12315、0000-5550121",
       {},
       false},
      {"a column with a gap", with + "学费,1,12315\n水费,2,\n", "投诉电话：12315", {}, false},
      {"too many for a line",
       with + "甲,1,0000001\n乙,2,0000002\n丙,3,0000003\n丁,4,0000004\n戊,5,0000005\n",
       "",
       {},
       false},
      {"no digits is no phone",
       head + row + "如有投诉请到二楼窗口,,\n",
       "",
       {"如有投诉请到二楼窗口"},
       false},
      {"digits alone are no phone",
       head + row + "说明：共 123456 元,,\n",
       "",
       {"说明：共 123456 元"},
       false},
      {"label and number in cells of their own",
       head + row + "投诉电话：,12315,\n",
       "投诉电话：12315",
       {},
       false},
      {"none", head + row, "", {}, false},
  };
  for (const Case& c : cases) {
    const FeeSchedule schedule = fee_schedule(fee_sheet(c.csv));
    std::vector<std::string> captions = schedule.titles, notes = schedule.notes;
    const FeePhones phones = take_fee_phones(schedule, captions, notes);
    EXPECT_EQ(phones.line, c.line) << c.what;
    EXPECT_EQ(notes, c.notes) << c.what;
    EXPECT_EQ(phones.column_told, c.column_told) << c.what;
  }
}

TEST(FeeTable, IsTheTableStaffMade) {
  struct Case {
    const char* what;
    std::string csv;
    std::vector<GridMerge> merges;
    bool without_phones;
    std::vector<std::string> rows;
  };
  const std::string head = kHead;
  const Case cases[] = {
      {"plain",
       head + "学费,1,元/生\n",
       {},
       false,
       {"收费项目 / 收费标准 / 计费单位", "学费 / 1 / 元/生"}},
      {"section row over the whole width",
       head + "一、高中,,\n学费,1,元/生\n",
       {},
       false,
       {"收费项目 / 收费标准 / 计费单位", "一、高中(1×3)", "学费 / 1 / 元/生"}},
      {"merged over rows",
       head + "学费,1,元/生\n,2,元/生\n",
       {{1, 0, 3, 1}},
       false,
       {"收费项目 / 收费标准 / 计费单位", "学费(2×1) / 1 / 元/生", "2 / 元/生"}},
      {"merged over columns",
       head + "学费,免费,\n水费,1,元\n",
       {{1, 1, 2, 3}},
       false,
       {"收费项目 / 收费标准 / 计费单位", "学费 / 免费(1×2)", "水费 / 1 / 元"}},
      {"a column of nothing goes",
       "收费项目,,收费标准\n学费,,1\n",
       {},
       false,
       {"收费项目 / 收费标准", "学费 / 1"}},
      {"a column with a head stays",
       "收费项目,备注,收费标准\n学费,,1\n",
       {},
       false,
       {"收费项目 / 备注 / 收费标准", "学费 /  / 1"}},
      {"phones told elsewhere",
       "收费项目,收费标准,投诉电话\n学费,1,12315\n",
       {},
       true,
       {"收费项目 / 收费标准", "学费 / 1"}},
      {"the head repeated, as printed pages do",
       head + "学费,1,元/生\n" + head + "水费,2,元/吨\n",
       {},
       false,
       {"收费项目 / 收费标准 / 计费单位", "学费 / 1 / 元/生", "水费 / 2 / 元/吨"}},
  };
  for (const Case& c : cases) {
    const Sheet sheet = fee_sheet(c.csv, c.merges);
    EXPECT_EQ(rows_of(fee_table(fee_schedule(sheet), sheet, c.without_phones)), c.rows) << c.what;
  }
}

TEST(FeeClass, IsTheOneThatATextNames) {
  struct Case {
    const char* text;
    FeeClass one;
  };
  const Case cases[] = {
      {"行政事业性收费", FeeClass::Administrative},
      {"行政事业收费", FeeClass::Administrative},
      {"二、服务性收费项目", FeeClass::Service},
      {"经营服务性收费", FeeClass::Service},
      {"代收费", FeeClass::Agency},
      {"代收代管费", FeeClass::Agency},
      {"服务性收费和代收费", FeeClass::None}, // a heading over both
      {"一、普通高中", FeeClass::None},
      {"", FeeClass::None},
  };
  for (const Case& c : cases)
    EXPECT_EQ(fee_class_of(c.text), c.one) << c.text;
  EXPECT_EQ(fee_class_of(word_of(FeeClass::Administrative)), FeeClass::Administrative);
  EXPECT_EQ(fee_class_of(word_of(FeeClass::Service)), FeeClass::Service);
  EXPECT_EQ(fee_class_of(word_of(FeeClass::Agency)), FeeClass::Agency);
}

} // namespace
} // namespace heiban
