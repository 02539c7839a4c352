#include "notice/fee_rules.h"
#include "notice/fee_schedule.h"

#include "base/file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string asset(const std::string& name) {
  return read_file(std::string(HEIBAN_ROOT) + "/assets/fees/" + name, 1u << 20).value();
}

const FeeHeads& heads() {
  static const FeeHeads made = read_fee_heads(asset("heads.tsv"));
  return made;
}
const FeeUnits& units() {
  static const FeeUnits made = read_fee_units(asset("units.tsv"));
  return made;
}

Sheet sheet_of(const std::string& csv) {
  return read_csv(csv).value().sheets[0];
}

// "rule row column" of each finding; a refusing one ends in "!".
std::vector<std::string> findings_of(const std::string& csv) {
  const Sheet sheet = sheet_of(csv);
  const auto schedule = read_fee_schedule(sheet, heads());
  std::vector<std::string> out;
  if (!schedule)
    return {"none"};
  for (const FeeFinding& f : check_fees(*schedule, sheet, units()))
    out.push_back(f.rule + " " + std::to_string(f.row) + f.column + (f.refuses ? "!" : ""));
  return out;
}

constexpr const char* kHead = "收费项目,收费标准,计费单位,收费依据,收费范围,性质\n";
constexpr const char* kGood =
    "住宿费,850,元/生·学期,云岭县发展和改革局 云发改〔2026〕12号,县城高中住宿生,行政事业性收费\n";
constexpr const char* kFoot =
    "减免政策：家庭经济困难学生免收。投诉电话：12315、0000-1234567,,,,,\n";

TEST(FeeAmount, ReadsMoneyAsWritten) {
  struct Case {
    const char* text;
    int64_t fen; // -1: stays text
    const char* unit;
  };
  const Case cases[] = {
      {"850", 85000, "元"},
      {"850元", 85000, "元"},
      {"1234.5元/生·学期", 123450, "元/生·学期"},
      {"1,234.50元／生.学期", 123450, "元/生·学期"},
      {"￥300.00", 30000, "元"},
      {"¥ 300 /人", 30000, "元/人"},
      {"８５０元／生／学期", 85000, "元/生·学期"},
      {"0", 0, "元"},
      {"免费", 0, "元"},
      {"免收", 0, "元"},
      {"1.2万元", 1200000, "元"},
      {"200元整", 20000, "元"},
      {"每生850元", 85000, "元/生"},
      {"每生每学期８００元", 80000, "元/生·学期"},
      {"每月每生￥420.5", 42050, "元/月·生"},
      {"每生800元/学期", 80000, "元/生·学期"},
      {"每人次20元整", 2000, "元/人次"},
      {"每850元", -1, ""},
      {"每次20元，每人10元", -1, ""},
      {"每生每学期不超过300元", -1, ""},
      {"0.5元/度", 50, "元/度"},
      {"120元（生·月）", 12000, "元/生·月"},
      {"300-500", -1, ""},
      {"300～500元/生", -1, ""},
      {"按成本", -1, ""},
      {"不超过30元", -1, ""},
      {"12.345", -1, ""},
      {"12.340", 1234, "元"},
      {"1,23", -1, ""},
      {"12,34,567", -1, ""},
      {"城市300元，农村200元", -1, ""},
      {"-5", -1, ""},
      {"", -1, ""},
      {"99999999999999999999", -1, ""},
  };
  for (const Case& c : cases) {
    const auto amount = read_amount(c.text);
    EXPECT_EQ(amount ? amount->fen : -1, c.fen) << c.text;
    EXPECT_EQ(amount ? amount->unit : "", c.unit) << c.text;
  }
}

TEST(FeeAmount, KnowsWhatChargesNothing) {
  for (const char* text : {"免费", "不收费", "不得收取", "已取消"})
    EXPECT_TRUE(charges_nothing(text)) << text;
  for (const char* text : {"减免后300元", "按成本", "800", ""})
    EXPECT_FALSE(charges_nothing(text)) << text;
}

