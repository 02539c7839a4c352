#include "base/log.h"
#include "screen/glass.h"
#include "screen/screen.h"
#include "screen/sdl_connection.h"
#include "screen/sdl_input.h"
#include "screen/sdl_power.h"
#include "screen/sdl_target.h"

#include <SDL.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <poll.h>
#include <strings.h>
#include <utility>

namespace heiban {
namespace {

constexpr int kSoftwareAfter = 3;     // renderer losses
constexpr int64_t kBlindPumpMs = 200; // drivers without a descriptor, and only for input

int64_t steady_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// Everything SDL must know before it starts: no OpenGL for a window surface, no signal handlers
// (the board has its own), no minimising when a dialog of somebody else's takes the focus.
void set_hints(const ScreenOptions& options) {
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_APP_NAME, options.title.c_str());
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
}

// Another window may be open, while the board moves from one to the next.
void leave_sdl() {
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
  if (SDL_WasInit(0) == 0)
    SDL_Quit();
}

int display_index(const std::string& wanted) {
  const int count = SDL_GetNumVideoDisplays();
  if (wanted.empty())
    return 0;
  for (int i = 0; i < count; ++i) {
    const char* name = SDL_GetDisplayName(i);
    if (wanted == std::to_string(i + 1) || (name && strcasecmp(name, wanted.c_str()) == 0))
      return i;
  }
  log::warn("screen: no display \"{}\" among {}; using the first", wanted, count);
  return 0;
}

class SdlScreen : public Screen {
public:
  SdlScreen(ScreenOptions options, SDL_Window* window, std::unique_ptr<SdlTarget> target)
      : options_(std::move(options)), window_(window), target_(std::move(target)),
        connection_(connection_fd(window)) {
    measure();
  }

  ~SdlScreen() override {
    target_.reset();
    SDL_DestroyWindow(window_);
    leave_sdl();
  }

  int width() const override { return width_; }
  int height() const override { return height_; }

  Result<void> present(const Image& image) override {
    return draw([&](Glass& glass) {
      glass.put(image, 0, 0);
      return Rect{0, 0, glass.page_width(), glass.page_height()};
    });
  }

  Result<void> present_part(const Image& part, int x, int y) override {
    return draw([&](Glass& glass) {
      glass.put(part, x, y);
      return Rect{x, y, part.width, part.height};
    });
  }

  Result<void> present_step(const Image& image, const TransitionStep& step) override {
    return draw([&](Glass& glass) {
      glass.step(image, step);
      if (step.kind == TransitionKind::Push && !step.last)
        return step.area;
      return Rect{0, 0, glass.page_width(), glass.page_height()};
    });
  }

  Result<void> drift(Shift to, bool at_once) override {
    const Shift by{to.x - shift_.x, to.y - shift_.y};
    shift_ = to;
    if (!at_once || (by.x == 0 && by.y == 0))
      return {};
    return draw([&](Glass& glass) {
      glass.move(by);
      return Rect{0, 0, glass.page_width(), glass.page_height()};
    });
  }

  ScreenEvent wait(int64_t timeout_ms, int wake_fd) override {
    const int64_t deadline = timeout_ms < 0 ? INT64_MAX : steady_ms() + timeout_ms;
    for (;;) {
      const ScreenEvent event = take_events();
      const int64_t left = deadline == INT64_MAX ? INT64_MAX : deadline - steady_ms();
      if (event.kind != ScreenEventKind::None || left <= 0)
        return event;
      if (sleep(left, wake_fd))
        return take_events();
    }
  }

  bool power(bool on) override { return set_display_power(window_, on); }

  std::string describe() const override {
    return fmt::format("{}, {}x{}, rotation {}, {}", target_->describe(), width_, height_,
                       options_.rotation,
                       connection_ >= 0 ? "waits on the display's connection" : "sleeps by itself");
  }

private:
  bool windowed() const { return options_.width > 0; }
  InputRules input_rules() const {
    const bool turned = options_.rotation % 180 != 0;
    return {options_.controls,         windowed(), options_.rotation, turned ? height_ : width_,
            turned ? width_ : height_, touched_};
  }

  template <class Draw>
  Result<void> draw(Draw draw_on) {
    const TargetPixels to = target_->pixels();
    if (!to.pixels)
      return Error{ErrorKind::TryLater, "the window has no surface now"};
    Glass glass(to.pixels, to.width, to.height, to.pitch, options_.rotation, shift_);
    const Rect drawn = draw_on(glass);
    const Rect out = glass.shown_at(drawn);
    if (target_->show(out.x, out.y, out.w, out.h))
      return {};
    return Error{ErrorKind::TryLater, fmt::format("cannot update the window: {}", SDL_GetError())};
  }

  // The page's size from the window's; true when it has changed.
  bool measure() {
    const TargetPixels to = target_->pixels();
    int width = to.width, height = to.height;
    if (options_.rotation % 180 != 0)
      std::swap(width, height);
    if (width <= 0 || (width == width_ && height == height_))
      return false;
    width_ = width;
    height_ = height;
    return true;
  }

  bool repaint() {
    const TargetPixels to = target_->pixels();
    return to.pixels && target_->show(0, 0, to.width, to.height);
  }

