// One notice that nothing relieves, on the dark boards, for as long as the page's path over the
// glass takes twice, by day and by night: no pixel stays lit for more than half an hour (FAULTS
// 36).
#include "app/board.h"

#include "edition/codec.h"
#include "fake_screen_helper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace heiban {
namespace {

constexpr uint32_t kLit = 140; // of 255, green: letters are above, the frame and thin rules below
constexpr int kLongestMinutes = 30;
constexpr int kWidth = 960, kHeight = 540;

constexpr int kMinutes = 2 * 2 * kDriftMinutes + 4;
const Instant kStart = from_beijing({{2026, 11, 24}, 17, 0, 0}); // the doors close at 18:00

class BurnIn : public testing::TestWithParam<const char*> {
protected:
  BurnIn() {
    setup.state = state;
    setup.width = kWidth;
    setup.height = kHeight;
    setup.settings.bureau.name = "云岭县教育局";
    setup.settings.bureau.office_hours = "周一至周五 8:30—12:00，14:00—17:30";
    setup.settings.bureau.phones = {"监督举报 12345"};
    setup.settings.programme.index_page = false;
    setup.settings.hours.always = false;
    for (DayHours& day : setup.settings.hours.weekdays)
      day.ranges = {{6 * 60, 18 * 60}};
    setup.settings.screen.transition = "none";
    setup.theme =
        load_theme(std::string(HEIBAN_ROOT) + "/assets/themes/" + GetParam() + ".toml").value();
    setup.fonts = load_fonts(std::string(HEIBAN_ROOT) + "/fonts/fonts.toml").value();
  }
  ~BurnIn() override {
    board.reset();
    desk.reset();
    std::filesystem::remove_all(state);
  }

  static std::string folder() {
    std::string path = testing::TempDir() + "heiban-burn-in-XXXXXX";
    return ::mkdtemp(path.data());
  }

  void publish() {
    EditionNotice one;
    one.notice.id = "0123456789abcdef";
    one.notice.title = "停课通知";
    one.notice.category = "公告公示";
    one.notice.publisher = "云岭县教育局";
    one.notice.published = kStart;
    one.notice.blocks.push_back({.text = "今日全县中小学停课一天。"});
    one.notice.content_hash = content_hash_of(one.notice);
    one.from = kStart - kDay;
    Edition edition{.sequence = 1, .made_at = kStart, .notices = {one}};
    edition.feeds.push_back({"公告公示", kStart, ""});
    ASSERT_TRUE(publish_edition(state, edition, kStart));
  }

  void start() {
    publish();
    composer = make_composer(setup.fonts).value();
    record.emplace(state);
    desk.emplace(setup);
    board.emplace(BoardParts{screen, composer.get(), *desk, *record}, setup.settings, setup.theme,
                  BoardStart{});
  }

  // What the loop does in a minute, with the clock's tick at its end.
  void pass_a_minute() {
    for (int i = 0; i < 4; ++i) {
      desk->finish();
      board->tick(at);
    }
    at.now = at.now + 60;
    at.steady_ms += 60'000;
  }

  void look() {
    for (size_t i = 0; i < lit.size(); ++i)
      lit[i] = (screen.glass.pixels[i] >> 8 & 255) > kLit ? static_cast<uint8_t>(lit[i] + 1) : 0;
  }

  std::string state = folder();
  heiban::Setup setup;
  FakeScreen screen{kWidth, kHeight};
  std::unique_ptr<Composer> composer;
  std::optional<BoardRecord> record;
  std::optional<PaintDesk> desk;
  std::optional<Board> board;
  Moment at{kStart, 0, true, 1000};
  std::vector<uint8_t> lit = std::vector<uint8_t>(size_t{kWidth} * kHeight); // minutes on end
};

TEST_P(BurnIn, NoPixelStaysLitForMoreThanHalfAnHour) {
  start();
  uint8_t longest = 0;
  for (int minute = 0; minute < kMinutes; ++minute) {
    pass_a_minute();
    look();
    const auto most = std::max_element(lit.begin(), lit.end());
    longest = std::max(longest, *most);
    const long place = most - lit.begin();
    ASSERT_LE(longest, kLongestMinutes)
        << "(" << place % kWidth << ", " << place / kWidth << ") at minute " << minute;
  }
  EXPECT_GT(longest, 1) << "nothing was on the glass";
  EXPECT_LE(screen.frames, 3) << "the notice and the night; nothing else was drawn anew";
}

TEST_P(BurnIn, WithoutTheShiftItWould) {
  setup.settings.screen.pixel_shift = false;
  start();
  for (int minute = 0; minute < 33; ++minute) {
    pass_a_minute();
    look();
  }
  EXPECT_GT(*std::max_element(lit.begin(), lit.end()), kLongestMinutes);
  EXPECT_EQ(screen.moves, 0);
}

INSTANTIATE_TEST_SUITE_P(DarkBoards, BurnIn, testing::Values("heiban", "contrast"),
                         [](const auto& param) { return std::string(param.param); });

} // namespace
} // namespace heiban
