// The page of the night, and the look of what may not be overlooked.
#include "page/alert.h"
#include "page/quiet_page.h"

#include "page/page_helper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace heiban {
namespace {

std::string words_of(const Page& page) {
  std::string words;
  for (const RunItem* run : testing::runs_of(page))
    words += run->text;
  return words;
}

PageStyle night_style(int width, int height, const std::string& theme) {
  PageStyle style = testing::style_of(width, height, theme);
  style.bureau.name = "云岭县教育局";
  style.bureau.office_hours = "周一至周五 8:30—12:00，14:00—17:30";
  style.bureau.website = "https://www.yunling.example";
  return style;
}

TEST(QuietPage, IsDarkAndSaysWhenToComeAgain) {
  for (const char* theme : {"heiban", "gongwen", "contrast"})
    for (const auto& [width, height] :
         {std::pair{1920, 1080}, std::pair{1080, 1920}, std::pair{1366, 768}, std::pair{1024, 768},
          std::pair{3840, 2160}}) {
      SCOPED_TRACE(fmt::format("{} {}x{}", theme, width, height));
      const Page page = quiet_page({"明天（星期三）8:30 开放", "国庆节放假"},
                                   night_style(width, height, theme), testing::shared_fonts());
      EXPECT_LT(contrast(page.background, {0, 0, 0}), 1.5);
      const std::string words = words_of(page);
      for (const char* part : {"云岭县教育局", "非开放时间", "8:30开放", "国庆节放假", "办公时间"})
        EXPECT_NE(testing::without_spaces(words).find(part), std::string::npos) << part;
      EXPECT_GE(page.frame.clock_px, height / 8);
      EXPECT_TRUE(page.head_ink && contrast(*page.head_ink, page.background) >= 7);
      for (const RunItem* run : testing::runs_of(page)) {
        EXPECT_GE(contrast(run->colour, page.background), 7) << run->text;
        const bool below = run->box.y >= page.frame.date.bottom();
        const bool above = run->box.bottom() <= page.frame.clock.y;
        EXPECT_TRUE(below || above) << run->text << " stands in the clock's place";
      }
    }
}

TEST(StoppedPage, SaysNothingButTheNameAndThatItIsStopped) {
  for (const auto& [width, height] :
       {std::pair{1920, 1080}, std::pair{1080, 1920}, std::pair{1920, 540}}) {
    SCOPED_TRACE(fmt::format("{}x{}", width, height));
    const Page page = stopped_page(night_style(width, height, "heiban"), testing::shared_fonts());
    EXPECT_EQ(words_of(page), "云岭县教育局暂停展示");
    EXPECT_EQ(page.frame.clock.h, 0);
    EXPECT_EQ(page.frame.date.h, 0);
  }
}

TEST(QuietPage, LeavesOutWhatHasNoRoom) {
  for (const auto& [width, height] : {std::pair{64, 64}, std::pair{640, 120}, std::pair{80, 600}}) {
    const Page page = quiet_page({"明天8:30开放", ""}, night_style(width, height, "heiban"),
                                 testing::shared_fonts());
    EXPECT_FALSE(testing::runs_of(page).empty());
    for (const RunItem* run : testing::runs_of(page))
      EXPECT_LE(run->box.bottom(), height) << run->text;
  }
}

struct AlertCase {
  const char* title;
  Urgency urgency;
  const char* word;
};

TEST(Alert, HasAWordAndColoursForEachLevel) {
  const Theme theme = testing::theme_named();
  for (const auto& [title, urgency, word] :
       {AlertCase{"云岭县气象台发布暴雨橙色预警信号", Urgency::Urgent, "橙色预警"},
        AlertCase{"寒潮蓝色预警", Urgency::Urgent, "蓝色预警"},
        AlertCase{"高温黄色预警解除后又发高温红色预警", Urgency::Urgent, "黄色预警"},
        AlertCase{"关于明日停课的紧急通知", Urgency::Urgent, "紧急通知"},
        AlertCase{"暴雨橙色预警的应对办法", Urgency::Normal, ""},
        AlertCase{"放假通知", Urgency::Important, ""}}) {
    Notice notice;
    notice.title = title;
    notice.urgency = urgency;
    const auto look = alert_look(notice, theme);
    EXPECT_EQ(look ? look->word : "", word) << title;
    if (look) {
      EXPECT_GE(contrast(look->colours.background, look->colours.text), 7) << title;
    }
  }
}

// The message's own level, whatever the title names; 蓝 and 黄 do not take the glass, but look
// alike.
TEST(Alert, AnEarlyWarningHasTheLookOfItsLevel) {
  const Theme theme = testing::theme_named();
  Notice notice;
  notice.title = "寒潮蓝色预警升级";
  notice.urgency = Urgency::Important;
  notice.warning = Warning{WarningLevel::Yellow, "寒潮"};
  EXPECT_EQ(alert_look(notice, theme).value().word, "黄色预警");
  notice.warning->level = WarningLevel::Unsaid;
  EXPECT_EQ(alert_look(notice, theme).value().word, "蓝色预警");
  notice.title = "寒潮将至";
  EXPECT_EQ(alert_look(notice, theme).value().word, "预警信息");
  notice.urgency = Urgency::Urgent;
  EXPECT_EQ(alert_look(notice, theme).value().word, "紧急通知");
}

TEST(Alert, TakesTheHeadAndTheFrame) {
  Notice notice;
  notice.title = "暴雨红色预警：明日全县学校停课";
  notice.urgency = Urgency::Urgent;
  notice.blocks = {testing::paragraph("请各校立即通知家长。")};
  const PageStyle style = night_style(1920, 1080, "heiban");
  const Page page = paginate(notice, style, testing::shared_fonts())->page(0);
  EXPECT_EQ(page.alert_word, "红色预警");
  EXPECT_GE(page.frame.border, 30);
  const Legibility reading = legibility(style.screen, 1920, 1080);
  for (const RunItem* run : testing::runs_of(page)) {
    if (run->role == PageRole::Title) {
      EXPECT_GE(run->run.size_px, 2 * reading.body_px) << "not read from the door";
    }
  }
  EXPECT_NE(words_of(page).find("红色预警云岭县教育局"), std::string::npos);
}

} // namespace
} // namespace heiban