TEST(FeeAmount, KnowsUnitsInTheirSpellings) {
  for (const char* unit :
       {"元/生·学期", "元／生．学期", "元/生/月", "元/课时", "元/人•次", "元", "元/床·年"})
    EXPECT_TRUE(is_known_unit(normal_unit(unit), units())) << unit;
  for (const char* unit : {"元/头", "斤", "美元/生"})
    EXPECT_FALSE(is_known_unit(normal_unit(unit), units())) << unit;
}

TEST(FeeSchedule, FindsColumnsByTheirHeads) {
  struct Case {
    const char* head;
    FeeColumn column;
  };
  const Case cases[] = {
      {"收费项目", FeeColumn::Project},
      {"项 目", FeeColumn::Project},
      {"收费标准（元）", FeeColumn::Standard},
      {"金额（元）", FeeColumn::Standard},
      {"标准", FeeColumn::Standard},
      {"批准机关\n及文号", FeeColumn::Basis},
      {"批准收费机关及文号", FeeColumn::Basis},
      {"文件依据", FeeColumn::Basis},
      {"批准文号", FeeColumn::Document},
      {"收费对象", FeeColumn::Scope},
      {"计费 单位", FeeColumn::Unit},
      {"投诉电话", FeeColumn::Phone},
      {"天气", FeeColumn::Other},
  };
  for (const Case& c : cases)
    EXPECT_EQ(column_of(c.head, heads()), c.column) << c.head;
}

TEST(FeeSchedule, TellsTitlesSectionsAndNotesApart) {
  const std::string csv = std::string("云岭县中小学收费公示表,,,,,\n2026年秋季学期,,,,,\n") +
                          kHead + "一、普通高中,,,,,\n" + kGood + "二、幼儿园,,,,,\n" + kGood +
                          "注：本表自2026年9月1日起执行,,,,,\n" + kFoot;
  const auto schedule = read_fee_schedule(sheet_of(csv), heads());
  ASSERT_TRUE(schedule);
  EXPECT_THAT(schedule->titles, ElementsAre("云岭县中小学收费公示表", "2026年秋季学期"));
  ASSERT_EQ(schedule->rows.size(), 4u);
  EXPECT_TRUE(schedule->rows[0].section);
  EXPECT_EQ(schedule->rows[3].section_title, "二、幼儿园");
  EXPECT_EQ(schedule->rows[1].amount->fen, 85000);
  EXPECT_EQ(schedule->notes.size(), 2u);
  ASSERT_TRUE(schedule->effective_from);
  EXPECT_EQ(iso_date(*schedule->effective_from), "2026-09-01");
  EXPECT_FALSE(schedule->effective_to);
}

TEST(FeeSchedule, CarriesMergedCells) {
  Sheet sheet = sheet_of(
      std::string(kHead) + kGood +
      ",900,元/生·学期,云岭县发展和改革局 云发改〔2026〕12号,农村,行政事业性收费\n" + kFoot);
  sheet.merges.push_back({1, 0, 3, 1});
  const auto schedule = read_fee_schedule(sheet, heads());
  ASSERT_TRUE(schedule);
  EXPECT_EQ(schedule->cell(schedule->rows[1], FeeColumn::Project), "住宿费");
  EXPECT_THAT(check_fees(*schedule, sheet, units()), IsEmpty());
}

// What a table with heads of several rows comes to.
struct StoreyCase {
  const char* what;
  std::string csv;
  std::vector<GridMerge> merges;
  std::vector<std::string> heads;
  size_t rows;                       // fees, sections left out
  std::string standard, unit, basis; // of the first fee
  std::vector<std::string> findings;
};

class TwoStoreys : public testing::TestWithParam<StoreyCase> {};

