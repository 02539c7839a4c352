// What stands under a title: the document's number, the 公示期 and the day it is on.
#include "page/page_helper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

Notice objection_notice() {
  Notice notice = testing::notice_of("关于2026年公开招聘中小学教师拟聘用人员的公示",
                                     {testing::paragraph("现予公示，接受社会监督。")});
  Publicity period;
  period.first = {2026, 11, 24};
  period.last = {2026, 12, 4};
  for (const int day : {24, 25, 26, 27, 30})
    period.working.push_back({2026, 11, day});
  for (const int day : {1, 2, 3, 4})
    period.working.push_back({2026, 12, day});
  notice.publicity = period;
  return notice;
}

// The lines between title and text, from the top.
std::vector<std::string> lines_under_title(const Page& page) {
  std::vector<std::string> lines;
  int y = -1;
  for (const RunItem* run : testing::runs_of(page)) {
    if (run->role != PageRole::Label || run->box.y < page.frame.body.y)
      continue;
    if (run->box.y != y)
      lines.emplace_back();
    y = run->box.y;
    lines.back() += run->text;
  }
  return lines;
}

using Lines = std::vector<std::string>;

TEST(UnderTitle, TheDayOfAPeriodIsNotParted) {
  const Notice notice = objection_notice();
  const std::string dates = "公示期 11月24日至12月4日", day = "第2个工作日，共9个";
  for (const char* theme : {"heiban", "gongwen", "contrast"})
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920},
                                        std::pair{1366, 768}, std::pair{768, 1366}}) {
      PageStyle style = testing::style_of(width, height, theme);
      style.today = {2026, 11, 25};
      const Page page = paginate(notice, style, testing::shared_fonts())->page(0);
      const Lines lines = lines_under_title(page);
      EXPECT_TRUE((lines == Lines{dates + " · " + day}) || (lines == Lines{dates, day}))
          << fmt::format("{} {}x{}: {}", theme, width, height, fmt::join(lines, "|"));
      if (width > height) {
        EXPECT_EQ(lines.size(), 1u) << theme << " " << width;
      }
    }
}

} // namespace
} // namespace heiban
