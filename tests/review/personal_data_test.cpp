#include "review/personal_data.h"

#include "review/review_helper.h"

namespace heiban {
namespace {

std::string wide(const std::string& digits) {
  std::string out;
  for (const char c : digits)
    out += c == 'X' ? "Ｘ" : "\xef\xbc" + std::string(1, static_cast<char>(0x90 + (c - '0')));
  return out;
}

std::string joined(const std::string& digits, const std::string& between, size_t each) {
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i)
    out += (i && i % each == 0 ? between : "") + digits.substr(i, 1);
  return out;
}

std::string lower_x(std::string id) {
  for (char& c : id)
    c = c == 'X' ? 'x' : c;
  return id;
}

// A serial whose check digit is X.
std::string id_with_x() {
  for (int serial = 1;; ++serial)
    if (const std::string id = fake_id(serial); id.back() == 'X')
      return id;
}

std::string grouped(const std::string& id, const std::string& between) {
  return id.substr(0, 6) + between + id.substr(6, 8) + between + id.substr(14);
}

struct TextRow {
  const char* name;
  std::string text;
  std::vector<PersonalKind> kinds;
};

const std::vector<PersonalKind> kId{PersonalKind::IdNumber}, kCard{PersonalKind::CardNumber},
    kMobile{PersonalKind::MobileNumber}, kNear{PersonalKind::NearIdNumber}, kNone{};

std::string wrong_check_digit() {
  std::string id = fake_id(7);
  id.back() = id.back() == '5' ? '6' : '5';
  return id;
}

std::vector<TextRow> text_rows() {
  const std::string id = fake_id(), x = id_with_x();
  return {
      {"plain", "张某，身份证号" + id + "。", kId},
      {"alone", id, kId},
      {"check digit X", x, kId},
      {"check digit x", lower_x(x), kId},
      {"full-width", wide(x), kId},
      {"typed with ×", x.substr(0, 17) + "×", kId},
      {"spaces 6 8 4", grouped(id, " "), kId},
      {"ideographic spaces", grouped(id, "　"), kId},
      {"hyphens", grouped(id, "-"), kId},
      {"full-width hyphens", grouped(id, "－"), kId},
      {"en dashes", grouped(id, "–"), kId},
      {"no-break spaces", grouped(id, "\u00a0"), kId},
      {"a space after each digit", joined(id, " ", 1), kId},
      {"fours", joined(id, " ", 4), kId},
      {"the X after a space", x.substr(0, 17) + " X", kId},
      {"a space after each digit, X", joined(x, " ", 1), kId},
      {"zero-width space", joined(id, "\u200b", 3), kId},
      {"word joiner and BOM", joined(id, "\u2060\ufeff", 5), kId},
      {"soft hyphen", joined(id, "\u00ad", 6), kId},
      {"bidi marks", joined(id, "\u202d", 6), kId},
      {"over a line", grouped(id, "\n"), kId},
      {"student number: G and the ID number", "学籍号G" + id, kId},
      {"glued behind a serial number", "12" + id, kId},
      {"glued before other digits", id + "2026", kId},
      {"after another number", "1 " + id, kId},
      {"leap day", fake_id(3, "20080229"), kId},
      {"born in 1900", fake_id(3, "19000101"), kId},
      {"wrong check digit, unnamed", "编号" + wrong_check_digit(), kNone},
      {"wrong check digit, named", "身份证号码：" + wrong_check_digit(), kNear},
      {"month 13", fake_id(1, "20101301"), kNone},
      {"29 February of a common year", fake_id(1, "20100229"), kNone},
      {"year 2100", fake_id(1, "21000101"), kNone},
      {"masked", "990000********1234", kNone},
      {"a colon between", id.substr(0, 9) + "：" + id.substr(9), kNone},
      {"17 digits", id.substr(0, 17), kNone},
      {"15 digits, named", "身份证号：530102850312001", kId},
      {"15 digits, unnamed", "流水号530102850312001", kNone},
      {"15 digits, named, no date", "身份证号：530102851312001", kNone},
      {"15 digits, named, no province", "身份证号：990102850312001", kNone},
      {"card by its leading digits", "户名某某 6222020000000000000", kCard},
      {"card in fours, named", "银行卡号 4111 1111 1111 1111", kCard},
      {"card, unnamed, foreign", "订单 4111111111111111", kNone},
      {"card with a wrong check digit", "银行卡号 6222020000000000007", kNone},
      {"one office mobile", "联系人：王老师，电话：13800000000。", kNone},
      {"one mobile unnamed", "请拨13800000000。", kNone},
      {"three mobiles in a row", "甲 13800000001、乙 13800000002、丙 138 0000 0003", kMobile},
      {"with +86", "甲+8613800000001乙+86 13800000002丙8613800000003", kMobile},
      {"three advice mobiles", "咨询：13800000001；咨询：13800000002；咨询：13800000003", kNone},
      {"land lines", "0000-1234567、0000-1234568、0000-1234569", kNone},
      {"hotlines", "监督举报电话：12315、12345", kNone},
      {"document number", "云教发〔2026〕12号，2026年11月24日 15:30:00", kNone},
      {"amounts", "1234567890.00元，2,000,000,000元", kNone},
      {"eleven digits that are none", "12345678901 12345678902 12345678903", kNone},
  };
}

std::vector<PersonalKind> kinds_in(const Notice& notice) {
  std::vector<PersonalKind> kinds;
  for (const PersonalHit& hit : find_personal_data(notice))
    if (kinds.empty() || kinds.back() != hit.kind)
      kinds.push_back(hit.kind);
  return kinds;
}

TEST(PersonalData, InRunningText) {
  for (const TextRow& row : text_rows())
    EXPECT_EQ(kinds_in(plain_notice("a", row.text)), row.kinds) << row.name;
}

struct TableRow {
  const char* name;
  std::vector<std::vector<std::string>> cells;
  std::vector<PersonalKind> kinds;
};

std::vector<TableRow> table_rows() {
  const std::string id = fake_id();
  std::vector<std::string> boxes;
  for (const char c : id)
    boxes.emplace_back(1, c);
  std::vector<std::string> x_boxes;
  for (const char c : id_with_x())
    x_boxes.emplace_back(1, c);
  return {
      {"in a cell", {{"姓名", "证件号码"}, {"张某", id}}, kId},
      {"over three cells", {{id.substr(0, 6), id.substr(6, 8), id.substr(14)}}, kId},
      {"over two cells, then a score", {{"1", id.substr(0, 10), id.substr(10), "645.5"}}, kId},
      {"a digit a cell", {boxes}, kId},
      {"the X in a cell of its own", {x_boxes}, kId},
      {"number cells that only add up", {{"2026", "990000", "20100228", "1234"}}, kNone},
      {"with words between", {{id.substr(0, 9), "和", id.substr(9)}}, kNone},
      {"15 digits in a list of persons", {{"姓名", "证件"}, {"张某", "530102850312001"}}, kId},
      {"15-digit exam numbers", {{"姓名", "准考证号"}, {"张某", "530102850312001"}}, kNone},
      {"15 digits elsewhere", {{"项目", "编码"}, {"甲", "530102850312001"}}, kNone},
      {"mobile in a list of persons", {{"姓名", "手机"}, {"张某", "13800000000"}}, kMobile},
      {"mobile in a list under a title row",
       {{"录取名单", ""}, {"姓 名", "联系电话"}, {"张某", "138-0000-0000"}},
       kMobile},
      {"office phone of persons", {{"姓名", "监督电话"}, {"张某", "13800000000"}}, kNone},
      {"advice phones of schools",
       {{"学校", "联系人", "电话"},
        {"一小", "王老师", "13800000001"},
        {"二小", "李老师", "13800000002"},
        {"三小", "赵老师", "13800000003"}},
       kNone},
      {"no heads, three mobiles",
       {{"张某", "13800000001"}, {"李某", "13800000002"}, {"王某", "13800000003"}},
       kMobile},
      {"no heads, one mobile", {{"报名", "13800000001"}}, kNone},
      {"card of persons", {{"姓名", "卡号"}, {"张某", "4111111111111111"}}, kCard},
      {"scores", {{"姓名", "准考证号", "总分"}, {"张某", "202601010123", "645.5"}}, kNone},
  };
}

TEST(PersonalData, InTables) {
  for (const TableRow& row : table_rows()) {
    Notice notice = plain_notice("a");
    notice.blocks.push_back(table_block(row.cells));
    EXPECT_EQ(kinds_in(notice), row.kinds) << row.name;
  }
}

TEST(PersonalData, OverParagraphsOfNothingButDigits) {
  const std::string id = fake_id();
  Notice split = plain_notice("a", id.substr(0, 6));
  for (const std::string& piece : {id.substr(6, 8), id.substr(14)})
    split.blocks.push_back({.kind = BlockKind::Paragraph, .text = piece});
  EXPECT_EQ(find_personal_data(split).size(), 3u);
  split.blocks.insert(split.blocks.begin() + 1, {.kind = BlockKind::Paragraph, .text = "和"});
  EXPECT_TRUE(find_personal_data(split).empty());
}

TEST(PersonalData, MobilesUnderATitleThatSaysWhatTheyAre) {
  Notice list = plain_notice("a", "张某 13800000000");
  list.title = "受资助学生名单";
  EXPECT_EQ(kinds_in(list), kMobile);
  Notice phones = plain_notice("b", "一小 13800000001，二小 13800000002，三小 13800000003");
  phones.title = "各校招生咨询电话";
  EXPECT_EQ(kinds_in(phones), kNone);
}

struct PlaceRow {
  const char* name;
  std::function<void(Notice&, const std::string& id)> put;
  const char* place;
};

std::vector<PlaceRow> place_rows() {
  const auto add = [](Notice& notice, BlockKind kind) -> Block& {
    notice.blocks.emplace_back().kind = kind;
    return notice.blocks.back();
  };
  const auto list = [](const std::string& id) {
    return table_block({{"姓名", "学校", "证件"}, {"张某", "一小", id}});
  };
  return {
      {"title", [](Notice& n, const std::string& id) { n.title += id; }, "标题"},
      {"publisher", [](Notice& n, const std::string& id) { n.publisher = id; }, "发布机构"},
      {"link", [](Notice& n, const std::string& id) { n.link += "?n=" + id; }, "链接"},
      {"paragraph", [](Notice& n, const std::string& id) { n.blocks[0].text += id; }, "正文第1段"},
      {"item", [=](Notice& n, const std::string& id) { add(n, BlockKind::Item).text = id; },
       "正文第2段"},
      {"signature",
       [=](Notice& n, const std::string& id) { add(n, BlockKind::Signature).text = id; }, "落款"},
      {"attachment",
       [=](Notice& n, const std::string& id) {
         add(n, BlockKind::Attachments).names = {"名单.xlsx", id + ".pdf"};
       },
       "附件第2项"},
      {"caption", [=](Notice& n, const std::string& id) { add(n, BlockKind::Picture).text = id; },
       "图片说明"},
      {"alternative text",
       [=](Notice& n, const std::string& id) {
         add(n, BlockKind::Picture).text = "学区图";
         add(n, BlockKind::Picture).alt = id;
       },
       "第2张图片的说明"},
      {"cell", [=](Notice& n, const std::string& id) { n.blocks.push_back(list(id)); },
       "表格第2行第3列"},
      {"second table",
       [=](Notice& n, const std::string& id) {
         n.blocks.push_back(list("无"));
         n.blocks.push_back(list(id));
       },
       "第2个表格第2行第3列"},
      {"cell beside spans",
       [](Notice& n, const std::string& id) {
         Block table = table_block({{"班级", "姓名"}, {"张某", id}});
         table.rows[0][0].rowspan = 2;
         n.blocks.push_back(table);
       },
       "表格第2行第3列"},
  };
}

TEST(PersonalData, IsPlacedAndNeverQuoted) {
  for (const PlaceRow& row : place_rows()) {
    Notice notice = plain_notice("a");
    row.put(notice, fake_id());
    const ReviewResult result = review_one(notice);
    ASSERT_EQ(result.verdicts.size(), 1u);
    EXPECT_EQ(result.verdicts[0].rule, "id-number") << row.name;
    EXPECT_EQ(result.verdicts[0].reason, std::string(row.place) + "有身份证号码") << row.name;
  }
}

TEST(PersonalData, ManyPlacesAreCounted) {
  std::vector<std::vector<std::string>> rows{{"姓名", "身份证号"}};
  for (int i = 1; i <= 40; ++i)
    rows.push_back({"某某", fake_id(i)});
  Notice notice = plain_notice("a");
  notice.blocks.push_back(table_block(rows));
  EXPECT_EQ(review_one(notice).verdicts[0].reason,
            "表格第2行第2列、表格第3行第2列、表格第4行第2列 等 40 处有身份证号码");
}

// The work is linear: neither a megabyte of digits nor of phone numbers takes noticeable time.
TEST(PersonalData, OfHugeTextsIsFound) {
  std::string digits(1 << 20, '7'), phones;
  while (phones.size() < 1 << 20)
    phones += "13800000000 ";
  EXPECT_EQ(kinds_in(plain_notice("a", digits)), kNone);
  EXPECT_EQ(kinds_in(plain_notice("a", digits + fake_id())), kId);
  EXPECT_EQ(kinds_in(plain_notice("a", phones)), kMobile);
}

} // namespace
} // namespace heiban