TEST_P(TwoStoreys, AreOneHead) {
  const StoreyCase& c = GetParam();
  Sheet sheet = sheet_of(c.csv);
  sheet.merges = c.merges;
  const auto schedule = read_fee_schedule(sheet, heads());
  ASSERT_TRUE(schedule);
  EXPECT_EQ(schedule->heads, c.heads);
  const auto is_fee = [](const FeeRow& row) { return !row.section; };
  ASSERT_EQ(std::ranges::count_if(schedule->rows, is_fee), static_cast<std::ptrdiff_t>(c.rows));
  const FeeRow& fee = *std::ranges::find_if(schedule->rows, is_fee);
  EXPECT_EQ(schedule->cell(fee, FeeColumn::Standard), c.standard);
  EXPECT_EQ(schedule->cell(fee, FeeColumn::Unit), c.unit);
  EXPECT_EQ(schedule->cell(fee, FeeColumn::Basis), c.basis);
  std::vector<std::string> found;
  for (const FeeFinding& f : check_fees(*schedule, sheet, units()))
    found.push_back(f.rule + " " + std::to_string(f.row) + f.column + (f.refuses ? "!" : ""));
  EXPECT_EQ(found, c.findings);
}

constexpr const char* kBasis = "云岭县发展和改革局 云发改〔2026〕12号";

INSTANTIATE_TEST_SUITE_P(
    FeeSchedule, TwoStoreys,
    testing::Values(
        StoreyCase{
            "the standard spans amount and unit",
            std::string("序号,收费项目,收费标准,,收费依据,收费范围,性质\n,,金额（元）,计费单位,"
                        ",,\n1,住宿费,150,生·月,") +
                kBasis + ",住宿生,代收费\n2,学费,800,元/生·学期," + kBasis + ",高中,代收费\n" +
                kFoot,
            {{0, 0, 2, 1}, {0, 1, 2, 2}, {0, 2, 1, 4}, {0, 4, 2, 5}, {0, 5, 2, 6}, {0, 6, 2, 7}},
            {"序号", "收费项目", "金额（元）", "计费单位", "收费依据", "收费范围", "性质"},
            2,
            "150",
            "生·月",
            kBasis,
            {}},
        StoreyCase{
            "saved as CSV, where spans are empty cells",
            std::string("县中收费公示表,,,,,,\n序号,收费项目,收费标准,,收费依据,收费范围,性质\n,,"
                        "金额（元）,计费单位,,,\n一、住宿,,,,,,\n1,住宿费,150,生·月,") +
                kBasis + ",住宿生,代收费\n" + kFoot,
            {},
            {"序号", "收费项目", "金额（元）", "计费单位", "收费依据", "收费范围", "性质"},
            1,
            "150",
            "生·月",
            kBasis,
            {}},
        StoreyCase{
            "only the span is merged",
            std::string("收费项目,收费标准,,收费依据,收费范围,性质\n,计费单位,金额,,,\n住宿费,"
                        "元/生·月,150,") +
                kBasis + ",住宿生,代收费\n" + kFoot,
            {{0, 1, 1, 3}},
            {"收费项目", "计费单位", "金额", "收费依据", "收费范围", "性质"},
            1,
            "150",
            "元/生·月",
            kBasis,
            {}},
        StoreyCase{
            "kinds of one standard",
            std::string("收费项目,收费标准（元/生·学期）,,收费依据,收费范围,性质\n,城市,农村,,,\n"
                        "住宿费,150,120,") +
                kBasis + ",住宿生,代收费\n" + kFoot,
            {{0, 0, 2, 1}, {0, 1, 1, 3}, {0, 3, 2, 4}, {0, 4, 2, 5}, {0, 5, 2, 6}},
            {"收费项目", "收费标准（元/生·学期）（城市）", "收费标准（元/生·学期）（农村）",
             "收费依据", "收费范围", "性质"},
            1,
            "150",
            "",
            kBasis,
            {}},
        StoreyCase{
            "the standard is named in the lower storey only",
            std::string("收费项目,收费情况,,收费依据,收费范围,性质\n,收费标准,计费单位,,,\n住宿费,"
                        "150,元/生·月,") +
                kBasis + ",住宿生,代收费\n" + kFoot,
            {},
            {"收费项目", "收费标准", "计费单位", "收费依据", "收费范围", "性质"},
            1,
            "150",
            "元/生·月",
            kBasis,
            {}},
        StoreyCase{
            "the basis spans organ and number",
            "收费项目,收费标准,计费单位,收费依据,,收费范围,性质\n,,,批准机关,文号,,\n住宿费,150,"
            "元/生·月,云岭县发展和改革局,云发改〔2026〕12号,住宿生,代收费\n" +
                std::string(kFoot),
            {{0, 3, 1, 5}},
            {"收费项目", "收费标准", "计费单位", "批准机关", "文号", "收费范围", "性质"},
            1,
            "150",
            "元/生·月",
            "",
            {}},
        StoreyCase{
            "three storeys",
            std::string("收费项目,收费标准,,,收费依据,收费范围,性质\n,金额（元）,,计费单位,,,\n,"
                        "公办,民办,,,,\n住宿费,150,180,元/生·月,") +
                kBasis + ",住宿生,代收费\n" + kFoot,
            {{0, 0, 3, 1},
             {0, 1, 1, 4},
             {1, 1, 2, 3},
             {1, 3, 3, 4},
             {0, 4, 3, 5},
             {0, 5, 3, 6},
             {0, 6, 3, 7}},
            {"收费项目", "金额（元）（公办）", "金额（元）（民办）", "计费单位", "收费依据",
             "收费范围", "性质"},
            1,
            "150",
            "元/生·月",
            kBasis,
            {}},
        StoreyCase{"a fee below the head is no storey",
                   std::string("收费项目,收费标准,,收费依据,收费范围,性质\n住宿费,150,元/生·月,") +
                       kBasis + ",住宿生,代收费\n" + kFoot,
                   {},
                   {"收费项目", "收费标准", "", "收费依据", "收费范围", "性质"},
                   1,
                   "150",
                   "元/生·月",
                   kBasis,
                   {}},
        StoreyCase{
            "nor is a fee without a name, which the rules must see",
            std::string("收费项目,收费标准,计费单位,收费依据,收费范围,性质\n,150,元/生·月,") +
                kBasis + ",住宿生,代收费\n" + kFoot,
            {},
            {"收费项目", "收费标准", "计费单位", "收费依据", "收费范围", "性质"},
            1,
            "150",
            "元/生·月",
            kBasis,
            {"F1 2A!"}}),
    [](const auto& info) {
      std::string name;
      for (const char c : std::string(info.param.what))
        name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
      return name;
    });

