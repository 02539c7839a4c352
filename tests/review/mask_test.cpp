#include "review/mask.h"

#include "base/utf8.h"
#include "review/personal_data.h"
#include "review/review_helper.h"

namespace heiban {
namespace {

std::string masked(std::string number) {
  for (size_t i = 3; i + 2 < number.size(); ++i)
    number[i] = '*';
  return number;
}

TEST(Mask, LeavesNoNumberThatReviewWouldHoldFor) {
  const std::string id = fake_id();
  struct Row {
    std::string text, expected;
  };
  const Row rows[] = {
      {"身份证号：" + id + "。", "身份证号：" + masked(id) + "。"},
      {"银行卡号 6222020000000000000", "银行卡号 622**************00"},
      {"身份证号：530102850312001", "身份证号：530**********01"},
      {id + "、" + fake_id(2), masked(id) + "、" + masked(fake_id(2))},
      {"没有号码，电话0000-0000000。", "没有号码，电话0000-0000000。"},
  };
  for (const Row& row : rows) {
    Notice notice = plain_notice("a", row.text);
    notice.content_hash = content_hash_of(notice);
    const std::string before = notice.content_hash;
    const int changed = mask_personal_data(notice);
    EXPECT_EQ(notice.blocks[0].text, row.expected);
    EXPECT_EQ(changed > 0, row.text != row.expected);
    EXPECT_EQ(notice.content_hash == before, row.text == row.expected);
    EXPECT_TRUE(find_personal_data(notice).empty()) << row.text;
  }
}

TEST(Mask, ReadsDigitsHoweverTyped) {
  const std::string id = fake_id();
  std::string wide, split;
  for (const char c : id) {
    const char32_t full = 0xFF10 + static_cast<char32_t>(c - '0');
    append_utf8(wide, c == 'X' ? 0xFF38 : full);
    split += std::string(1, c) + "\u200b";
  }
  for (const std::string& text :
       {wide, split, id.substr(0, 6) + " " + id.substr(6, 8) + "-" + id.substr(14), "12" + id}) {
    Notice notice = plain_notice("a", "证件：" + text);
    EXPECT_EQ(mask_personal_data(notice), 1) << text;
    EXPECT_TRUE(find_personal_data(notice).empty()) << notice.blocks[0].text;
  }
}

TEST(Mask, OfAListKeepsNamesAndOfficesPhones) {
  const std::string id = fake_id(7);
  Notice notice = plain_notice("a", "咨询电话：13800000000。");
  notice.title = "拟聘人员名单公示";
  notice.blocks.push_back(table_block({{"姓名", "身份证号", "手机"},
                                       {"张某", id, "13900000001"},
                                       {"李某", fake_id(8), "13900000002"}}));
  EXPECT_EQ(mask_personal_data(notice), 4);
  EXPECT_EQ(notice.blocks[0].text, "咨询电话：13800000000。");
  const auto& row = notice.blocks[1].rows[1];
  EXPECT_EQ(row[0].text, "张某");
  EXPECT_EQ(row[1].text, masked(id));
  EXPECT_EQ(row[2].text, "139******01");
  EXPECT_TRUE(find_personal_data(notice).empty());
}

TEST(Mask, OfANumberSplitOverCellsLeavesNoDigit) {
  const std::string id = fake_id();
  Notice notice = plain_notice("a");
  notice.blocks.push_back(table_block(
      {{"某", id.substr(0, 6), id.substr(6, 8), id.substr(14)}, {"乙", "1", "2", "3"}}));
  EXPECT_EQ(mask_personal_data(notice), 1);
  const auto& rows = notice.blocks[1].rows;
  EXPECT_EQ(rows[0][1].text, "******");
  EXPECT_EQ(rows[0][3].text, "****");
  EXPECT_EQ(rows[1][1].text, "1");
  EXPECT_TRUE(find_personal_data(notice).empty());
}

TEST(Mask, CannotMendALink) {
  Notice notice = plain_notice("a");
  notice.link = "https://www.yunling.example/" + fake_id();
  EXPECT_EQ(mask_personal_data(notice), 0);
  EXPECT_FALSE(find_personal_data(notice).empty()); // it stays held
}

} // namespace
} // namespace heiban
