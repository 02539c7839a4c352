#include "screen/screen.h"
#include "xvfb_helper.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>

namespace heiban {
namespace {

using std::chrono::steady_clock;

int64_t ms_since(steady_clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - start).count();
}

// Four quarters of different colours: tells every turn and mirror apart.
Image quarters(int width, int height) {
  Image image(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      image.row(y)[x] = y < height / 2 ? (x < width / 2 ? 0xC02020 : 0x20C020)
                                       : (x < width / 2 ? 0x2020C0 : 0xC0C020);
  return image;
}

std::unique_ptr<Screen> opened(const ScreenOptions& options) {
  keep_session_bus_from_starting();
  auto screen = open_sdl_screen(options);
  EXPECT_TRUE(screen) << screen.error().message;
  return screen ? std::move(*screen) : nullptr;
}

// Lets events come and go until `kind` or the time is up.
ScreenEvent wait_for(Screen& screen, ScreenEventKind kind, int64_t ms) {
  const auto start = steady_clock::now();
  while (ms_since(start) < ms) {
    const ScreenEvent event = screen.wait(ms - ms_since(start), -1);
    if (event.kind == kind)
      return event;
  }
  return {};
}

class SdlScreen : public testing::Test {
protected:
  void SetUp() override {
    if (!x11.running())
      GTEST_SKIP() << "Xvfb is not installed";
  }

  Xvfb x11;
};

TEST_F(SdlScreen, TheFullScreenShowsTheImageAndNothingElse) {
  const auto screen = opened({.title = "test"});
  ASSERT_TRUE(screen);
  EXPECT_EQ(screen->width(), 800);
  EXPECT_EQ(screen->height(), 600);
  ASSERT_TRUE(screen->present(quarters(800, 600)));
  EXPECT_EQ(x11.shot().pixels, quarters(800, 600).pixels);
}

TEST_F(SdlScreen, ATurnedDisplayShowsThePageTurnedClockwise) {
  const auto screen = opened({.rotation = 90});
  ASSERT_TRUE(screen);
  EXPECT_EQ(screen->width(), 600);
  EXPECT_EQ(screen->height(), 800);
  ASSERT_TRUE(screen->present(quarters(600, 800)));
  const Image shot = x11.shot();
  EXPECT_EQ(shot.row(10)[790], 0xC02020u) << "the page's top left is the display's top right";
  EXPECT_EQ(shot.row(590)[790], 0x20C020u);
  EXPECT_EQ(shot.row(10)[10], 0x2020C0u);
}

TEST_F(SdlScreen, ThePageSizeIsToldBeforeTheWindowIsThere) {
  int width = 0, height = 0;
  ScreenOptions options{.rotation = 270};
  options.size_known = [&](int w, int h) { width = w, height = h; };
  ASSERT_TRUE(opened(options));
  EXPECT_EQ(width, 600);
  EXPECT_EQ(height, 800);
}

TEST_F(SdlScreen, APartIsReplacedAndTheRestStays) {
  const auto screen = opened({});
  ASSERT_TRUE(screen);
  ASSERT_TRUE(screen->present(quarters(800, 600)));
  ASSERT_TRUE(screen->present_part(Image(30, 20, 0xFFFFFF), 100, 50));
  const Image shot = x11.shot();
  EXPECT_EQ(shot.row(50)[100], 0xFFFFFFu);
  EXPECT_EQ(shot.row(69)[129], 0xFFFFFFu);
  EXPECT_EQ(shot.row(70)[130], 0xC02020u);
  EXPECT_EQ(shot.row(49)[99], 0xC02020u);
}

TEST_F(SdlScreen, AFadeEndsOnTheImage) {
  const auto screen = opened({});
  ASSERT_TRUE(screen);
  ASSERT_TRUE(screen->present(Image(800, 600, 0)));
  Transition fade(TransitionKind::Fade, {}, 0);
  for (int64_t at = 0; at <= kTransitionMs; at += kFrameMs)
    ASSERT_TRUE(screen->present_step(quarters(800, 600), fade.step(at)));
  ASSERT_TRUE(screen->present_step(quarters(800, 600), fade.step(kTransitionMs)));
  EXPECT_EQ(x11.shot().pixels, quarters(800, 600).pixels);
}

// What covered the window is gone again: the server asks for a repaint, and nobody else helps.
TEST_F(SdlScreen, AnExposedWindowIsRepaintedFromTheKeptFrame) {
  const auto screen = opened({});
  ASSERT_TRUE(screen);
  ASSERT_TRUE(screen->present(quarters(800, 600)));
  wait_for(*screen, ScreenEventKind::Quit, 100);
  x11.start("xlogo -geometry 400x300+100+100");
  for (int i = 0; i < 50 && x11.shot().pixels == quarters(800, 600).pixels; ++i)
    wait_for(*screen, ScreenEventKind::Lost, 50);
  ASSERT_NE(x11.shot().pixels, quarters(800, 600).pixels) << "nothing covered the window";
  x11.stop();
  wait_for(*screen, ScreenEventKind::Lost, 300);
  EXPECT_EQ(x11.shot().pixels, quarters(800, 600).pixels);
}

TEST_F(SdlScreen, AStillScreenSleeps) {
  const auto screen = opened({});
  ASSERT_TRUE(screen);
  ASSERT_TRUE(screen->present(quarters(800, 600)));
  wait_for(*screen, ScreenEventKind::Quit, 200);
  const long before = sleeps_so_far();
  const auto start = steady_clock::now();
  EXPECT_EQ(screen->wait(1500, -1).kind, ScreenEventKind::None);
  EXPECT_GE(ms_since(start), 1490);
  EXPECT_LE(sleeps_so_far() - before, 3);
}

TEST_F(SdlScreen, TheWakeDescriptorEndsTheWait) {
  const auto screen = opened({});
  ASSERT_TRUE(screen);
  const int fd = ::eventfd(0, EFD_CLOEXEC);
  const auto start = steady_clock::now();
  std::thread waker([fd] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const uint64_t one = 1;
    EXPECT_EQ(::write(fd, &one, sizeof one), static_cast<ssize_t>(sizeof one));
  });
  EXPECT_EQ(screen->wait(-1, fd).kind, ScreenEventKind::None);
  EXPECT_LT(ms_since(start), 2000);
  waker.join();
  ::close(fd);
}

TEST_F(SdlScreen, KeysAndTheMouseAreIgnoredOnTheFullScreen) {
  const auto screen = opened({});
  ASSERT_TRUE(screen);
  ASSERT_TRUE(screen->present(quarters(800, 600)));
  ASSERT_TRUE(x11.run("xdotool key --delay 2 Escape q Right space Return F4 alt+F4 "
                      "mousemove 300 300 click 1 click 3 type --delay 1 qwertyuiop"));
  for (int i = 0; i < 20; ++i)
    EXPECT_EQ(screen->wait(20, -1).kind, ScreenEventKind::None);
  EXPECT_EQ(x11.shot().pixels, quarters(800, 600).pixels);
}

TEST_F(SdlScreen, EscapeLeavesAWindow) {
  const auto screen = opened({.width = 400, .height = 300, .title = "heiban-test"});
  ASSERT_TRUE(screen);
  wait_for(*screen, ScreenEventKind::Next, 300);
  ASSERT_TRUE(x11.run("xdotool search --name heiban-test windowfocus key Escape"));
  EXPECT_EQ(wait_for(*screen, ScreenEventKind::Quit, 2000).kind, ScreenEventKind::Quit);
}

TEST_F(SdlScreen, StaffTurnPagesWhereTheConfigLetsThem) {
  const auto screen = opened({.controls = "staff"});
  ASSERT_TRUE(screen);
  wait_for(*screen, ScreenEventKind::Quit, 300);
  const std::pair<const char*, ScreenEventKind> keys[] = {
      {"Right", ScreenEventKind::Next}, {"Prior", ScreenEventKind::Previous},
      {"b", ScreenEventKind::Hold},     {"Next", ScreenEventKind::Next},
      {"F5", ScreenEventKind::Hold},
  };
  for (const auto& [key, kind] : keys) {
    ASSERT_TRUE(x11.run(std::string("xdotool key ") + key));
    EXPECT_EQ(wait_for(*screen, kind, 2000).kind, kind) << key;
  }
}

// A touch screen that poses as a mouse; on the turned display the page's left is the display's top.
TEST_F(SdlScreen, TouchesAreReadOnThePageHoweverItIsTurned) {
  const auto screen = opened({.rotation = 90, .controls = "visitors"});
  ASSERT_TRUE(screen);
  wait_for(*screen, ScreenEventKind::Quit, 300);
  const std::pair<const char*, ScreenEventKind> places[] = {
      {"400 50", ScreenEventKind::Previous},
      {"400 300", ScreenEventKind::Hold},
      {"400 550", ScreenEventKind::Next},
  };
  for (const auto& [place, kind] : places) {
    ASSERT_TRUE(x11.run(std::string("xdotool mousemove ") + place + " click 1"));
    EXPECT_EQ(wait_for(*screen, kind, 2000).kind, kind) << place;
  }
  ASSERT_TRUE(x11.run("xdotool mousemove 400 550 click 3"));
  EXPECT_EQ(wait_for(*screen, ScreenEventKind::Next, 200).kind, ScreenEventKind::None);
}

TEST_F(SdlScreen, AnotherSizeIsToldAndTheOldPageStandsUntilANewOneComes) {
  const auto screen = opened({.width = 400, .height = 300, .title = "heiban-test"});
  ASSERT_TRUE(screen);
  ASSERT_TRUE(screen->present(quarters(400, 300)));
  wait_for(*screen, ScreenEventKind::Quit, 200);
  for (const auto& [width, height] :
       std::vector<std::pair<int, int>>{{64, 64}, {640, 480}, {300, 500}, {400, 300}}) {
    ASSERT_TRUE(x11.run("xdotool search --name heiban-test windowmove 0 0 windowsize " +
                        std::to_string(width) + " " + std::to_string(height)));
    const ScreenEvent event = wait_for(*screen, ScreenEventKind::Resized, 3000);
    ASSERT_EQ(event.kind, ScreenEventKind::Resized) << width << "x" << height;
    EXPECT_EQ(event.width, width);
    EXPECT_EQ(event.height, height);
    const Image shot = x11.shot();
    const auto shows = [&](uint32_t colour) {
      return std::count(shot.pixels.begin(), shot.pixels.end(), colour) > width * height / 5;
    };
    EXPECT_TRUE(shows(0xC02020) && shows(0xC0C020)) << "black meanwhile";
    ASSERT_TRUE(screen->present(quarters(width, height)));
  }
}

TEST(NoDisplay, IsSaidAndNothingIsLeftBehind) {
  ::unsetenv("WAYLAND_DISPLAY");
  ::setenv("DISPLAY", ":4095", 1);
  ::setenv("SDL_VIDEODRIVER", "x11", 1);
  const auto screen = open_sdl_screen({});
  ::unsetenv("SDL_VIDEODRIVER");
  ASSERT_FALSE(screen);
  EXPECT_EQ(screen.error().kind, ErrorKind::Broken);
}

// Without a display SDL would happily draw into memory; a wall with nothing on it is no screen.
TEST(NoDisplay, SdlsMemoryDriverIsNone) {
  for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"})
    ::unsetenv(name);
  if (std::filesystem::exists("/dev/dri"))
    GTEST_SKIP() << "there is a console to draw on";
  EXPECT_FALSE(open_sdl_screen({}));
}

// The dummy driver has no connection to wait on, and SDL's own wait would poll every millisecond.
TEST(BlindDriver, SleepsByItself) {
  ::setenv("SDL_VIDEODRIVER", "dummy", 1);
  {
    const auto screen = opened({.width = 320, .height = 200});
    ::unsetenv("SDL_VIDEODRIVER");
    ASSERT_TRUE(screen);
    ASSERT_TRUE(screen->present(quarters(320, 200)));
    const long before = sleeps_so_far();
    screen->wait(1000, -1);
    EXPECT_LE(sleeps_so_far() - before, 3);
  }
}

// Drivers without a window surface get a texture; here one is asked for.
TEST_F(SdlScreen, TheTexturePathShowsTheSamePixels) {
  ::setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
  const auto screen = opened({.renderer = "accelerated"});
  ASSERT_TRUE(screen);
  if (screen->describe().find("texture") == std::string::npos)
    GTEST_SKIP() << "no renderer here: " << screen->describe();
  ASSERT_TRUE(screen->present(quarters(800, 600)));
  ASSERT_TRUE(screen->present_part(Image(30, 20, 0xFFFFFF), 100, 50));
  screen->wait(100, -1);
  const Image shot = x11.shot();
  EXPECT_EQ(shot.row(10)[10], 0xC02020u);
  EXPECT_EQ(shot.row(60)[110], 0xFFFFFFu);
}

} // namespace
} // namespace heiban
