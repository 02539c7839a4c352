#include "app/painter.h"

#include "edition/codec.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace heiban {
namespace {

const Instant kNow = from_beijing({{2026, 11, 24}, 10, 0, 0});

// What the ledger is told of the 公示期 of a notice that stands.
class StandingPeriod : public testing::Test {
protected:
  StandingPeriod() {
    std::string path = std::filesystem::temp_directory_path() / "heiban-painter-XXXXXX";
    setup_.state = ::mkdtemp(path.data());
    setup_.width = 960;
    setup_.height = 540;
    setup_.theme = load_theme(HEIBAN_ROOT "/assets/themes/heiban.toml").value();
    setup_.fonts = load_fonts(HEIBAN_ROOT "/fonts/fonts.toml").value();
  }
  ~StandingPeriod() override { std::filesystem::remove_all(setup_.state); }

  Standing of(std::optional<Publicity> period) {
    EditionNotice one;
    one.notice.id = "1";
    one.notice.title = "关于拟聘用人员的公示";
    one.notice.blocks.push_back({.text = "现予公示。"});
    one.notice.content_hash = content_hash_of(one.notice);
    one.notice.publicity = std::move(period);
    one.from = kNow - kHour;
    one.until = one.notice.valid_to = from_beijing({{2026, 12, 2}, 0, 0, 0});
    Edition edition{.sequence = 1, .made_at = kNow, .notices = {one}};
    EXPECT_TRUE(publish_edition(setup_.state, edition, kNow));
    Painter painter(setup_);
    painter.reload();
    return painter.paint({.at = kNow, .now = kNow}).stands;
  }

  heiban::Setup setup_;
};

TEST_F(StandingPeriod, IsThatOfItsOwnDaysThoughItStandsBefore) {
  Publicity period;
  period.first = CivilDate{2026, 11, 25};
  period.last = CivilDate{2026, 12, 1};
  const Standing stands = of(period);
  EXPECT_EQ(stands.period_from, from_beijing({{2026, 11, 25}, 0, 0, 0}));
  EXPECT_EQ(stands.period_to, from_beijing({{2026, 12, 2}, 0, 0, 0}));
}

TEST_F(StandingPeriod, IsNotAttestedWhereItsLastDayCannotBeReckoned) {
  Publicity period;
  period.first = CivilDate{2026, 11, 25};
  period.days = 40;
  period.counted = DayCount::Working;
  const Standing stands = of(period);
  EXPECT_EQ(stands.notice_id, "1");
  EXPECT_FALSE(stands.period_from || stands.period_to);
}

TEST_F(StandingPeriod, IsTheFeedsOwnValidityWhereTheTextSaysNone) {
  const Standing stands = of(std::nullopt);
  EXPECT_EQ(stands.period_from, kNow - kHour);
  EXPECT_EQ(stands.period_to, from_beijing({{2026, 12, 2}, 0, 0, 0}));
}

} // namespace
} // namespace heiban
