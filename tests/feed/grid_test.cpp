#include "feed/grid.h"

#include "base/file.h"
#include "cpu_time.h"
#include "feed/number_format.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <filesystem>
#include <map>
#include <unistd.h>

namespace heiban {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string workbook(const std::string& name) {
  return read_file(std::string(HEIBAN_TESTS) + "/feed/workbooks/" + name, 1u << 20).value();
}

// A writer of the tests' own: parts in, an XLSX container out.
std::string zipped(const std::map<std::string, std::string>& parts) {
  const std::string path =
      (std::filesystem::temp_directory_path() / ("grid_test." + std::to_string(getpid()))).string();
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, text] : parts)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  EXPECT_EQ(zip_close(archive), 0);
  std::string bytes = read_file(path, 1u << 28).value();
  std::filesystem::remove(path);
  return bytes;
}

constexpr const char* kWorkbookXml =
    R"(<workbook xmlns="m" xmlns:r="r"><workbookPr/><sheets><sheet name="表&amp;一" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr const char* kRelations =
    R"(<Relationships xmlns="p"><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)";

std::string xlsx(const std::string& sheet_data, std::map<std::string, std::string> more = {}) {
  more.insert({"xl/workbook.xml", kWorkbookXml});
  more.insert({"xl/_rels/workbook.xml.rels", kRelations});
  more.insert(
      {"xl/worksheets/sheet1.xml", R"(<worksheet xmlns="m">)" + sheet_data + "</worksheet>"});
  return zipped(more);
}

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const Result<Workbook>& book) {
  EXPECT_TRUE(book) << book.error().message;
  return book ? book->sheets.at(0).rows : Rows{};
}

