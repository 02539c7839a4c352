#include "app/board_loop.h"

#include "app/board.h"
#include "app/clock.h"
#include "app/commands.h"
#include "app/config_watch.h"
#include "app/display_deadline.h"
#include "app/inbox.h"
#include "app/kept_config.h"
#include "app/notify.h"
#include "app/stop.h"
#include "app/supervisor.h"
#include "app/wake.h"
#include "base/file.h"
#include "base/lock_file.h"
#include "base/log.h"
#include "edition/codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <time.h>
#include <unistd.h>

namespace heiban {
namespace {

constexpr int64_t kReportEveryMs = 5 * 60 * 1000;
constexpr int64_t kStuckMs = 30'000;       // a page overdue for so long: let the watchdog bite
constexpr int64_t kFetchAtLatestMs = 3000; // after the start, even if no page stands yet

ScreenOptions screen_options(const BoardRun& run) {
  const ScreenSettings& screen = run.setup.settings.screen;
  ScreenOptions options;
  const bool windowed = !run.options.size.empty(); // else the full screen
  options.width = windowed ? run.setup.width : 0;
  options.height = windowed ? run.setup.height : 0;
  options.rotation = screen.rotation;
  options.display = screen.display;
  options.title = fmt::format("黑板 · {}", run.setup.settings.bureau.name);
  options.renderer = screen.renderer;
  options.controls = screen.controls;
  return options;
}

// Whether the window that is open serves both.
bool same_screen(const ScreenSettings& a, const ScreenSettings& b) {
  return a.rotation == b.rotation && a.display == b.display && a.renderer == b.renderer &&
         a.controls == b.controls;
}

Moment moment_of(Clock& clock) {
  const TrustedNow now = clock.now();
  timespec wall{};
  ::clock_gettime(CLOCK_REALTIME, &wall);
  const bool follows = wall.tv_sec == now.now.seconds;
  return {now.now, follows ? static_cast<int>(wall.tv_nsec / 1'000'000) : 0, now.trusted,
          steady_ms()};
}

int64_t sooner(int64_t a, int64_t b) { // -1: never
  if (a < 0 || b < 0)
    return std::max(a, b);
  return std::min(a, b);
}

// Everything the loop holds while it runs; what is declared later ends earlier.
class Loop {
public:
  Loop(BoardRun run, SignalFd& signals)
      : run_(std::move(run)), signals_(signals), clock_(run_.setup.state, run_.setup.at),
        watch_(run_.setup.state), orders_(stop_folder(run_.setup.state)), stop_(run_.setup.state),
        config_(run_.setup.settings.path), record_(run_.setup.state) {
    news_on_disk(); // the desk reads the files that are there now
    desk_.emplace(run_.setup);
    crashes_ = CrashHistory::read(run_.setup.state);
  }

  int run() {
    started_ = moment_of(clock_);
    leave_out();
    take_orders(started_); // before the first page: one that came while nobody was here
    if (!open_screen())
      return kNoDisplay;
    wake_.add(signals_.fd());
    wake_.add(watch_.fd());
    wake_.add(orders_.fd());
    wake_.add(config_.fd());
    wake_.add(desk_->fd());
    if (run_.supervise)
      supervisor_.emplace(fetch_arguments(run_.setup, false));
    while (!leaving_ && screen_)
      step();
    if (!screen_)
      return kNoDisplay;
    notify_.leaving();
    const Moment at = moment_of(clock_);
    record_.close(at.now, report(at, "left"));
    return kFine;
  }

private:
  bool open_screen() {
    ScreenOptions options = screen_options(run_);
    bool ordered = false;
    options.size_known = [&](int width, int height) {
      desk_->set_size(width, height);
      desk_->order({.at = started_.now,
                    .now = started_.now,
                    .trusted = started_.trusted,
                    .stopped = stop_.stopped().has_value()});
      ordered = true;
    };
    const DisplayDeadline deadline;
    Result<std::unique_ptr<Screen>> screen = open_sdl_screen(options);
    if (!screen)
      return log::error("board: {}", screen.error().message), false;
    screen_ = std::move(*screen);
    make_board(ordered);
    return true;
  }

