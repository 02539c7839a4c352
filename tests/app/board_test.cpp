#include "app/board.h"

#include "base/file.h"
#include "edition/codec.h"
#include "fake_screen_helper.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

namespace heiban {
namespace {

const Instant kStart = from_beijing({{2026, 11, 24}, 8, 30, 0});

EditionNotice notice(int number, int paragraphs = 1) {
  EditionNotice one;
  one.notice.id = fmt::format("{:016x}", number);
  one.notice.title = fmt::format("关于第{}号工作的通知", number);
  one.notice.publisher = "云岭县教育局";
  one.notice.category = "公告公示";
  one.notice.published = kStart - number * kHour;
  for (int i = 0; i < paragraphs; ++i)
    one.notice.blocks.push_back(
        {.text = "各学校要落实安全责任，开展隐患排查，建立台账，限期整改，确保师生平安。请各校于"
                 "本周五前将排查情况报送办公室，逾期未报的，予以通报。"});
  one.notice.content_hash = content_hash_of(one.notice);
  one.from = kStart - kDay;
  return one;
}

std::string temporary_folder() {
  std::string path = testing::TempDir() + "heiban-board-XXXXXX";
  return ::mkdtemp(path.data());
}

Setup setup_in(const std::string& state) {
  Setup setup;
  setup.state = state;
  setup.width = 960;
  setup.height = 540;
  setup.settings.bureau.name = "云岭县教育局";
  setup.settings.bureau.website_name = "云岭县教育局网站";
  setup.settings.programme.index_page = false;
  setup.theme = load_theme(std::string(HEIBAN_ROOT) + "/assets/themes/heiban.toml").value();
  setup.fonts = load_fonts(std::string(HEIBAN_ROOT) + "/fonts/fonts.toml").value();
  return setup;
}

// A board whose time the test turns; pages are drawn by the real painter while time stands still.
class BoardTest : public testing::Test {
protected:
  ~BoardTest() override {
    board.reset();
    desk.reset();
    record.reset();
    std::filesystem::remove_all(state);
  }

  void publish(std::vector<EditionNotice> notices) {
    Edition edition{.sequence = ++sequence, .made_at = at.now, .notices = std::move(notices)};
    edition.feeds.push_back({"公告公示", at.now, ""});
    ASSERT_TRUE(publish_edition(state, edition, at.now));
    if (board)
      board->edition_changed();
  }

  void start() {
    composer = make_composer(setup.fonts).value();
    record.emplace(state);
    desk.emplace(setup);
    board.emplace(BoardParts{screen, composer.get(), *desk, *record}, setup.settings, setup.theme,
                  BoardStart{});
    settle();
  }

  void advance(int64_t ms) {
    at.steady_ms += ms;
    const int64_t past = at.millis + ms;
    at.now = at.now + past / 1000;
    at.millis = static_cast<int>(past % 1000);
  }

  // Until nothing more happens at this moment.
  void settle() {
    for (int i = 0; i < 4; ++i) {
      desk->finish();
      wait = board->tick(at);
      if (transition_under_way())
        return;
    }
  }

  bool transition_under_way() const { return wait >= 0 && wait <= kFadeFrameMs; }

  // Turns the time as the loop would: from wake-up to wake-up.
  void run(int64_t ms) {
    while (ms > 0) {
      const int64_t step = std::clamp<int64_t>(wait, 1, ms);
      advance(step);
      ms -= step;
      ++wakes;
      settle();
      note();
    }
  }

  void note() {
    if (transition_under_way())
      return;
    const std::string stands = standing();
    if (seen.empty() || seen.back() != stands)
      seen.push_back(stands);
  }

  std::string standing() const {
    Report report;
    board->describe(report);
    return fmt::format("{}/{}", report.notice.empty() ? "fallback" : report.notice.substr(14),
                       report.page);
  }

  int64_t turns() const {
    Report report;
    board->describe(report);
    return report.turns;
  }