TEST(CsvGrid, ReadsWhatPeopleWrite) {
  struct Case {
    const char* what;
    std::string text;
    Rows rows;
  };
  const Case cases[] = {
      {"plain", "项目,标准\n学费,0\n", {{"项目", "标准"}, {"学费", "0"}}},
      {"no last line end", "a,b\r\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"old Mac line ends", "a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
      {"quoted line end", "\"一\r\n二\",b\n", {{"一\n二", "b"}}},
      {"quoted quote", "\"说\"\"明\"\"\",x\n", {{"说\"明\"", "x"}}},
      {"quote inside a bare field", "55\"屏,x\n", {{"55\"屏", "x"}}},
      {"semicolons", "a;b;c\n1,5;2;3\n", {{"a", "b", "c"}, {"1,5", "2", "3"}}},
      {"tabs", "a\tb\n1\t2\n", {{"a", "b"}, {"1", "2"}}},
      {"commas in a tab file",
       "项目\t依据\n学费\t甲，乙,丙\n",
       {{"项目", "依据"}, {"学费", "甲，乙,丙"}}},
      {"Excel's own hint", "sep=|\na,1|b\n", {{"a,1", "b"}}},
      {"byte order mark", "\xEF\xBB\xBF项目,b\n", {{"项目", "b"}}},
      {"title row above",
       "收费公示表,,\n项目,标准,依据\n学费,0,文\n",
       {{"收费公示表", "", ""}, {"项目", "标准", "依据"}, {"学费", "0", "文"}}},
      {"padding columns and rows", "a,b,,\nc,d,,\n,,,\n,,,\n", {{"a", "b"}, {"c", "d"}}},
      {"ragged rows", "a,b,c\nd\n", {{"a", "b", "c"}, {"d", "", ""}}},
      {"spaces belong to a field, not round its quotes",
       " a , \"b\" ,　c　\n",
       {{" a ", "b", "　c　"}}},
      {"a field of spaces is empty", "a,  ,b\n", {{"a", "", "b"}}},
      {"a text kept from being a number", "=\"00120\",b\n", {{"00120", "b"}}},
      {"unclosed quote", "a,\"b\nc,d\n", {{"a", "b\nc,d"}}},
      {"last field empty", "a,b\nc,", {{"a", "b"}, {"c", ""}}},
      {"a quote in a text kept so", "=\"5\"\"屏\",b\n", {{"5\"屏", "b"}}},
      {"Excel's hint with old Mac line ends", "sep=;\r甲;乙\r", {{"甲", "乙"}}},
      {"Excel's hint saved once more", "\"sep=;\"\r\na;b\r\n", {{"a", "b"}}},
      {"the marks that lines agree on",
       "项目;依据;单位\n学费;甲,乙,丙;元\n书费;丁,戊,己;元\n",
       {{"项目", "依据", "单位"}, {"学费", "甲,乙,丙", "元"}, {"书费", "丁,戊,己", "元"}}},
      {"Chinese commas",
       "收费公示表\n项目，标准\n学费，800\n\"书，本\"，1\n",
       {{"收费公示表", ""}, {"项目", "标准"}, {"学费", "800"}, {"书，本", "1"}}},
      {"Chinese commas, and notes below",
       "项目，标准，单位\n学费，800，元\n投诉电话：12315\n减免政策：孤儿，减半\n",
       {{"项目", "标准", "单位"},
        {"学费", "800", "元"},
        {"投诉电话：12315", "", ""},
        {"减免政策：孤儿，减半", "", ""}}},
      {"a quoted text kept from being a number", "\"=\"\"00120\"\"\",b\n", {{"00120", "b"}}},
      {"Chinese commas in sentences",
       "学费，每学期收\n书费，按册\n无\n无\n",
       {{"学费，每学期收"}, {"书费，按册"}, {"无"}, {"无"}}},
      {"nothing", "", {}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(rows_of(read_csv(c.text)), c.rows) << c.what;
}

TEST(CsvGrid, RefusesWhatIsTooLarge) {
  GridLimits limits;
  limits.rows = 10;
  EXPECT_THAT(read_csv(std::string(22, '\n') + "a", limits).error().message, HasSubstr("10 行"));
  limits.columns = 4;
  EXPECT_THAT(read_csv("a,b,c,d,e", limits).error().message, HasSubstr("4 列"));
  limits.cells = 2;
  EXPECT_THAT(read_csv("a,b,c", limits).error().message, HasSubstr("2 格"));
  EXPECT_THAT(read_json_grid(
                  R"([{"columns":["a"],"rows":[["b"],[""]]},{"columns":["a"],"rows":[]}])", limits)
                  .error()
                  .message,
              HasSubstr("2 格"));
  limits.cell = 3;
  EXPECT_THAT(read_csv("a\nb,\"cdef", limits).error().message, HasSubstr("第 2 行有一格"));
}

TEST(XlsxGrid, ReadsWhatLibreOfficeSaved) {
  const Result<Workbook> book = read_xlsx(workbook("libreoffice.xlsx"));
  ASSERT_TRUE(book) << book.error().message;
  ASSERT_EQ(book->sheets.size(), 2u);
  const Sheet& sheet = book->sheets[0];
  EXPECT_EQ(sheet.name, "收费");
  const Rows expected = {{"云岭县中小学收费公示表", "", "", "", ""},
                         {"收费项目", "收费标准", "执行日期", "自愿", "合计"},
                         {"住宿费", "1,234.50", "2026年9月1日", "TRUE", "2469"},
                         {"", "0.1", "", "", ""},
                         {"第一行\n第二行", "免费", "", "", ""}};
  EXPECT_EQ(sheet.rows, expected);
  EXPECT_THAT(sheet.row_numbers, ElementsAre(1, 2, 3, 4, 6));
  EXPECT_THAT(sheet.column_numbers, ElementsAre(1, 2, 3, 4, 6));
  ASSERT_EQ(sheet.merges.size(), 2u);
  EXPECT_EQ(sheet.merges[0].column_to, 5);
  EXPECT_EQ(sheet.merges[1].row_from, 2);
  EXPECT_EQ(sheet.merges[1].row_to, 4);
  EXPECT_THAT(book->findings, ElementsAre(HasSubstr("1 个隐藏行"), HasSubstr("1 个隐藏列")));
  EXPECT_EQ(book->sheets[1].rows, (Rows{{"䶮㛃𬱖 & <办法>"}}));
}

TEST(XlsxGrid, ReadsCells) {
  struct Case {
    const char* what;
    std::string sheet;
    Rows rows;
  };
  const Case cases[] = {
      {"inline string",
       R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>学费</t></is></c></row></sheetData>)",
       {{"学费"}}},
      {"rich runs, phonetic run skipped",
       R"(<sheetData><row><c t="inlineStr"><is><r><t>住</t></r><r><t>宿</t></r><rPh sb="0" eb="1"><t>zhù</t></rPh></is></c></row></sheetData>)",
       {{"住宿"}}},
      {"shared string",
       R"(<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData>)",
       {{"乙丙"}}},
      {"shared string out of range",
       R"(<sheetData><row r="1"><c r="A1" t="s"><v>9</v></c><c r="B1"><v>1</v></c></row></sheetData>)",
       {{"", "1"}}},
      {"no names at all",
       R"(<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData>)",
       {{"1", "2"}, {"3", ""}}},
      {"formula's cached text",
       R"(<sheetData><row r="2"><c r="B2" t="str"><f>A1</f><v>缓存</v></c></row></sheetData>)",
       {{"", ""}, {"", "缓存"}}},
      {"escaped control characters",
       R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲_x000D_
乙_x005F_x000D_丙</t></is></c></row></sheetData>)",
       {{"甲\n乙_x000D_丙"}}},
      {"spaces kept and spaces of the file's own lay-out",
       R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is></c><c r="B1" t="inlineStr"><is><t>
         乙 </t></is></c></row></sheetData>)",
       {{" 甲 ", "乙"}}},
      {"booleans",
       R"(<sheetData><row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c></row></sheetData>)",
       {{"TRUE", "FALSE"}}},
      {"ISO dates",
       R"(<sheetData><row r="1"><c r="A1" t="d"><v>2026-09-01</v></c><c r="B1" t="d" s="2"><v>2026-09-01T00:00:00</v></c><c r="C1" t="d"><v>2026-09-01T08:30:00Z</v></c></row></sheetData>)",
       {{"2026/9/1", "2026年9月1日", "2026/9/1 8:30"}}},
      {"what a merged area covers",
       R"(<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>)",
       {{"1", "", "3"}}},
      {"rows and columns of no size",
       R"(<cols><col min="2" max="2" width="0"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2" ht="0"><c r="A2"><v>4</v></c></row></sheetData>)",
       {{"1", "3"}}},
      {"a formula nobody worked out",
       R"(<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c></row></sheetData>)",
       {{"", "2"}}},
      {"error value",
       R"(<sheetData><row r="1"><c r="A1" t="e"><v>#REF!</v></c></row></sheetData>)",
       {{"#REF!"}}},
      {"number with float dust",
       R"(<sheetData><row r="1"><c r="A1"><v>0.30000000000000004</v></c></row></sheetData>)",
       {{"0.3"}}},
      {"date by built-in format",
       R"(<sheetData><row r="1"><c r="A1" s="1"><v>46266</v></c></row></sheetData>)",
       {{"2026/9/1"}}},
      {"Chinese date by built-in format",
       R"(<sheetData><row r="1"><c r="A1" s="2"><v>46266</v></c></row></sheetData>)",
       {{"2026年9月1日"}}},
      {"custom money format",
       R"(<sheetData><row r="1"><c r="A1" s="3"><v>850</v></c></row></sheetData>)",
       {{"￥850.00元"}}},
      {"merged area with a hidden first row",
       R"(<cols><col min="9" max="9" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="inlineStr"><is><t>表题</t></is></c></row><row r="2"><c r="B2"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>)",
       {{"表题", "1"}}},
  };
  const std::map<std::string, std::string> more = {
      {"xl/sharedStrings.xml",
       R"(<sst xmlns="m"><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>x</t></rPh></si></sst>)"},
      {"xl/styles.xml",
       R"(<styleSheet xmlns="m"><numFmts><numFmt numFmtId="170" formatCode="[$￥-804]#,##0.00&quot;元&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="170"/></cellXfs></styleSheet>)"}};
  for (const Case& c : cases)
    EXPECT_EQ(rows_of(read_xlsx(xlsx(c.sheet, more))), c.rows) << c.what;
}

TEST(XlsxGrid, ReadsWhatOpenpyxlSaved) {
  const Result<Workbook> book = read_xlsx(workbook("openpyxl.xlsx"));
  const Rows expected = {{"云岭县收费公示表", "", "", "", ""},
                         {"收费项目", "收费标准", "执行日期", "自愿", "合计"},
                         {"住宿费", "1,234.50", "2026-09-01", "TRUE", ""},
                         {"午餐费", "0.3", "2026-09-01 8:30:00", "FALSE", ""},
                         {"多行\n文字", "", "8:30:00", "", ""}};
  EXPECT_EQ(rows_of(book), expected);
  ASSERT_EQ(book->sheets.size(), 2u);
  EXPECT_TRUE(book->sheets[1].rows.empty());
  EXPECT_THAT(book->findings, ElementsAre(HasSubstr("1 个隐藏行"), HasSubstr("1 个隐藏列"),
                                          HasSubstr("1 个公式"), HasSubstr("“藏”是隐藏的")));
}

TEST(XlsxGrid, RefusesMergesThatOverlapWithoutEnd) {
  std::string merges;
  for (int i = 0; i < 400; ++i)
    merges += R"(<mergeCell ref="A1:Z5000"/>)";
  const Result<Workbook> book = read_xlsx(xlsx(
      R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="5000"><c r="Z5000"><v>1</v></c></row></sheetData><mergeCells>)" +
      merges + "</mergeCells>"));
  ASSERT_FALSE(book);
  EXPECT_THAT(book.error().message, HasSubstr("合并单元格"));
}

