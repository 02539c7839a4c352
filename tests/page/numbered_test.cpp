// What stands behind the numbers of paragraphs begins at one place, however their lines are fitted.
#include "page/page_helper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace heiban {
namespace {

constexpr const char* kHan[] = {"一", "二", "三", "四", "五", "六", "七", "八"};
constexpr const char* kClauses[] = {
    "具备《中华人民共和国教师法》规定的相应学历，取得中小学教师资格考试合格证明，且在有效期内。",
    "达到《普通话水平测试等级标准》二级乙等以上；申请认定语文教师资格的，应当达到二级甲等以上。",
    "教学楼、宿舍楼的疏散通道、安全出口和应急照明，每周检查1次，结果在校门口公布30日。",
    "学校食堂实行校长陪餐和家长陪餐制度，食品原料定点采购、索证索票、逐批验收。",
    "城区公交5路到“职业学校”站；青溪镇、松坪镇8:00在镇政府门前有免费接送车，座位有限。",
    "参加活动不收取任何费用，学校不在现场预收学位费、定金。预约电话：0000-5550166。",
    "各学校以学籍系统为基础，与乡镇（街道）、村（社区）户籍信息逐人比对，逐一核实去向。",
    "根据《教师资格条例》《〈教师资格条例〉实施办法》，由县教育局负责解释。"};

struct Numbered {
  std::string number; // # stands for the numeral
  size_t glyphs;      // of it

  std::string at(size_t i) const {
    std::string text = number;
    if (const size_t numeral = text.find('#'); numeral != std::string::npos)
      text.replace(numeral, 1, kHan[i]);
    return text;
  }
};

void PrintTo(const Numbered& row, std::ostream* out) {
  *out << row.number;
}

class Numbers : public ::testing::TestWithParam<Numbered> {};

// px from a line's first glyph to the one behind its number.
int place_behind(const Page& page, const RunItem& first, size_t glyphs) {
  std::vector<int> xs;
  for (const RunItem* run : testing::runs_of(page))
    if (run->box.y == first.box.y && run->box.x >= first.box.x)
      for (const auto& glyph : run->run.glyphs)
        xs.push_back((run->run.x + glyph.x).round_px());
  std::ranges::sort(xs);
  return xs[glyphs] - xs[0];
}

TEST_P(Numbers, AreAsWideInEachParagraph) {
  const Numbered& row = GetParam();
  std::vector<Block> blocks;
  for (size_t i = 0; i < std::size(kClauses); ++i)
    blocks.push_back(testing::paragraph(row.at(i) + kClauses[i]));
  const Notice notice = testing::notice_of("关于公布办事须知的通知", blocks);
  for (const auto& [width, height] :
       {std::pair{1920, 1080}, std::pair{1080, 1920}, std::pair{1366, 768}, std::pair{768, 1366}}) {
    const auto pages = paginate(notice, testing::style_of(width, height), testing::shared_fonts());
    std::vector<int> places;
    for (size_t p = 0; p < pages->count(); ++p) {
      const Page page = pages->page(p);
      for (const RunItem* run : testing::runs_of(page))
        for (size_t i = 0; i < std::size(kClauses); ++i)
          if (run->role == PageRole::Body && run->text.starts_with(row.at(i)) &&
              (row.number.find('#') != std::string::npos || i == 0))
            places.push_back(place_behind(page, *run, row.glyphs));
    }
    EXPECT_EQ(places.size(), std::size(kClauses)) << width;
    const auto [least, most] = std::ranges::minmax(places);
    EXPECT_LE(most - least, 1) << width;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Numbers,
                         ::testing::Values(Numbered{"#、", 2}, Numbered{"（#）", 3},
                                           Numbered{"1. ", 2}, Numbered{"第#条　", 3},
                                           Numbered{"答：", 2}));

} // namespace
} // namespace heiban
