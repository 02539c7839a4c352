// A thin last page takes some of the others' lines, but never tears a table for it.
#include "page/page_helper.h"

#include <gtest/gtest.h>

#include <set>

namespace heiban {
namespace {

TEST(EvenPages, ATableThatFitsOnOnePageStandsWhole) {
  for (const auto& [width, height] :
       {std::pair{1920, 1080}, {1366, 768}, {1080, 1920}, {3840, 2160}}) {
    for (int after = 1; after <= 12; ++after) {
      std::vector<std::vector<std::string>> rows{{"学区", "小学", "初中"}};
      for (const char* number : {"一", "二", "三", "四", "五", "六"})
        rows.push_back({number, "城关第一小学", "实验中学"});
      using namespace testing;
      std::vector<Block> blocks{picture(1600, 900, "学区划分图"), table(rows)};
      for (int i = 0; i < after; ++i)
        blocks.push_back(paragraph("父母双方房屋不在同一学区的，以实际居住地为准。"));
      blocks.push_back(signature("云岭县教育局", "2026年11月2日"));
      const Notice notice = testing::notice_of("云岭县城区义务教育学校学区划分图", blocks);
      const PageStyle style = testing::style_of(width, height);
      const auto pages = paginate(notice, style, testing::shared_fonts());
      std::set<size_t> on;
      for (size_t i = 0; i < pages->count(); ++i) {
        const Page page = pages->page(i);
        for (const RunItem* run : testing::runs_of(page))
          if (run->role == PageRole::Cell)
            on.insert(i);
      }
      EXPECT_EQ(on.size(), 1u) << width << "x" << height << " with " << after;
    }
  }
}

// Read from five metres a title takes half a page: what it is about begins under it all the same.
TEST(EvenPages, NoPageHoldsNothingButATitle) {
  for (auto& sample : testing::sample_notices()) {
    if (sample.name != "official" && sample.name != "long" && sample.name != "items")
      continue;
    for (const char* theme : {"heiban", "contrast"})
      for (const auto& [width, height] : {std::pair{1920, 1080}, {1080, 1920}})
        for (const double metres : {3.0, 5.0}) {
          PageStyle style = testing::style_of(width, height, theme);
          style.screen.distance_m = metres;
          const auto pages = paginate(sample.notice, style, testing::shared_fonts());
          const Page page = pages->page(0);
          int lines = 0;
          for (const RunItem* run : testing::runs_of(page))
            lines += run->role == PageRole::Body || run->role == PageRole::Heading;
          EXPECT_GT(lines, 0) << sample.name << " " << theme << width << " at " << metres << " m";
        }
  }
}

// Notes below a table take its last rows along: those that stay behind are no page's only ones.
TEST(EvenPages, NotesLeaveNoRowAloneOnThePageBefore) {
  for (const auto& [width, height] : {std::pair{1920, 1080}, {1366, 768}})
    for (int count = 6; count < 30; ++count) {
      std::vector<std::vector<std::string>> rows{{"收费项目", "收费标准", "收费依据"}};
      for (int i = 0; i < count; ++i)
        rows.push_back({"住宿费（八人间，有独立卫生间）", "240",
                        "省发展改革委、省教育厅、省财政厅 省发改价格〔2021〕317号"});
      std::vector<Block> blocks{testing::table(rows)};
      blocks[0].text = "投诉电话：12315、12345，云岭县教育局财务股 0000-5550152";
      for (int i = 0; i < 2; ++i)
        blocks.push_back(
            testing::paragraph("减免政策：家庭经济困难学生、烈士子女、孤儿和残疾学生，凭"
                               "县民政局出具的证明，经学校审核后免收学费、住宿费。"));
      const Notice notice = testing::notice_of("云岭县收费公示表", blocks);
      const auto pages =
          paginate(notice, testing::style_of(width, height), testing::shared_fonts());
      if (pages->count() < 3)
        continue;
      std::set<int> on;
      const Page before = pages->page(pages->count() - 2);
      for (const RunItem* run : testing::runs_of(before))
        if (run->role == PageRole::Cell)
          on.insert(run->row);
      EXPECT_GT(on.size(), 1u) << width << "x" << height << " with " << count;
    }
}

TEST(EvenPages, APictureIsNotMadeSmallerToFillTheLastPage) {
  const auto picture_on = [](int paragraphs) {
    std::vector<Block> blocks{testing::picture(1600, 800, "")};
    for (int i = 0; i < paragraphs; ++i)
      blocks.push_back(testing::paragraph("父母双方房屋不在同一学区的，以实际居住地为准。"));
    const Notice notice = testing::notice_of("云岭县城区义务教育学校学区划分图", blocks);
    const auto pages = paginate(notice, testing::style_of(1920, 1080), testing::shared_fonts());
    EXPECT_EQ(pages->count(), paragraphs > 0 ? 2u : 1u);
    const Page page = pages->page(0);
    for (const PageItem& item : page.items)
      if (const auto* picture = std::get_if<PictureItem>(&item))
        return picture->box.h;
    return 0;
  };
  EXPECT_GT(picture_on(0), 0);
  EXPECT_EQ(picture_on(1), picture_on(0));
}

} // namespace
} // namespace heiban
