#include "screen/compose.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

const Instant kNow = from_beijing({{2026, 11, 24}, 8, 30, 0}); // a Tuesday

Theme theme() {
  Theme theme;
  theme.fresh = {1, 1, 1};
  theme.stale = {2, 2, 2};
  theme.expired = {3, 3, 3};
  return theme;
}

Settings settings() {
  Settings settings;
  settings.bureau.name = "云岭县教育局";
  settings.bureau.website_name = "云岭县教育局网站";
  return settings;
}

LiveLabels at(std::optional<Instant> fresh, Instant now, bool trusted = true) {
  return live_labels(Page{}, fresh, theme(), settings(), now, trusted);
}

TEST(LiveLabels, DateWithWeekdayAndClockInBeijing) {
  const LiveLabels labels = at(kNow, kNow);
  EXPECT_EQ(labels.date.forms[0], "2026年11月24日 星期二 农历十月十六");
  EXPECT_EQ(labels.date.forms[1], "2026年11月24日 星期二");
  EXPECT_EQ(labels.date.forms.back(), "11月24日");
  EXPECT_EQ(labels.clock.forms, std::vector<std::string>{"8:30"});
}

TEST(LiveLabels, StaffMayLeaveTheLunarDateOut) {
  Settings plain = settings();
  plain.screen.lunar_date = false;
  EXPECT_EQ(live_labels(Page{}, kNow, theme(), plain, kNow, true).date.forms[0],
            "2026年11月24日 星期二");
}

TEST(LiveLabels, NoClockAndNoDateUntilTimeIsTrusted) {
  const LiveLabels labels = at(kNow - 20 * kDay, kNow, false);
  EXPECT_TRUE(labels.date.forms.empty());
  EXPECT_TRUE(labels.clock.forms.empty());
  EXPECT_EQ(labels.freshness.colour, theme().fresh) << "an untrusted clock tells no age";
}

TEST(LiveLabels, PageMarkOnlyWhereThereAreSeveral) {
  Page page;
  EXPECT_TRUE(live_labels(page, kNow, theme(), settings(), kNow, true).page_mark.forms.empty());
  page.number = 2;
  page.of = 13;
  EXPECT_EQ(live_labels(page, kNow, theme(), settings(), kNow, true).page_mark.forms[0],
            "第2页/共13页");
}

struct FreshnessCase {
  const char* what;
  int64_t age; // s
  const char* words;
  Colour colour;
};

TEST(LiveLabels, FreshnessByAge) {
  const FreshnessCase cases[] = {
      {"just now", 0, "数据更新于 8:30", theme().fresh},
      {"this morning", 8 * kHour, "数据更新于 0:30", theme().fresh},
      {"yesterday evening", 9 * kHour, "数据更新于 11月23日 23:30", theme().fresh},
      {"a second under a day", kDay - 1, "数据更新于 11月23日 8:30", theme().fresh},
      {"a day", kDay, "数据更新于 11月23日 8:30", theme().stale},
      {"a second under 14 days", 14 * kDay - 1, "数据更新于 11月10日 8:30", theme().stale},
      {"14 days", 14 * kDay, "内容可能已过期，请以云岭县教育局网站为准", theme().expired},
      {"a clock set back", -kHour, "数据更新于 9:30", theme().fresh},
  };
  for (const FreshnessCase& one : cases) {
    const LiveLabel label = at(kNow - one.age, kNow).freshness;
    EXPECT_EQ(label.forms.at(0), one.words) << one.what;
    EXPECT_EQ(label.colour, one.colour) << one.what;
  }
  EXPECT_TRUE(at(std::nullopt, kNow).freshness.forms.empty()) << "before the first success";
}

TEST(LiveLabels, TheYearIsNamedWhenItIsAnother) {
  const Instant new_year = from_beijing({{2027, 1, 2}, 9, 0, 0});
  EXPECT_EQ(at(new_year - 3 * kDay, new_year).freshness.forms[0], "数据更新于 2026年12月30日 9:00");
}

TEST(LiveLabels, TheWebsiteIsNamedOnce) {
  Settings other = settings();
  other.bureau.website_name = "云岭教育官网";
  const LiveLabels labels = live_labels(Page{}, kNow - 30 * kDay, theme(), other, kNow, true);
  EXPECT_EQ(labels.freshness.forms[0], "内容可能已过期，请以云岭教育官网为准");
  other.bureau.website_name.clear();
  EXPECT_EQ(live_labels(Page{}, kNow - 30 * kDay, theme(), other, kNow, true).freshness.forms[0],
            "内容可能已过期，请以云岭县教育局网站为准");
}

TEST(LiveLabels, HowToTurnPagesIsSaidOnlyWhereSomebodyMay) {
  Settings some = settings();
  const auto hint = [&](bool held) {
    return live_labels(Page{}, kNow, theme(), some, kNow, true, held).hint.forms;
  };
  EXPECT_TRUE(hint(false).empty());
  EXPECT_TRUE(hint(true).empty());
  some.screen.controls = "staff";
  EXPECT_EQ(hint(false).at(0), "按 ← → 翻页，B 键暂停");
  EXPECT_EQ(hint(true).at(0), "已暂停，按 B 键继续");
  some.screen.controls = "visitors";
  EXPECT_EQ(hint(false).at(0), "轻触左右翻页，中间暂停");
  EXPECT_EQ(hint(true).at(0), "已暂停，轻触中间继续");
}

TEST(LiveLabels, FormsGetShorter) {
  for (const int64_t age : {int64_t{0}, 3 * kDay, 20 * kDay, 400 * kDay})
    for (const LiveLabel& label : {at(kNow - age, kNow).freshness, at(kNow, kNow).date})
      for (size_t i = 1; i < label.forms.size(); ++i)
        EXPECT_LT(label.forms[i].size(), label.forms[i - 1].size()) << label.forms[i];
}

} // namespace
} // namespace heiban