TEST(FeeSchedule, ReadsTheDaysItIsInForce) {
  struct Case {
    const char* note;
    const char *from, *to;
  };
  const Case cases[] = {
      {"自2027年2月15日起执行", "2027-02-15", ""},
      {"本标准自２０２７年２月１５日起执行", "2027-02-15", ""},
      {"执行期限：2026年9月1日至2027年8月31日", "2026-09-01", "2027-08-31"},
      {"执行时间:2026-09-01", "2026-09-01", ""},
      {"有效期：2026.9.1—2027.8.31", "2026-09-01", "2027-08-31"},
      {"咨询时间为工作日", "", ""},
  };
  for (const Case& c : cases) {
    const auto schedule = read_fee_schedule(
        sheet_of(std::string(kHead) + kGood + "注：" + c.note + ",,,,,\n"), heads());
    ASSERT_TRUE(schedule);
    EXPECT_EQ(schedule->effective_from ? iso_date(*schedule->effective_from) : "", c.from)
        << c.note;
    EXPECT_EQ(schedule->effective_to ? iso_date(*schedule->effective_to) : "", c.to) << c.note;
  }
}

TEST(FeeSchedule, TakesLinesOfSeveralCellsBelowTheTableAsNotes) {
  const auto schedule =
      read_fee_schedule(sheet_of(std::string(kHead) + kGood +
                                 "减免政策：无,,,,,\n投诉电话：,12315,,0000-1234567,,\n" +
                                 "制表人：甲,,审核人：乙,,,\n"),
                        heads());
  ASSERT_TRUE(schedule);
  EXPECT_EQ(schedule->rows.size(), 1u);
  EXPECT_THAT(schedule->notes, ElementsAre("减免政策：无", "投诉电话：12315　0000-1234567",
                                           "制表人：甲　审核人：乙"));
}