TEST(XlsxGrid, CountsCellsThatTheirFormatHides) {
  GridLimits limits;
  limits.cells = 2;
  const std::string styles =
      R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>)";
  const std::string cell = R"(<c s="0"><v>1</v></c>)";
  const auto sheet = [&](const std::string& cells) {
    return read_xlsx(
        xlsx("<sheetData><row>" + cells + "</row></sheetData>", {{"xl/styles.xml", styles}}),
        limits);
  };
  EXPECT_TRUE(sheet(cell + cell + R"(<c s="0"/>)"));
  ASSERT_FALSE(sheet(cell + cell + cell));
  EXPECT_THAT(sheet(cell + cell + cell).error().message, HasSubstr("2 格"));
}

// Two cells in far corners, on every sheet.
TEST(XlsxGrid, CountsTheAreaOfAllSheets) {
  GridLimits limits;
  limits.area = 20;
  std::string sheets, relations;
  std::map<std::string, std::string> parts;
  for (const char n : {'1', '2'}) {
    sheets += std::string("<sheet name=\"") + n + "\" r:id=\"r" + n + "\"/>";
    relations += std::string("<Relationship Id=\"r") + n +
                 "\" Type=\"x/worksheet\" Target=\"worksheets/sheet" + n + ".xml\"/>";
    parts[std::string("xl/worksheets/sheet") + n + ".xml"] =
        R"(<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="4"><c r="D4"><v>1</v></c></row></sheetData></worksheet>)";
  }
  parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
  const auto book = [&](const std::string& listed) {
    parts["xl/workbook.xml"] =
        R"(<workbook xmlns:r="r"><sheets>)" + listed + "</sheets></workbook>";
    return read_xlsx(zipped(parts), limits);
  };
  EXPECT_TRUE(book(sheets.substr(0, sheets.size() / 2)));
  ASSERT_FALSE(book(sheets));
  EXPECT_THAT(book(sheets).error().message, HasSubstr("太大"));
}

