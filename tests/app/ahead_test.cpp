#include "app/ahead.h"

#include <gtest/gtest.h>

namespace heiban {
namespace {

const Instant kEvening = from_beijing({{2026, 11, 24}, 20, 0, 0});

EditionNotice notice(const std::string& id) {
  EditionNotice one;
  one.notice.id = id;
  one.notice.title = "关于第" + id + "号工作的通知";
  one.notice.blocks.push_back({.text = "请各学校遵照执行。"});
  one.notice.content_hash = content_hash_of(one.notice);
  one.from = kEvening - kDay;
  return one;
}

class AheadTest : public testing::Test {
protected:
  AheadTest() {
    setup.width = 960;
    setup.height = 540;
    setup.settings.programme.index_page = false;
    setup.theme = load_theme(HEIBAN_ROOT "/assets/themes/heiban.toml").value();
    setup.fonts = load_fonts(HEIBAN_ROOT "/fonts/fonts.toml").value();
    fonts = FontSet::open(setup.fonts).value();
    asked.edition.notices = {notice("1"), notice("2")};
  }

  EditionNotice& add_urgent(Instant from, Instant until) {
    EditionNotice& urgent = asked.edition.notices.emplace_back(notice("9"));
    urgent.notice.urgency = Urgency::Urgent;
    urgent.from = from;
    urgent.until = urgent.notice.valid_to = until;
    return urgent;
  }

  heiban::Setup setup;
  std::unique_ptr<FontSet> fonts;
  EditionAt asked{.edition = {}, .now = kEvening, .trusted = true};
};

TEST_F(AheadTest, AnEmergencyAtNightIsSeenAhead) {
  setup.settings.hours.always = false;
  for (DayHours& day : setup.settings.hours.weekdays)
    day = {{{8 * 60, 18 * 60}}};
  add_urgent(kEvening + kHour, kEvening + kHour + 50);
  Wall wall(setup, *fonts);
  Ahead ahead(setup, asked, wall);
  const Ahead::Step quiet = ahead.next();
  EXPECT_EQ(quiet.slot.kind, SlotKind::Quiet);
  EXPECT_EQ(quiet.stands_ms, kHour * 1000) << "until the emergency, not until the morning";
  Ahead::Step step = ahead.next();
  EXPECT_EQ(step.at, kEvening + kHour);
  for (; step.slot.kind == SlotKind::Notice && step.at < kEvening + kDay; step = ahead.next())
    EXPECT_EQ(step.slot.notice_id, "9");
  EXPECT_EQ(step.slot.kind, SlotKind::Quiet);
  EXPECT_EQ(step.at, kEvening + kHour + 50) << "it gives the glass back on its second";
}

TEST_F(AheadTest, AnUrgentNoticeCutsThePageBeforeItShort) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 60'000;
  add_urgent(kEvening + 75, kEvening + 100);
  Wall wall(setup, *fonts);
  Ahead ahead(setup, asked, wall);
  EXPECT_EQ(ahead.next().stands_ms, 60'000);
  EXPECT_EQ(ahead.next().stands_ms, 15'000);
  const Ahead::Step urgent = ahead.next();
  EXPECT_EQ(urgent.slot.notice_id, "9");
  EXPECT_EQ(urgent.at, kEvening + 75);
  EXPECT_EQ(urgent.stands_ms, 25'000);
  EXPECT_EQ(ahead.next().slot.notice_id, "1");
}

} // namespace
} // namespace heiban