  // With no page yet: what stands on the glass stays until the first one is drawn.
  void make_board(bool ordered) {
    Result<std::unique_ptr<Composer>> composer = make_composer(run_.setup.fonts);
    if (composer)
      composer_ = std::move(*composer);
    else
      log::error("board: no live labels: {}", composer.error().message);
    board_.emplace(BoardParts{*screen_, composer_.get(), *desk_, record_}, run_.setup.settings,
                   run_.setup.theme, BoardStart{ordered, stop_.stopped().has_value()});
  }

  // Staff have saved heiban.toml or holidays.tsv. With mistakes in it the settings stay as they
  // are.
  void reconfigure() {
    SetupFailure failure;
    std::optional<Setup> setup = load_setup(run_.options, failure);
    reported_ms_ = 0;
    config_problem_.clear();
    if (!setup) {
      config_problem_ = "the config has errors; the board goes on with the one before";
      return log::warn("board: {}", config_problem_);
    }
    keep_config(setup->state, setup->settings.path, ConfigOwner::Board);
    log::info("board: the config was read again");
    board_.reset();
    composer_.reset();
    desk_.reset();
    const bool other_screen = !same_screen(setup->settings.screen, run_.setup.settings.screen);
    run_.setup = std::move(*setup);
    desk_.emplace(run_.setup);
    wake_.add(desk_->fd());
    leave_out();
    reported_news_ = 0;
    if (!other_screen)
      return make_board(false);
    const std::unique_ptr<Screen> before = std::move(screen_); // until the new window is there
    open_screen();
  }

  // What boards before this one died over.
  void leave_out() {
    if (crashes_.empty())
      return;
    safe_ = crashes_.too_many(started_.now);
    desk_->leave_out(crashes_, safe_);
  }

  // The notices come back, one chance more; how long until then.
  int64_t tend_safe_page(const Moment& at) {
    const int64_t left = kSafePageMs - (at.steady_ms - started_.steady_ms);
    if (!safe_ || left > 0)
      return safe_ ? left : -1;
    safe_ = false;
    desk_->leave_out(crashes_, false);
    board_->edition_changed();
    return -1;
  }

  // Staff's 紧急断播 and its end.
  void take_orders(const Moment& at) {
    orders_.changed("");
    for (const StopNews& news : stop_.take(at.now)) {
      log::warn("board: {} by staff", news.stop ? "stopped" : "resumed");
      record_.event({news.stop ? "stop" : "resume", "", "", "", news.reason, at.now});
    }
    if (board_)
      board_->set_stopped(stop_.stopped().has_value());
  }

  void step() {
    take_signals();
    if (leaving_)
      return;
    const bool in_transition = board_ && board_->in_transition(steady_ms());
    if (!in_transition)
      look_at_disk();
    if (!screen_)
      return;
    const Moment at = moment_of(clock_);
    if (!in_transition)
      take_orders(at);
    int64_t wait = board_->tick(at);
    wait = sooner(wait, tend_fetcher(at));
    wait = sooner(wait, tend_reports(at));
    wait = sooner(wait, tend_safe_page(at));
    if (board_->overdue_ms(at) < kStuckMs)
      notify_.alive(at.steady_ms);
    wait = sooner(wait, notify_.longest_wait_ms());
    const int64_t took = steady_ms() - at.steady_ms;
    // What else happens waits for the end of a transition; the tick may have ended it.
    const int woken_by = board_->in_transition(at.steady_ms) ? -1 : wake_.fd();
    const ScreenEvent event =
        screen_->wait(wait < 0 ? wait : std::max<int64_t>(wait - took, 0), woken_by);
    if (event.kind == ScreenEventKind::Quit)
      leaving_ = true;
    else if (event.kind != ScreenEventKind::None)
      board_->on_event(event, moment_of(clock_));
  }

  void look_at_disk() {
    const bool holidays = config_.holidays_changed();
    if (config_.config_changed() || holidays)
      reconfigure();
    if (screen_ && news_on_disk())
      board_->edition_changed();
  }

  // The edition, or only when its feeds last answered.
  bool news_on_disk() {
    const bool edition = watch_.changed(kEditionFile);
    return watch_.changed(kFeedsFile) || edition;
  }

  void take_signals() {
    for (int signal = 0; (signal = signals_.take()) != 0;) {
      if (signal == SIGTERM || signal == SIGINT || signal == SIGHUP)
        leaving_ = true;
      if (signal == SIGUSR1)
        reported_ms_ = 0;
    }
  }

