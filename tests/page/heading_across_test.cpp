// A heading that leads a table or a picture stands over its beginning, on the same page.
#include "page/page_helper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace heiban {
namespace {

struct Led {
  std::string kind;
  Block block;
};

std::vector<Led> led() {
  return {{"table", testing::table({{"环节", "时间", "地点"},
                                    {"网上报名", "12月1日至12月14日", "中国教师资格网"},
                                    {"体检", "12月15日至12月17日", "云岭县人民医院体检中心"},
                                    {"领取证书", "1月15日起", "县教育局办事窗口"}})},
          {"picture", testing::picture(1600, 500, "学区划分图")}};
}

Notice notice_with(int paragraphs, const Block& block) {
  std::vector<Block> blocks;
  for (int i = 0; i < paragraphs; ++i)
    blocks.push_back(testing::paragraph("父母双方房屋不在同一学区的，以实际居住地为准。"));
  blocks.push_back(testing::heading(1, "三、时间安排"));
  blocks.push_back(block);
  return testing::notice_of("云岭县城区义务教育学校学区划分", blocks);
}

// px of the highest thing of the table or picture; -1: it is not on this page.
int top_of_led(const Page& page) {
  int top = -1;
  const auto take = [&](int y) { top = top < 0 ? y : std::min(top, y); };
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<RunItem>(&item);
    if (run && (run->role == PageRole::Cell || run->role == PageRole::Head) && run->row >= 0)
      take(run->box.y);
    if (const auto* picture = std::get_if<PictureItem>(&item))
      take(picture->box.y);
  }
  return top;
}

// Empty, or what is wrong.
std::string verdict(const Pagination& pages) {
  for (size_t i = 0; i < pages.count(); ++i) {
    const Page page = pages.page(i);
    const std::vector<const RunItem*> runs = testing::runs_of(page);
    const auto heading =
        std::ranges::find(runs, PageRole::Heading, [](const RunItem* run) { return run->role; });
    if (heading == runs.end())
      continue;
    const int below = top_of_led(page), y = (*heading)->box.y;
    if (below < 0)
      return fmt::format("the heading ends page {}", i + 1);
    if ((*heading)->box.x > page.frame.body.x + page.frame.body.w / 4)
      return "the heading stands in the second column";
    for (const RunItem* run : runs)
      if (run->role == PageRole::Body && run->box.bottom() > y && run->box.y < below)
        return "text stands beside the heading, or between it and what it leads";
    return {};
  }
  return "no heading";
}

TEST(HeadingAcross, StandsOverWhatItLeads) {
  for (const Led& what : led())
    for (const auto& [width, height] :
         {std::pair{1920, 1080}, {1366, 768}, {1080, 1920}, {2560, 1080}})
      for (int paragraphs = 0; paragraphs <= 26; ++paragraphs) {
        const Notice notice = notice_with(paragraphs, what.block);
        const auto pages =
            paginate(notice, testing::style_of(width, height), testing::shared_fonts());
        EXPECT_EQ(verdict(*pages), "")
            << what.kind << " " << width << "x" << height << " after " << paragraphs;
      }
}

} // namespace
} // namespace heiban