TEST(FeeSchedule, EndsWithWhoSignsAndWhen) {
  const auto schedule = read_fee_schedule(
      sheet_of(std::string(kHead) + kGood + kFoot + "云岭县教育局,,,,,\n2026年9月1日,,,,,\n"),
      heads());
  ASSERT_TRUE(schedule);
  EXPECT_EQ(schedule->rows.size(), 1u);
  EXPECT_EQ(schedule->notes.size(), 3u);
}

TEST(FeeSchedule, GoesOnBelowItsFirstFoot) {
  const Sheet sheet =
      sheet_of(std::string(kHead) + kGood + kFoot + ",,,,,\n二、服务性收费,,,,,\n" + kHead +
               "校车费,60,元/生·月,县发展和改革局 "
               "云发改〔2026〕13号,学生,服务性收费\n" +
               kFoot);
  const auto schedule = read_fee_schedule(sheet, heads());
  ASSERT_TRUE(schedule);
  ASSERT_EQ(schedule->rows.size(), 3u);
  EXPECT_TRUE(schedule->rows[1].section);
  EXPECT_EQ(schedule->notes.size(), 2u);
  EXPECT_THAT(check_fees(*schedule, sheet, units()), IsEmpty());
}

TEST(FeeRules, SayWhereWhatAndWhy) {
  Sheet sheet =
      sheet_of(std::string(kHead) + "学费,850,元/生·学期,云岭县发展和改革局,高中,代收费\n" + kFoot);
  sheet.name = "高中";
  const auto schedule = read_fee_schedule(sheet, heads());
  ASSERT_TRUE(schedule);
  const std::vector<FeeFinding> found = check_fees(*schedule, sheet, units());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(
      finding_zh(found[0]),
      "工作表“高中”第2行D列 F1 ［不能上墙］“学费”的收费依据缺文号；请写如“云发改〔2026〕12号”。"
      "（依据：《教育收费公示制度》（计价格〔2002〕792号））");
}

