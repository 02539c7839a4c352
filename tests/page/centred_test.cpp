// Where centred lines stand beside a table, where the lines of its head run, and what a running
// title keeps whole.
#include "page/page_helper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace heiban {
namespace {

struct Span {
  int left = 1 << 30, right = 0;
  void take(const Rect& box) {
    left = std::min(left, box.x);
    right = std::max(right, box.x + box.w);
  }
  int middle() const { return (left + right) / 2; }
};

TEST(Centred, ACaptionStandsOverTheMiddleOfItsTable) {
  using namespace testing;
  const Notice notice = notice_of(
      "全县中小学生田径运动会闭幕",
      {paragraph("为期3天的全县中小学生田径运动会11月2日在县体育场闭幕，34支代表队的612名运动员参加"
                 "了42个项目的比赛。"),
       paragraph("团体总分前三名", BlockAlign::Center),
       table({{"组别", "第一名", "第二名"}, {"高中组", "第一中学", "职业技术学校"}})});
  for (const auto& [width, height] : {std::pair{1920, 1080}, {1366, 768}, {1080, 1920}}) {
    const PageStyle style = style_of(width, height);
    const auto pages = paginate(notice, style, shared_fonts());
    ASSERT_EQ(pages->count(), 1u);
    const Page page = pages->page(0);
    Span caption, stripes;
    for (const RunItem* run : runs_of(page))
      if (run->text == "团体总分前三名")
        caption.take(run->box);
    for (const PageItem& item : page.items)
      if (const auto* fill = std::get_if<FillItem>(&item);
          fill && fill->colour == style.theme.table_head)
        stripes.take(fill->box);
    ASSERT_GT(caption.right, 0);
    ASSERT_GT(stripes.right, 0);
    EXPECT_LE(std::abs(caption.middle() - stripes.middle()), 4) << width << "x" << height;
  }
}

TEST(TwoStoreyHead, NoLineRunsThroughItsWords) {
  using namespace testing;
  Block block = table({{"学校", "班数", "计划人数", "其中"},
                       {"统招", "指标到校"},
                       {"云岭县第一中学", "16", "800", "380", "420"},
                       {"云岭县第二中学", "14", "700", "406", "294"}});
  for (size_t i = 0; i < 3; ++i)
    block.rows[0][i].rowspan = 2;
  block.rows[0][3].colspan = 2;
  const PageStyle style = style_of(1080, 1920);
  const auto pages = paginate(notice_of("招生计划", {block}), style, shared_fonts());
  const Page page = pages->page(0);
  int rules = 0;
  for (const PageItem& item : page.items) {
    const auto* rule = std::get_if<FillItem>(&item);
    if (!rule || rule->colour != style.theme.rule || rule->box.h > 4)
      continue;
    ++rules;
    for (const RunItem* run : runs_of(page)) {
      const Rect& word = run->box;
      EXPECT_FALSE(run->role == PageRole::Head && rule->box.y > word.y &&
                   rule->box.bottom() < word.bottom() && rule->box.x < word.x + word.w &&
                   rule->box.x + rule->box.w > word.x)
          << run->text;
    }
  }
  EXPECT_GE(rules, 4) << "one under 其中, one under the heads, one under each row";
}

TEST(RunningTitle, DoesNotPartTheDocumentsNumber) {
  using namespace testing;
  std::vector<Block> blocks;
  for (int i = 0; i < 60; ++i)
    blocks.push_back(paragraph("学校应当按照规定做好作业、睡眠和手机管理工作。"));
  Notice notice = notice_of("云岭县教育局关于进一步加强作业、睡眠和手机管理的通知", blocks);
  notice.doc_number = "云教办〔2026〕29号";
  for (int width = 900; width <= 1200; width += 20) {
    const auto pages = paginate(notice, style_of(width, 1920), shared_fonts());
    ASSERT_GT(pages->count(), 1u);
    const Page page = pages->page(1);
    std::string line;
    int y = -1;
    bool whole = false;
    for (const RunItem* run : runs_of(page)) {
      line = run->box.y == y ? line + run->text : run->text;
      y = run->box.y;
      whole |= line.find("云教办〔2026〕29号") != line.npos;
    }
    EXPECT_TRUE(whole) << width;
  }
}

} // namespace
} // namespace heiban
