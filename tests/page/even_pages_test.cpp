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

} // namespace
} // namespace heiban