  // A readable page: neither one colour nor dark all over.
  bool has_ink() const {
    std::set<uint32_t> colours(screen.glass.pixels.begin(), screen.glass.pixels.end());
    return colours.size() > 16;
  }

  std::string state = temporary_folder();
  heiban::Setup setup = setup_in(state);
  FakeScreen screen{960, 540};
  std::unique_ptr<Composer> composer;
  std::optional<BoardRecord> record;
  std::optional<PaintDesk> desk;
  std::optional<Board> board;
  Moment at{kStart, 0, true, 1000};
  int64_t wait = 0, sequence = 0;
  int wakes = 0;
  std::vector<std::string> seen;
};

TEST_F(BoardTest, TheNewestNoticeIsTheFirstThingOnTheGlass) {
  publish({notice(1), notice(2)});
  start();
  EXPECT_EQ(standing(), "01/1");
  EXPECT_EQ(screen.frames, 1) << "no transition from nothing";
  EXPECT_TRUE(has_ink());
}

TEST_F(BoardTest, AStillPageIsLeftAlone) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 600'000;
  publish({notice(1), notice(2)});
  start();
  const int frames = screen.frames;
  run(300'000);
  EXPECT_EQ(screen.frames, frames);
  EXPECT_EQ(screen.parts, 5) << "the clock label, once a minute";
  EXPECT_EQ(wakes, 5);
}

TEST_F(BoardTest, ARoundShowsEveryPageInOrderAndBeginsAgain) {
  publish({notice(1), notice(2, 30), notice(3)});
  start();
  note();
  run(600'000);
  const auto second = std::find(seen.begin() + 1, seen.end(), "01/1");
  ASSERT_NE(second, seen.end());
  const std::vector<std::string> round(seen.begin(), second);
  ASSERT_GE(round.size(), 4u) << "the second notice has several pages";
  EXPECT_EQ(round[0], "01/1");
  for (size_t i = 1; i + 1 < round.size(); ++i)
    EXPECT_EQ(round[i], fmt::format("02/{}", i));
  EXPECT_EQ(round.back(), "03/1");
}

TEST_F(BoardTest, ATransitionTakesManyFramesAndLessThan600Ms) {
  publish({notice(1), notice(2)});
  start();
  const int64_t before = turns();
  while (!transition_under_way())
    run(wait);
  const int64_t begun = at.steady_ms;
  const int frames = screen.frames;
  while (turns() == before)
    run(wait);
  EXPECT_LT(at.steady_ms - begun, 600);
  EXPECT_GT(screen.frames - frames, 12);
}

TEST_F(BoardTest, ReducedMotionTurnsInOneFrame) {
  setup.theme.reduced_motion = true;
  publish({notice(1), notice(2)});
  start();
  const int frames = screen.frames;
  run(70'000);
  EXPECT_EQ(screen.frames - frames, turns() - 1);
}

TEST_F(BoardTest, EditionsAreSwappedBetweenPages) {
  publish({notice(1, 8), notice(2)});
  start();
  run(1000);
  const Image before = screen.glass;
  publish({notice(3), notice(4)});
  settle();
  EXPECT_EQ(screen.glass.pixels, before.pixels) << "not mid-page";
  run(70'000);
  ASSERT_FALSE(seen.empty());
  EXPECT_EQ(seen[0], "01/1");
  EXPECT_EQ(seen[1], "03/1");
}

TEST_F(BoardTest, AnUrgentNoticeWaitsForNobodyAndGivesTheGlassBack) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 60'000;
  publish({notice(1), notice(2)});
  start();
  run(5000);
  EditionNotice urgent = notice(9);
  urgent.notice.urgency = Urgency::Urgent;
  urgent.from = at.now;
  urgent.until = urgent.notice.valid_to = at.now + 300;
  publish({urgent, notice(1), notice(2)});
  settle();
  run(2000);
  EXPECT_EQ(standing(), "09/1") << "on the glass within two seconds of its edition";
  seen.clear();
  run(290'000);
  EXPECT_EQ(seen, std::vector<std::string>{"09/1"}) << "until its end, and turned once only";
  run(20'000);
  EXPECT_EQ(standing(), "01/1") << "the page that was cut short comes again";
}

TEST_F(BoardTest, AnUrgentNoticeThatEndsBeforeTheTurnStandsAllTheSame) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 600'000;
  publish({notice(1), notice(2)});
  start();
  run(5000);
  EditionNotice urgent = notice(9);
  urgent.notice.urgency = Urgency::Urgent;
  urgent.from = at.now;
  urgent.until = urgent.notice.valid_to = at.now + 20;
  publish({urgent, notice(1), notice(2)});
  settle();
  run(1000);
  EXPECT_EQ(standing(), "09/1");
  run(17'000);
  EXPECT_EQ(standing(), "09/1");
  run(3000);
  EXPECT_EQ(standing(), "01/1") << "the round goes on with the page that was cut short";
}

TEST_F(BoardTest, AnUrgentNoticeThatBeginsWhileAPageStandsBeginsOnItsSecond) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 600'000;
  EditionNotice urgent = notice(9);
  urgent.notice.urgency = Urgency::Urgent;
  urgent.from = kStart + 200;
  urgent.until = urgent.notice.valid_to = kStart + 260;
  publish({urgent, notice(1), notice(2)});
  start();
  run(199'900);
  EXPECT_EQ(standing(), "01/1");
  EXPECT_LE(wakes, 5) << "nothing is drawn again and again until then";
  run(1000);
  EXPECT_EQ(standing(), "09/1");
  run(60'000);
  EXPECT_EQ(standing(), "01/1");
}

TEST_F(BoardTest, AtNightAnUrgentNoticeForDaysWaitsForTheMorningInPeace) {
  setup.settings.hours.always = false;
  for (DayHours& day : setup.settings.hours.weekdays)
    day = {{{9 * 60, 17 * 60}}};
  EditionNotice urgent = notice(9);
  urgent.notice.urgency = Urgency::Urgent;
  publish({urgent, notice(1)});
  start(); // 8:30
  run(600'000);
  Report report;
  board->describe(report);
  EXPECT_EQ(report.state, "quiet");
  EXPECT_LE(wakes, 25);
  run(30 * 60'000);
  EXPECT_NE(standing(), "fallback/1");
}

TEST_F(BoardTest, WhatIsWithdrawnLeavesWithTheTurn) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 20'000;
  publish({notice(1, 8), notice(2)});
  start();
  run(5000);
  publish({notice(2)});
  settle();
  run(14'000);
  EXPECT_EQ(standing(), "01/1") << "nothing changes in the middle of a page";
  run(2000);
  EXPECT_EQ(standing(), "02/1") << "… and none of its other pages comes";
}

TEST_F(BoardTest, AnEmergencyThatIsTakenBackLeavesAtOnce) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 600'000;
  EditionNotice urgent = notice(9);
  urgent.notice.urgency = Urgency::Urgent;
  urgent.from = kStart;
  urgent.until = urgent.notice.valid_to = kStart + kHour;
  publish({urgent, notice(1)});
  start();
  run(5000);
  ASSERT_EQ(standing(), "09/1");
  publish({notice(1)});
  settle();
  run(1000);
  EXPECT_EQ(standing(), "01/1");
}

TEST_F(BoardTest, WhatExpiresLeavesOnTheSecond) {
  EditionNotice short_lived = notice(1, 8);
  short_lived.until = kStart + 5;
  publish({short_lived, notice(2)});
  start();
  run(4990);
  EXPECT_EQ(standing(), "01/1");
  run(10);
  run(kTransitionMs + 100);
  EXPECT_EQ(standing(), "02/1");
  seen.clear();
  run(300'000);
  EXPECT_EQ(std::count(seen.begin(), seen.end(), "01/1"), 0);
}

TEST_F(BoardTest, ARoundOfOnePageIsNeverDrawnAgain) {
  publish({notice(1)});
  start();
  const int frames = screen.frames;
  run(600'000);
  EXPECT_EQ(screen.frames, frames);
}

TEST_F(BoardTest, WithoutAnEditionTheBureauStandsAndTheFirstEditionComesAtOnce) {
  start();
  EXPECT_EQ(standing(), "fallback/1");
  EXPECT_TRUE(has_ink());
  run(2000);
  publish({notice(1)});
  settle();
  run(kTransitionMs + 100);
  EXPECT_EQ(standing(), "01/1");
}

TEST_F(BoardTest, ADamagedEditionChangesNothing) {
  publish({notice(1), notice(2)});
  start();
  for (const char* name : {"edition.json", "edition.prev.json"})
    ASSERT_TRUE(write_file_atomic(state + "/" + name, "{\"schema\":1"));
  board->edition_changed();
  run(120'000);
  EXPECT_EQ(std::count(seen.begin(), seen.end(), "fallback/1"), 0);
  EXPECT_GT(seen.size(), 2u);
}

TEST_F(BoardTest, AnotherSizeIsLaidOutAndPresented) {
  publish({notice(1, 4), notice(2)});
  start();
  for (const auto& [width, height] : std::vector<std::pair<int, int>>{
           {540, 960}, {64, 64}, {1920, 1080}, {1920, 540}, {960, 540}}) {
    run(700);
    board->on_event(screen.resize(width, height), at);
    settle();
    run(1);
    EXPECT_EQ(standing().substr(0, 2), "01") << width << "x" << height;
    const std::vector<uint32_t>& pixels = screen.glass.pixels;
    const std::set<uint32_t> colours(pixels.begin(), pixels.end());
    EXPECT_GT(colours.size(), 2u) << width << "x" << height;
    EXPECT_LT(std::count(pixels.begin(), pixels.end(), 0u), static_cast<long>(pixels.size() / 20))
        << width << "x" << height << ": black";
  }
}

TEST_F(BoardTest, WhatTheWindowLostIsDrawnAgain) {
  publish({notice(1), notice(2)});
  start();
  const Image before = screen.glass;
  screen.glass = Image(960, 540);
  board->on_event({ScreenEventKind::Lost}, at);
  settle();
  run(1);
  EXPECT_EQ(screen.glass.pixels, before.pixels);
}

TEST_F(BoardTest, AWindowOutOfReachIsTriedAgainEverySecond) {
  publish({notice(1), notice(2)});
  screen.unreachable = true;
  start();
  run(3500);
  EXPECT_EQ(screen.frames, 0);
  EXPECT_LT(wakes, 10);
  screen.unreachable = false;
  run(1100);
  EXPECT_TRUE(has_ink());
}

TEST_F(BoardTest, TheWallClockMayJumpButDwellDoesNot) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 10'000;
  publish({notice(1), notice(2), notice(3)});
  start();
  for (const int64_t jump : {kHour, -kHour, 30 * kDay, -30 * kDay, 3650 * kDay, -3650 * kDay}) {
    const int64_t before = turns();
    at.now = at.now + jump;
    run(60'000);
    EXPECT_GE(turns() - before, 5) << jump;
    EXPECT_LE(turns() - before, 7) << jump;
  }
}

TEST_F(BoardTest, StaffMayGoOnGoBackAndHold) {
  setup.settings.screen.hold_seconds = 100;
  publish({notice(1), notice(2), notice(3)});
  start();
  const auto press = [&](ScreenEventKind key) {
    board->on_event({key}, at);
    settle();
    run(kTransitionMs + 100);
    return standing();
  };
  EXPECT_EQ(press(ScreenEventKind::Previous), "01/1") << "nothing was before";
  EXPECT_EQ(press(ScreenEventKind::Next), "02/1");
  EXPECT_EQ(press(ScreenEventKind::Next), "03/1");
  EXPECT_EQ(press(ScreenEventKind::Previous), "02/1");
  EXPECT_EQ(press(ScreenEventKind::Previous), "01/1");
  EXPECT_EQ(press(ScreenEventKind::Next), "02/1");
  EXPECT_EQ(press(ScreenEventKind::Hold), "02/1");
  run(98'000);
  EXPECT_EQ(standing(), "02/1");
  run(3000);
  EXPECT_EQ(standing(), "03/1") << "a held page goes on by itself";
}

TEST_F(BoardTest, APageTurnedToByHandStandsUntilItsReaderIsDone) {
  setup.settings.screen.hold_seconds = 100;
  setup.settings.screen.controls = "staff";
  publish({notice(1), notice(2), notice(3)});
  start();
  board->on_event({ScreenEventKind::Next}, at);
  settle();
  run(98'000);
  EXPECT_EQ(standing(), "02/1");
  run(4000);
  EXPECT_EQ(standing(), "03/1");
  seen.clear();
  run(80'000);
  EXPECT_GE(seen.size(), 2u) << "then the round has its own pace again";
}

TEST_F(BoardTest, ASecondHoldGoesOn) {
  setup.settings.screen.hold_seconds = 100;
  publish({notice(1), notice(2), notice(3)});
  start();
  board->on_event({ScreenEventKind::Hold}, at);
  settle();
  run(50'000);
  EXPECT_EQ(standing(), "01/1");
  board->on_event({ScreenEventKind::Hold}, at);
  settle();
  run(kTransitionMs + 100);
  EXPECT_EQ(standing(), "02/1");
}

TEST_F(BoardTest, AStormOfKeysLeavesAPageOnTheGlassAndTheRoundGoesOn) {
  setup.settings.screen.hold_seconds = 10;
  publish({notice(1), notice(2, 30), notice(3)});
  start();
  constexpr ScreenEventKind kKeys[] = {ScreenEventKind::Next, ScreenEventKind::Previous,
                                       ScreenEventKind::Hold};
  uint32_t seed = 7;
  for (int i = 0; i < 300; ++i) {
    seed = seed * 1664525u + 1013904223u;
    board->on_event({kKeys[(seed >> 16) % 3]}, at);
    if (seed >> 28 < 4)
      settle();
    run(seed >> 24);
    if (i % 50 == 0) {
      ASSERT_TRUE(has_ink()) << i;
    }
  }
  seen.clear();
  run(400'000);
  EXPECT_GE(seen.size(), 4u);
}

TEST_F(BoardTest, WithoutFontsTheGlassIsNotBlackAndTheReportSaysWhy) {
  for (auto& role : setup.fonts.roles)
    role = {{"/nonexistent.otf", 0}};
  record.emplace(state);
  desk.emplace(setup);
  board.emplace(BoardParts{screen, nullptr, *desk, *record}, setup.settings, setup.theme,
                BoardStart{});
  settle();
  EXPECT_NE(screen.glass.pixels[0], 0u);
  Report report;
  board->describe(report);
  ASSERT_EQ(report.problems.size(), 1u);
  EXPECT_NE(report.problems[0].find("no fonts"), std::string::npos);
}

// The ledger is the board's memory; a kill costs it the last minute at most.
TEST_F(BoardTest, KilledInTheMiddleOfALongListItGoesOnThere) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 15'000;
  const std::vector<EditionNotice> notices = {notice(1, 200), notice(2)};
  publish(notices);
  start();
  for (int minute = 0; minute < 4; ++minute) {
    run(60'000);
    record->tick(at.now, true);
    record->finish(); // a minute is long enough for that
  }
  const auto page_of = [](const std::string& stands) { return std::stoi(stands.substr(3)); };
  ASSERT_TRUE(standing().starts_with("01/"));
  const int stood = page_of(standing());
  ASSERT_GT(stood, 8);
  board.reset();
  desk.reset();
  record.reset(); // not closed
  advance(5000);
  start();
  ASSERT_TRUE(standing().starts_with("01/")) << standing();
  const int again = page_of(standing());
  EXPECT_LE(again, stood);
  EXPECT_GE(again, stood - 4) << "at most the last minute is shown twice";
  run(16'000);
  EXPECT_EQ(standing(), fmt::format("01/{}", again + 1));
}

TEST_F(BoardTest, TheDisplayIsOffAtNightOnlyAndOnBeforeAPageStands) {
  setup.settings.screen.off_hours = "off";
  setup.settings.hours.always = false;
  for (DayHours& day : setup.settings.hours.weekdays)
    day = {{{9 * 60, 9 * 60 + 3}}};
  screen.powered = false; // as a board that was killed at night has left it
  publish({notice(1), notice(2)});
  start();
  EXPECT_FALSE(screen.powered) << "8:30: not open yet";
  run(28 * 60'000);
  EXPECT_FALSE(screen.powered);
  run(kMinute * 1000 + 2000);
  EXPECT_TRUE(screen.powered) << "back a minute before the doors open";
  EXPECT_EQ(standing(), "01/1");
  run(5 * 60'000);
  EXPECT_FALSE(screen.powered);
  board.reset(); // left, or its config read again, which may want the display on at night
  EXPECT_TRUE(screen.powered);
}

// A clock of 32 bits of milliseconds wraps after 49.7 days, one of seconds in 2038.
TEST_F(BoardTest, NothingStopsAtTheEndsOfSmallClocks) {
  setup.settings.programme.dwell_floor_ms = setup.settings.programme.dwell_cap_ms = 10'000;
  publish({notice(1), notice(2), notice(3)});
  at.steady_ms = (int64_t{1} << 32) - 20'000;
  start();
  run(60'000);
  EXPECT_GE(turns(), 5);
  const int64_t before = turns();
  at.now = from_beijing({{2038, 1, 19}, 11, 14, 0});
  run(60'000);
  EXPECT_GE(turns() - before, 5);
  EXPECT_LE(turns() - before, 7);
}

TEST_F(BoardTest, OverMidnightsMonthsYearsAndALeapDayItEndsOnTheSecond) {
  const CivilDate days[] = {{2026, 11, 25}, {2026, 12, 1}, {2027, 1, 1},
                            {2028, 2, 29},  {2028, 3, 1},  {2038, 1, 19}};
  for (const CivilDate day : days) {
    SCOPED_TRACE(iso_date(day));
    at.now = beijing_midnight(day) - 5;
    at.millis = 0;
    EditionNotice ends = notice(1), begins = notice(3);
    ends.until = begins.from = beijing_midnight(day);
    board.reset();
    desk.reset();
    record.reset();
    publish({begins, ends, notice(2)});
    start();
    seen.clear();
    note();
    run(4900);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), "03/1"), 0);
    run(100 + kTransitionMs + 100);
    EXPECT_NE(standing(), "01/1");
    seen.clear();
    run(120'000);
    EXPECT_EQ(std::count(seen.begin(), seen.end(), "01/1"), 0);
    EXPECT_GT(std::count(seen.begin(), seen.end(), "03/1"), 0);
  }
}

TEST_F(BoardTest, TheLedgerKnowsWhatStood) {
  publish({notice(1), notice(2)});
  start();
  run(120'000);
  record->close(at.now, Report{});
  std::string ledger;
  for (const auto& file : std::filesystem::directory_iterator(state + "/ledger"))
    ledger += read_file(file.path(), 1 << 20).value();
  EXPECT_NE(ledger.find(notice(1).notice.id), std::string::npos);
  EXPECT_NE(ledger.find(notice(2).notice.id), std::string::npos);
  EXPECT_TRUE(std::filesystem::exists(state + "/status.json"));
}

} // namespace
} // namespace heiban