  void note(const SDL_Event& event) {
    switch (event.type) {
    case SDL_WINDOWEVENT:
      stale_ = stale_ || event.window.event == SDL_WINDOWEVENT_EXPOSED ||
               event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED ||
               event.window.event == SDL_WINDOWEVENT_RESTORED;
      closed_ = closed_ || event.window.event == SDL_WINDOWEVENT_CLOSE;
      break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
      stale_ = true;
      log::warn("screen: the renderer was lost, {} times so far", ++losses_);
      target_->rebuild(losses_ >= kSoftwareAfter);
      break;
    default:
      break;
    }
  }

  // Empties SDL's queue. Changes of the window are answered once, however many there were. Painting
  // asks the server, whose answer may bring events along: they are looked for once more, since the
  // descriptor stays silent about what is read already.
  ScreenEvent take_events() {
    for (;;) {
      SDL_Event event;
      while (SDL_PollEvent(&event)) {
        note(event);
        touched_ = touched_ || event.type == SDL_FINGERDOWN;
        const ScreenEventKind meaning = meaning_of(event, input_rules());
        if (meaning != ScreenEventKind::None)
          return {meaning};
      }
      if (std::exchange(closed_, false) && windowed())
        return {ScreenEventKind::Quit};
      if (!std::exchange(stale_, false))
        return {};
      const bool resized = measure(), painted = repaint();
      if (resized) {
        log::info("screen: the page is {}x{} now", width_, height_);
        return {ScreenEventKind::Resized, width_, height_};
      }
      if (!painted)
        return {ScreenEventKind::Lost};
    }
  }

  // Until the display or `wake_fd` has something, or the time is up; true for `wake_fd`.
  // SDL_WaitEventTimeout cannot wait for both, and polls every millisecond on some drivers.
  bool sleep(int64_t left_ms, int wake_fd) {
    if (connection_ < 0 && options_.controls != "none")
      left_ms = std::min(left_ms, kBlindPumpMs);
    timespec limit{};
    limit.tv_sec = left_ms / 1000;
    limit.tv_nsec = left_ms % 1000 * 1'000'000;
    pollfd fds[2] = {{wake_fd, POLLIN, 0}, {connection_, POLLIN, 0}};
    const int ready = ::ppoll(fds, 2, left_ms == INT64_MAX ? nullptr : &limit, nullptr);
    return ready > 0 && fds[0].revents != 0;
  }

  ScreenOptions options_;
  SDL_Window* window_;
  std::unique_ptr<SdlTarget> target_;
  int connection_;
  int width_ = 0, height_ = 0;
  Shift shift_;
  int losses_ = 0;
  bool stale_ = false, closed_ = false, touched_ = false;
};

// Where there is no display SDL falls back on memory; that is a screen only for who asked for it.
bool nobody_sees() {
  const std::string driver = SDL_GetCurrentVideoDriver();
  return (driver == "offscreen" || driver == "dummy") && !std::getenv("SDL_VIDEODRIVER");
}

SDL_Window* open_window(const ScreenOptions& options) {
  const int display = display_index(options.display);
  const int place =
      static_cast<int>(SDL_WINDOWPOS_CENTERED_DISPLAY(static_cast<unsigned>(display)));
  int width = options.width, height = options.height;
  if (options.rotation % 180 != 0)
    std::swap(width, height);
  if (options.width > 0)
    return SDL_CreateWindow(options.title.c_str(), place, place, width, height,
                            SDL_WINDOW_RESIZABLE);
  SDL_Rect bounds{0, 0, 1920, 1080};
  SDL_GetDisplayBounds(display, &bounds);
  SDL_ShowCursor(SDL_DISABLE);
  return SDL_CreateWindow(options.title.c_str(), place, place, bounds.w, bounds.h,
                          SDL_WINDOW_FULLSCREEN_DESKTOP);
}

// Before the window exists, so that the first page can be set while the window manager thinks.
void tell_size(const ScreenOptions& options) {
  SDL_Rect bounds{0, 0, options.width, options.height};
  if (!options.size_known)
    return;
  if (options.width == 0 && SDL_GetDisplayBounds(display_index(options.display), &bounds) != 0)
    return;
  if (options.width == 0 && options.rotation % 180 != 0)
    std::swap(bounds.w, bounds.h);
  options.size_known(bounds.w, bounds.h);
}

} // namespace

void keep_session_bus_from_starting() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  std::error_code none;
  if (std::getenv("DBUS_SESSION_BUS_ADDRESS"))
    return;
  if (runtime && std::filesystem::exists(std::string(runtime) + "/bus", none))
    return;
  ::setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", 0);
}

Result<std::unique_ptr<Screen>> open_sdl_screen(const ScreenOptions& options) {
  set_hints(options);
  if (SDL_Init(SDL_INIT_VIDEO) != 0)
    return Error{ErrorKind::Broken, fmt::format("no display can be opened: {}", SDL_GetError())};
  if (nobody_sees()) {
    leave_sdl();
    return Error{ErrorKind::Broken, "no display: SDL has only a driver that shows nothing"};
  }
  tell_size(options);
  SDL_Window* window = open_window(options);
  if (!window) {
    const Error error{ErrorKind::Broken, fmt::format("no window: {}", SDL_GetError())};
    leave_sdl();
    return error;
  }
  SDL_DisableScreenSaver();
  SDL_StopTextInput();
  auto target = open_target(window, options.renderer);
  if (!target) {
    SDL_DestroyWindow(window);
    leave_sdl();
    return target.error();
  }
  auto screen = std::make_unique<SdlScreen>(options, window, std::move(*target));
  log::info("screen: {}", screen->describe());
  return std::unique_ptr<Screen>(std::move(screen));
}

} // namespace heiban