TEST(XlsxGrid, RefusesOneTextInTooManyCells) {
  std::string cells;
  for (int i = 0; i < 400; ++i)
    cells += R"(<c t="s"><v>0</v></c>)";
  std::string text;
  for (int i = 0; i < 80'000; ++i)
    text += static_cast<char>('a' + i % 23);
  const Result<Workbook> book =
      read_xlsx(xlsx("<sheetData><row>" + cells + "</row></sheetData>",
                     {{"xl/sharedStrings.xml", "<sst><si><t>" + text + "</t></si></sst>"}}));
  ASSERT_FALSE(book);
  EXPECT_THAT(book.error().message, HasSubstr("文字过多"));
}

TEST(XlsxGrid, ReadsTheNamesOtherWritersGive) {
  const std::string sheet =
      R"(<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>严格</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>)";
  struct Case {
    const char *target, *part;
  };
  const Case cases[] = {
      {"worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"./worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"../xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
      {"worksheets\\sheet1.xml", "xl\\worksheets\\sheet1.xml"},
      {"worksheets/lost.xml", "xl/worksheets/sheet1.xml"},
      {"tables/first.xml", "XL/Tables/First.xml"},
  };
  for (const Case& c : cases) {
    const std::string relations =
        std::string(
            R"(<Relationships xmlns="p"><Relationship Id="rId1" Type="x/worksheet" Target=")") +
        c.target + R"("/></Relationships>)";
    EXPECT_EQ(rows_of(read_xlsx(zipped({{"xl/workbook.xml", kWorkbookXml},
                                        {"xl/_rels/workbook.xml.rels", relations},
                                        {c.part, "\n" + sheet}}))),
              (Rows{{"严格"}}))
        << c.target;
  }
}

TEST(XlsxGrid, TellsWhatIsNotInTheGrid) {
  const Result<Workbook> book = read_xlsx(xlsx(
      R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f></c><c r="C1"><v>3</v></c></row></sheetData>)"));
  EXPECT_EQ(rows_of(book), (Rows{{"", "", "3"}}));
  EXPECT_THAT(book->findings, ElementsAre(HasSubstr("1 个公式"), HasSubstr("1 格的文字")));
  const Result<Workbook> csv = read_csv("a,b\nc,\"d\n");
  ASSERT_TRUE(csv);
  EXPECT_THAT(csv->findings, ElementsAre(HasSubstr("第 2 行的英文引号没有配对")));
}

// A quote left open at the top of a long file would make one cell of all of it.
TEST(Csv, RefusesACellLongerThanSpreadsheetsHave) {
  const std::string longest(32'767 * 3, 'x');
  for (const std::string& cell : {longest, '"' + longest + '"', '"' + longest}) {
    EXPECT_TRUE(read_csv("a,b\n" + cell)) << cell.substr(0, 2);
    const Result<Workbook> longer = read_csv("a,b\n" + cell.substr(0, 9) + "y" + cell.substr(9));
    ASSERT_FALSE(longer) << cell.substr(0, 2);
    EXPECT_THAT(longer.error().message, HasSubstr("第 2 行有一格的文字太长"));
  }
}

// A fee struck through no longer holds; the old amount beside the new one must not stand with it.
TEST(XlsxGrid, LeavesOutWhatIsStruckThrough) {
  const std::map<std::string, std::string> more = {
      {"xl/styles.xml",
       R"(<styleSheet><fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>)"},
      {"xl/sharedStrings.xml",
       R"(<sst><si><r><rPr><strike/></rPr><t>850</t></r><r><rPr><sz val="9"/></rPr><t>800</t></r></si><si><t>书本费</t></si><si><r><t>旧</t></r><r><rPr/><t>新</t></r></si><si><r><rPr><strike val="false"/></rPr><t>留</t></r></si></sst>)"}};
  struct Case {
    const char* what;
    std::string cell, shown;
    bool told;
  };
  const Case cases[] = {
      {"a run of a shared string", R"(<c t="s"><v>0</v></c>)", "800", true},
      {"a run that says it is not", R"(<c t="s"><v>3</v></c>)", "留", false},
      {"a run of an inline string",
       R"(<c t="inlineStr"><is><r><rPr><strike/></rPr><t>旧</t></r><r><t>新</t></r></is></c>)",
       "新", true},
      {"an empty run",
       R"(<c t="inlineStr"><is><r><rPr><strike/></rPr><t> </t></r><r><t>新</t></r></is></c>)", "新",
       false},
      {"a number in a struck cell", R"(<c s="1"><v>850</v></c>)", "", true},
      {"a text in a struck cell", R"(<c s="1" t="s"><v>1</v></c>)", "", true},
      {"a run with its own font in a struck cell", R"(<c s="1" t="s"><v>2</v></c>)", "新", true},
      {"the same string in a plain cell", R"(<c s="0" t="s"><v>2</v></c>)", "旧新", false},
      {"a font that is not struck", R"(<c s="2"><v>850</v></c>)", "850", false},
      {"an empty struck cell", R"(<c s="1"/>)", "", false},
  };
  for (const Case& c : cases) {
    const Result<Workbook> book =
        read_xlsx(xlsx("<sheetData><row>" + c.cell + "<c><v>1</v></c></row></sheetData>", more));
    EXPECT_EQ(rows_of(book), (Rows{{c.shown, "1"}})) << c.what;
    const auto told = c.told ? 1u : 0u;
    ASSERT_EQ(book->findings.size(), told) << c.what;
    if (c.told) {
      EXPECT_THAT(book->findings[0], HasSubstr("1 格有划去的文字")) << c.what;
    }
  }
}

TEST(Workbook, IsToldFromItsBytes) {
  const std::string sheet = xlsx("<sheetData><row><c><v>7</v></c></row></sheetData>");
  const Rows seven = {{"7"}}, fee = {{"收费项目", "收费标准"}, {"学费", "1"}};
  EXPECT_EQ(rows_of(read_workbook(sheet)), seven);
  EXPECT_EQ(rows_of(read_workbook("\xEF\xBB\xBF\r\n" + sheet)), seven) << "junk before it";
  EXPECT_EQ(
      rows_of(read_workbook("[{\"columns\":[\"收费项目\",\"收费标准\"],\"rows\":[[\"学费\",1]]}]")),
      fee);
  const std::u16string text = u"收费项目,收费标准\r\n学费,1\r\n";
  std::string little, big;
  for (const char16_t c : text) {
    little += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
    big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
  }
  EXPECT_EQ(rows_of(read_workbook(little)), fee) << "UTF-16LE without a mark";
  EXPECT_EQ(rows_of(read_workbook(big)), fee) << "UTF-16BE without a mark";
  EXPECT_EQ(rows_of(read_workbook("\xFF\xFE" + little)), fee);
  EXPECT_EQ(rows_of(read_workbook("\xFE\xFF" + big)), fee);
  EXPECT_EQ(rows_of(read_workbook("收费项目,收费标准\n学费,1\n")), fee);
  EXPECT_EQ(rows_of(read_workbook("收费项目,收费标准\n学费,1\n\x1A" + std::string(512, '\0'))), fee)
      << "padded";
  EXPECT_EQ(rows_of(read_workbook("收费项目,收费标准\n学费," + std::string(1, '\0') + "1\n" +
                                  std::string(60, '\n'))),
            fee)
      << "a zero byte in a text";
}

TEST(Workbook, NamesWhatIsNoTable) {
  struct Case {
    std::string bytes;
    const char* words;
  };
  const std::string nothing("PK\x05\x06", 4);
  const Case cases[] = {
      {"", "文件是空的"},
      {"\xEF\xBB\xBF\r\n \n", "文件是空的"},
      {"<html><table><tr><td>学费", "网页"},
      {"<?xml version=\"1.0\"?><Workbook/>", "XML"},
      {"%PDF-1.7", "PDF"},
      {"{\\rtf1", "RTF"},
      {std::string("a\0\1\2b\0", 6), "既不是表格"},
      {nothing + std::string(18, '\0'), "没有工作簿"},
      {zipped({{"content.xml", "<x/>"}, {"mimetype", "x"}}), ".ods"},
      {zipped({{"word/document.xml", "<x/>"}}), "Word"},
      {zipped({{"xl/workbook.bin", "x"}}), ".xlsb"},
  };
  for (const Case& c : cases) {
    const Result<Workbook> book = read_workbook(c.bytes);
    ASSERT_FALSE(book) << c.words;
    EXPECT_THAT(book.error().message, HasSubstr(c.words));
  }
}

TEST(XlsxGrid, NamesWhatItCannotRead) {
  EXPECT_THAT(read_xlsx(workbook("libreoffice.xls")).error().message, HasSubstr("旧版 .xls"));
  std::string encrypted = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (char c : std::string("EncryptedPackage") + '\0')
    encrypted += c, encrypted += '\0';
  EXPECT_THAT(read_xlsx(encrypted).error().message, HasSubstr("密码"));
  EXPECT_THAT(read_xlsx("PK\x03\x04 broken").error().message, HasSubstr("损坏"));
  std::string word = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
  for (char c : std::string("WordDocument") + '\0')
    word += c, word += '\0';
  EXPECT_THAT(read_xlsx(word).error().message, HasSubstr("Word"));
  EXPECT_THAT(read_xlsx(zipped({{"a.txt", "x"}})).error().message, HasSubstr("不是 XLSX"));
  EXPECT_THAT(read_xlsx(xlsx("<sheetData><row><c><v>1</v>")).error().message, HasSubstr("损坏"));
}

TEST(XlsxGrid, ReadsEveryCutOfAFileWithoutHarm) {
  const std::string whole = workbook("libreoffice.xlsx");
  for (size_t size = 0; size < whole.size(); size += 7)
    EXPECT_FALSE(read_xlsx(std::string_view(whole).substr(0, size))) << size;
}

TEST(XlsxGrid, RefusesBombsQuickly) {
  std::string million = "<sheetData>";
  for (int row = 1; row <= 50'000; ++row) {
    million += "<row>";
    for (int column = 0; column < 20; ++column)
      million += "<c><v>1</v></c>";
    million += "</row>";
  }
  const std::string cases[] = {
      xlsx(R"(<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>)"),
      xlsx(million + "</sheetData>"),
      xlsx("<sheetData/>" + std::string(90u << 20, ' ')),
      xlsx(
          R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="59999"><c r="SA59999"><v>1</v></c></row></sheetData>)"),
  };
  for (const std::string& bytes : cases) {
    const double seconds = cpu_seconds([&] {
      const Result<Workbook> book = read_xlsx(bytes);
      ASSERT_FALSE(book);
      EXPECT_EQ(book.error().kind, ErrorKind::Refused) << book.error().message;
    });
    EXPECT_LT(seconds, 8); // 2 s is usual
  }
}

TEST(XlsxGrid, LeavesAStyledButEmptyFarCellAlone) {
  const std::string far =
      R"(<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>)";
  EXPECT_EQ(rows_of(read_xlsx(xlsx(far))), (Rows{{"1"}}));
}

TEST(JsonGrid, ReadsTheDocumentedSchema) {
  const Result<Workbook> book = read_json_grid(R"({
    "title": "收费公示表", "columns": ["项目", "标准"],
    "rows": [{"section": "一、高中"}, ["住宿费", 300], {"标准": 0.5, "项目": "水费"}, ["学费", null]],
    "notes": ["投诉电话：12315"]})");
  const Rows expected = {{"收费公示表", ""},     {"项目", "标准"}, {"一、高中", ""},
                         {"住宿费", "300"},      {"水费", "0.5"},  {"学费", ""},
                         {"投诉电话：12315", ""}};
  EXPECT_EQ(rows_of(book), expected);
  EXPECT_EQ(book->sheets[0].merges.size(), 3u);
}

// Small files that would become large grids: many columns said once, many rows that are empty.
TEST(JsonGrid, RefusesBombsQuickly) {
  const auto repeated = [](std::string_view piece, size_t count) {
    std::string out;
    for (size_t i = 0; i < count; ++i)
      out += piece;
    return out;
  };
  const std::string columns =
      R"({"columns":[)" + repeated(R"("a",)", 511) + R"("b"],"rows":[)" + repeated("[],", 4'000);
  const std::string cases[] = {
      columns + "[]]}",
      "[" + repeated(R"({"columns":["甲"],"rows":[]},)", 64) + R"({"columns":["甲"],"rows":[]}])",
      R"({"columns":["甲"],"rows":[)" + repeated("[],", 60'000) + "[]]}",
      R"({"columns":["甲"],"rows":[)" + repeated("1,", 3'000'000) + "1]}",
      R"({"columns":["甲"],"rows":[[")" + repeated("甲", 100'000) + R"("]]})",
      R"({"columns":["甲"],"title":[)" + repeated(R"("",)", 60'000) + R"(""],"rows":[]})",
  };
  for (const std::string& json : cases) {
    const double seconds = cpu_seconds([&] {
      const Result<Workbook> book = read_json_grid(json);
      ASSERT_FALSE(book) << json.substr(0, 40);
      EXPECT_EQ(book.error().kind, ErrorKind::Refused) << book.error().message;
    });
    EXPECT_LT(seconds, 2) << json.substr(0, 40);
  }
}

TEST(JsonGrid, NamesWhatItCannotRead) {
  struct Case {
    const char* json;
    const char* words;
  };
  const Case cases[] = {
      {"[", "不是完整的 JSON"},
      {"{}", "columns"},
      {R"({"columns":[],"rows":[]})", "列名"},
      {R"({"columns":["甲"],"rows":[["1","2"]]})", "第 2 行有 2 格"},
      {R"({"columns":["甲"],"rows":[{"乙":1}]})", "“乙”"},
      {R"({"columns":["甲"],"rows":[7]})", "第 2 行"},
      {"[]", "没有表"},
  };
  for (const Case& c : cases) {
    const Result<Workbook> book = read_json_grid(c.json);
    ASSERT_FALSE(book) << c.json;
    EXPECT_THAT(book.error().message, HasSubstr(c.words));
  }
  EXPECT_FALSE(read_json_grid(std::string(1u << 20, '[')));
}

TEST(NumberFormat, ShowsWhatACellShows) {
  struct Case {
    double value;
    const char* code;
    const char* shown;
  };
  const Case cases[] = {
      {1200, "", "1200"},
      {0.1, "", "0.1"},
      {1234567.891, "", "1234567.891"},
      {850, "0.00", "850.00"},
      {1234567.5, "#,##0.00", "1,234,567.50"},
      {12, "#,##0.##", "12"},
      {0.5, "0%", "50%"},
      {0.1234, "0.00%", "12.34%"},
      {-5, "0.0", "-5.0"},
      {-5, "0.0;(0.0)", "(5.0)"},
      {0, "0;-0;\"免费\"", "免费"},
      {7, "000", "007"},
      {12, "General\"人\"", "12人"},
      {12, "0\"元/生·学期\"", "12元/生·学期"},
      {8500, "#,##0_);(#,##0)", "8,500"},
      {1500000, "0.0,,\"百万\"", "1.5百万"},
      {12345, "0.00E+00", "1.23E+04"},
      {46266, "yyyy/m/d", "2026/9/1"},
      {46266, "yyyy-mm-dd", "2026-09-01"},
      {46266, "yyyy\"年\"m\"月\"d\"日\";@", "2026年9月1日"},
      {46266, "[$-804]yyyy\\年m\\月", "2026年9月"},
      {46266.604166667, "yyyy/m/d h:mm", "2026/9/1 14:30"},
      {46266.604166667, "h:mm AM/PM", "2:30 PM"},
      {46266.604166667, "上午/下午h\"时\"mm\"分\"", "下午2时30分"},
      {0.5, "[h]:mm", "12:00"},
      {0.5, "[mm]:ss", "720:00"},
      {0.5, "mm:ss.0", "00:00"},
      {0.30000000000000004, "", "0.3"},
      {1.005, "0.00", "1.01"}, // as a spreadsheet rounds, not as a double does
      {2.675, "0.00", "2.68"},
      {0.125, "0.00", "0.13"},
      {0.07, "0%", "7%"},
      {-5, "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "¥-5.00"},
      {0, "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ ", "¥-"},
      {850, "_￥* #,##0_）", "850"},
      {0, "[=0]\"免费\";0.00", "免费"},
      {8, "[=0]\"免费\";0.00", "8.00"},
      {150, "[>=100]0;[<100]0.0", "150"},
      {15, "[>=100]0;[<100]0.0", "15.0"},
      {1e300, "0.00", "1E+300"},
      {5550120, "000-0000", "555-0120"},
      {87012345678, "0000-00000000", "0870-12345678"},
      {0, "#", ""},
      {5, "0.0;@", "5.0"},
      {-5, "0.0;@", "-5.0"},
      {46266, "[$-804]aaaa", "星期二"},
      {46266, "[$-804]dddd", "星期二"},
      {46266, "[$-804]mmmm", "九月"},
      {46266, "[$-F800]dddd, mmmm dd, yyyy", "2026年9月1日"},
      {46266, "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二六年九月一日"},
      {46336, "[DBNum1]m\"月\"d\"日\"", "十一月十日"},
      {1234, "[DBNum2]General\"元\"", "1234元"},
      {850, "# ?/?", "850"},
      {0.5, "# ?\?/??", "0.5"},
      {60, "yyyy-mm-dd", "1900-02-28"}, // Excel's day that never was
      {61, "yyyy-mm-dd", "1900-03-01"},
      {1, "yyyy-mm-dd", "1900-01-01"},
  };
  for (const Case& c : cases)
    EXPECT_EQ(format_number(c.value, c.code, false), c.shown) << c.code;
  EXPECT_EQ(format_number(44804, "yyyy-mm-dd", true), "2026-09-01");
}

TEST(NumberFormat, KnowsTheChineseBuiltInFormats) {
  struct Case {
    std::vector<int> ids;
    const char* shown;
  };
  const Case cases[] = {
      {{27, 36, 50, 52, 57}, "2026年9月"},
      {{28, 29, 51, 53, 54, 58}, "9月1日"},
      {{30}, "9-1-26"},
      {{31}, "2026年9月1日"},
      {{32}, "18时00分"},
      {{33}, "18时00分00秒"},
      {{34, 55}, "下午6时00分"},
      {{35, 56}, "下午6时00分00秒"},
      {{14}, "2026/9/1"},
      {{22}, "2026/9/1 18:00"},
      {{43}, "46,266.75"},
      {{44}, "¥46,266.75"},
  };
  for (const Case& c : cases)
    for (const int id : c.ids)
      EXPECT_EQ(format_number(46266.75, built_in_number_format(id), false), c.shown) << id;
}

TEST(NumberFormat, AddsWordsToTexts) {
  struct Case {
    const char *code, *shown;
  };
  const Case cases[] = {{"@", "学费"},
                        {"@\"元\"", "学费元"},
                        {";;;", ""},
                        {"0.00", "学费"},
                        {"0;-0;0;\"【\"@", "【学费"}};
  for (const Case& c : cases)
    EXPECT_EQ(format_text("学费", read_number_format(c.code)), c.shown) << c.code;
}

// A spreadsheet's own limit is 255 characters; what lies beyond is shown as General.
TEST(NumberFormat, IsNoLongerThanASpreadsheetWrites) {
  const std::string longest = "0\"" + std::string(252, 'x') + "\"";
  EXPECT_EQ(format_number(7, longest, false), "7" + std::string(252, 'x'));
  EXPECT_EQ(format_number(7, longest + "x", false), "7");
  const std::string digits(30, '0');
  EXPECT_EQ(format_number(7, digits, false), std::string(29, '0') + "7");
  EXPECT_EQ(format_number(7, std::string(500, '0'), false), "7");
  EXPECT_EQ(format_number(7, std::string(65, '0'), false), "7");
  EXPECT_EQ(format_text("学费", read_number_format("@" + std::string(300, 'x'))), "学费");
}

TEST(NumberFormat, CostsLittleInEveryCell) {
  std::string parted; // words between the digits: the dearest kind
  for (int i = 0; i < 32; ++i)
    parted += "#-";
  for (const std::string& code : {std::string(500, '0'), parted, std::string(60, '?') + ".0%"}) {
    const std::vector<Section> sections = read_number_format(code);
    const double seconds = cpu_seconds([&] {
      for (int i = 0; i < 20'000; ++i)
        format_number(i % 2 ? 1e300 : 1e20 / 7, sections, false);
    });
    EXPECT_LT(seconds, 1) << code; // 320,000 cells are a sheet's most
  }
}

TEST(ColumnLetters, CountInTwentySixes) {
  EXPECT_EQ(column_letters(1), "A");
  EXPECT_EQ(column_letters(26), "Z");
  EXPECT_EQ(column_letters(27), "AA");
  EXPECT_EQ(column_letters(16384), "XFD");
}

} // namespace
} // namespace heiban