  // The first page comes first: the fetcher would take half of the machine from it.
  int64_t tend_fetcher(const Moment& at) {
    if (!supervisor_)
      return -1;
    const int64_t left = kFetchAtLatestMs - (at.steady_ms - started_.steady_ms);
    if (board_->news() == 0 && left > 0)
      return left;
    supervisor_->tick(at.steady_ms);
    return supervisor_->wait_ms(at.steady_ms);
  }

  // With the minute's wake-up, so that a still page costs none of its own.
  int64_t tend_reports(const Moment& at) {
    if (at.now.seconds / 60 != ticked_minute_) {
      ticked_minute_ = at.now.seconds / 60;
      record_.tick(at.now, at.trusted);
    }
    if (reported_news_ == 0 && board_->news() > 0)
      notify_.ready(screen_->describe());
    const int64_t starts = supervisor_ ? supervisor_->starts() : 0;
    if (board_->news() == reported_news_ && starts == reported_starts_ && reported_ms_ != 0 &&
        at.steady_ms - reported_ms_ < kReportEveryMs)
      return -1;
    reported_news_ = board_->news();
    reported_starts_ = starts;
    reported_ms_ = at.steady_ms;
    record_.report(report(at, ""));
    return -1;
  }

  Report report(const Moment& at, const char* state) const {
    Report out;
    out.version = HEIBAN_VERSION;
    out.pid = ::getpid();
    out.started_at = iso_utc(started_.now);
    out.written_at = iso_utc(at.now);
    board_->describe(out);
    if (*state)
      out.state = state;
    if (const auto& stop = stop_.stopped())
      out.stopped = StopReport{iso_utc(stop->since), stop->reason};
    if (!config_problem_.empty())
      out.problems.push_back(config_problem_);
    if (supervisor_)
      out.fetcher = FetcherReport{supervisor_->pid(), supervisor_->starts()};
    return out;
  }

  BoardRun run_;
  SignalFd& signals_;
  Clock clock_;
  Moment started_;
  FolderWatch watch_, orders_;
  StopKeeper stop_;
  ConfigWatch config_;
  std::string config_problem_;
  WakeSet wake_;
  Notify notify_;
  BoardRecord record_;
  CrashHistory crashes_;
  bool safe_ = false; // after too many crashes: no notices yet
  std::optional<PaintDesk> desk_;
  std::unique_ptr<Screen> screen_;
  std::unique_ptr<Composer> composer_;
  std::optional<Board> board_;
  std::optional<Supervisor> supervisor_;
  int64_t ticked_minute_ = 0, reported_ms_ = 0, reported_news_ = 0, reported_starts_ = 0;
  bool leaving_ = false;
};

} // namespace

std::vector<std::string> fetch_arguments(const Setup& setup, bool once) {
  std::vector<std::string> arguments = {"fetch", "--config", setup.settings.path, "--state",
                                        setup.state};
  if (once)
    arguments.push_back("--once");
  return arguments;
}

bool display_named() {
  const char* x11 = std::getenv("DISPLAY");
  const char* wayland = std::getenv("WAYLAND_DISPLAY");
  return (x11 && *x11) || (wayland && *wayland) || std::getenv("SDL_VIDEODRIVER");
}

int run_board(BoardRun run) {
  // Before any thread starts: they all share the environment and inherit the mask.
  keep_session_bus_from_starting();
  SignalFd signals({SIGTERM, SIGINT, SIGHUP, SIGUSR1, SIGCHLD});
  const std::string state = run.setup.state;
  for (const std::string& folder : {state, inbox_folder(state), stop_folder(state)})
    if (const Result<void> made = make_folders(folder, folder == state ? 0755 : 0770); !made)
      log::warn("board: {}", made.error().message);
  // A folder that cannot be written has no second writer either.
  std::optional<LockFile> lock;
  if (::access(state.c_str(), W_OK) == 0) {
    Result<LockFile> taken = LockFile::take(state + "/board.lock");
    if (!taken) {
      fmt::print(stderr, "已有一块板正在使用 {}：{}\n", state, taken.error().message);
      return kInternal;
    }
    lock.emplace(std::move(*taken));
  }
  keep_config(state, run.setup.settings.path, ConfigOwner::Board);
  arm_crash_note(state);
  return Loop(std::move(run), signals).run();
}

} // namespace heiban