TEST(FeeRules, FindWhatIsMissing) {
  struct Case {
    const char* what;
    std::string csv;
    std::vector<std::string> findings;
  };
  const std::string head = kHead, good = kGood, foot = kFoot;
  const Case cases[] = {
      {"complete", head + good + foot, {}},
      {"no project",
       head + ",850,元/生·学期,县发展和改革局 云发改〔2026〕12号,住宿生,代收费\n" + foot,
       {"F1 2A!"}},
      {"no standard",
       head + "学费,,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F1 2B!"}},
      {"no unit",
       head + "学费,850,,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F1 2C!"}},
      {"unit in the standard",
       head + "学费,850元/生·学期,,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {}},
      {"unit before the amount",
       head + "学费,每生每学期850元,,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {}},
      {"unit in a text",
       head + "学费,\"按次收取，每次20元\",,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {}},
      {"free needs no unit",
       head + "学费,免费,,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {}},
      {"no basis", head + "学费,850,元/生·学期,,高中,代收费\n" + foot, {"F1 2D!"}},
      {"basis without 文号",
       head + "学费,850,元/生·学期,县发展和改革局,高中,代收费\n" + foot,
       {"F1 2D!"}},
      {"basis without organ",
       head + "学费,850,元/生·学期,云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F1 2D!"}},
      {"no scope",
       head + "学费,850,元/生·学期,县发展和改革局 云发改〔2026〕12号,,代收费\n" + foot,
       {"F1 2E!"}},
      {"unknown unit",
       head + "学费,850,元/头,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F3 2C"}},
      {"no class",
       head + "学费,850,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,\n" + foot,
       {"F7 2F"}},
      {"no phone", head + good + "减免政策：无,,,,,\n", {"F1 1!", "F6 1"}},
      {"old hotline", head + good + "减免政策：无。投诉电话：12358,,,,,\n", {"F6 3A"}},
      {"no hotline", head + good + "减免政策：无。投诉电话：0000-1234567,,,,,\n", {"F6 1"}},
      {"no relief", head + good + "投诉电话：12315、0000-1234567,,,,,\n", {"F1 1"}},
      {"a name alone is no section",
       head + good + "书本费,,,,,\n" + foot,
       {"F1 3B!", "F1 3E!", "F1 3D!", "F1 3C!", "F7 3F"}},
      {"amount in common words",
       head + "学费,八百五十元,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F2 2B"}},
      {"no amount at all: a broken formula",
       head + "学费,#REF!,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F1 2B!"}},
      {"negative",
       head + "学费,-5,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F2 2B"}},
      {"thirds of a 分",
       head + "学费,12.345,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F2 2B"}},
      {"a range stays text",
       head + "学费,300—500,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {}},
      {"a text stays text",
       head + "学费,按成本据实收取,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" +
           foot,
       {}},
      {"unit in the head",
       "收费项目,收费标准（元/生·学期）,收费依据,收费范围,性质\n学费,850,县发展和改革局 "
       "云发改〔2026〕12号,高中,代收费\n减免政策：无,,,,\n投诉电话：12315、0000-1234567,,,,\n",
       {}},
      {"money alone is no unit",
       head + "学费,850,元,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F3 2C"}},
      {"an unknown class",
       head + "学费,850,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,其他\n" + foot,
       {"F7 2F"}},
      {"classes in a note say nothing of a row",
       head + "学费,850,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,\n" +
           "服务性收费和代收费坚持自愿原则,,,,,\n" + foot,
       {"F7 2F"}},
      {"a class in the title is every row's",
       "云岭县学校服务性收费公示表,,,,,\n" + head +
           "学费,850,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,\n" + foot,
       {}},
      {"a class in the section is its rows'",
       head + "一、代收费,,,,,\n学费,850,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,\n" +
           foot,
       {}},
      {"a sum is no fee", head + good + "合计,850,,,,\n" + foot, {}},
      {"one fee twice", head + good + good + foot, {"F5 3A"}},
      {"one name for two scopes",
       head + good +
           "住宿费,600,元/生·学期,云岭县发展和改革局 "
           "云发改〔2026〕12号,乡镇高中住宿生,行政事业性收费\n" +
           foot,
       {}},
      {"no local phone", head + good + "减免政策：无。投诉电话：12315、12345,,,,,\n", {"F6 1"}},
      {"the old hotline, where it stands",
       head + good + "减免政策：无,,,,,\n投诉电话：12358、12345、0000-1234567,,,,,\n",
       {"F6 4A"}},
      {"five digits of a longer number are no hotline",
       head + good + "减免政策：无。投诉电话：12315、0000-1235812,,,,,\n",
       {}},
      {"relief by row",
       "收费项目,收费标准,计费单位,收费依据,收费范围,性质,减免政策\n学费,850,元/"
       "生·学期,县发展和改革局 "
       "云发改〔2026〕12号,高中,代收费,\n水费,1,元/吨,县发展和改革局 "
       "云发改〔2026〕12号,高中,代收费,无\n投诉电话：12315、0000-1234567,,,,,,\n",
       {"F1 2G"}},
      {"amount in words",
       head + "学费,捌百五十元,元/生·学期,县发展和改革局 云发改〔2026〕12号,高中,代收费\n" + foot,
       {"F2 2B"}},
      {"ends before it begins",
       head + good + "执行期限：2026年9月1日至2026年8月31日,,,,,\n" + foot,
       {"F5 1!"}},
      {"no table", "今天天气很好,\n", {"none"}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(findings_of(c.csv), c.findings) << c.what;
}

} // namespace
} // namespace heiban
