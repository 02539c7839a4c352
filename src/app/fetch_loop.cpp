#include "app/fetch_loop.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/config_watch.h"
#include "app/inbox.h"
#include "app/kept_config.h"
#include "app/poller.h"
#include "app/trim_memory.h"
#include "app/wake.h"
#include "base/file.h"
#include "base/lock_file.h"
#include "base/log.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <poll.h>
#include <random>

namespace heiban {
namespace {

namespace fs = std::filesystem;

constexpr int64_t kLongestWaitMs = 60'000; // a clock that was set is noticed within this
constexpr int64_t kDamagedKept = 7 * kDay; // a damaged archive may hold what must be erased

// Everything fetch holds while it runs; what is declared later ends earlier.
class FetchProcess {
public:
  explicit FetchProcess(const Setup& setup)
      : setup_(setup), clock_(setup.state, setup.at), fetcher_(make_curl_fetcher()),
        config_(setup.settings.path) {}

  // An exit code when it cannot run.
  int open();
  int once();
  int for_ever(SignalFd& signals);

private:
  TrustedNow now() { // with --at a single run stands at one instant
    return once_ && setup_.at ? TrustedNow{*setup_.at, true} : clock_.now();
  }
  double random() { return std::uniform_real_distribution<double>(0, 1)(random_); }
  void turn();
  void reload(const TrustedNow& now);
  void forget_damaged() const;
  int64_t wait_ms();

  Setup setup_;
  Clock clock_;
  std::unique_ptr<Fetcher> fetcher_;
  std::optional<LockFile> lock_;
  std::optional<Archive> archive_;
  std::optional<Poller> poller_;
  std::mt19937 random_{std::random_device{}()};
  ConfigWatch config_;
  bool once_ = false;
};

int said(int exit_code, std::string_view message) {
  fmt::print(stderr, "{}\n", message);
  return exit_code;
}

int FetchProcess::open() {
  const std::string& state = setup_.state;
  for (const std::string& folder : {state, inbox_folder(state)})
    if (const Result<void> made = make_folders(folder, folder == state ? 0755 : 0770); !made)
      return said(kInternal, fmt::format("建不了状态目录 {}：{}", folder, made.error().message));
  Result<LockFile> lock = LockFile::take(state + "/fetch.lock");
  if (!lock)
    return said(kInternal,
                fmt::format("已有一个 heiban fetch 正在使用 {}：{}", state, lock.error().message));
  lock_.emplace(std::move(*lock));
  Result<Archive> archive = Archive::open(state + "/archive.db");
  if (!archive && archive.error().kind == ErrorKind::Refused)
    return said(kInternal,
                fmt::format("{}/archive.db 由更新版本的 heiban 生成，请升级 heiban。", state));
  if (!archive)
    return said(kInternal, fmt::format("打不开 {}/archive.db：{}", state, archive.error().message));
  archive_.emplace(std::move(*archive));
  poller_.emplace(PollerParts{*archive_, *fetcher_, state,
                              [this](Instant date) { clock_.confirm(date); }, setup_.holidays},
                  setup_.settings);
  if (const Result<void> started = poller_->start(now()); !started)
    return said(kInternal, fmt::format("读不了存档：{}", started.error().message));
  return kFine;
}

int FetchProcess::once() {
  once_ = true;
  for (const Decision& decision : take_decisions(setup_.state))
    poller_->decide(decision, now());
  const Poller::Outcome outcome = poller_->poll_all(now(), random());
  clock_.save();
  for (const Shelf& shelf : poller_->shelves())
    if (!shelf.record.problem.empty())
      fmt::print(stderr, "来源“{}”：{}\n", shelf.feed.name, shelf.record.problem);
  return outcome.asked > 0 && outcome.understood == 0 ? kUnreachable : kFine;
}

void FetchProcess::reload(const TrustedNow& now) {
  LoadedSettings loaded = load_settings(setup_.settings.path);
  if (!loaded.diagnostics.empty())
    fmt::print(stderr, "{}", format_diagnostics(loaded.diagnostics));
  if (!loaded.ok())
    return log::warn("the config has errors; going on with the one before");
  if (const Result<void> taken = poller_->configure(std::move(loaded.settings), now); !taken)
    return log::warn("the config is not taken yet: {}", taken.error().message);
  keep_config(setup_.state, setup_.settings.path, ConfigOwner::Fetch);
  log::info("the config was read again");
}

void FetchProcess::forget_damaged() const {
  const std::string path = setup_.state + "/archive.db.damaged";
  std::error_code error;
  const auto written = fs::last_write_time(path, error);
  if (!error && fs::file_time_type::clock::now() - written > std::chrono::seconds(kDamagedKept))
    fs::remove(path, error);
}

// What staff said, what is due, what expired.
void FetchProcess::turn() {
  const TrustedNow at = now();
  for (const Decision& decision : take_decisions(setup_.state))
    poller_->decide(decision, at);
  if (config_.config_changed())
    reload(at);
  if (config_.holidays_changed()) {
    setup_.holidays = load_holidays(setup_);
    poller_->set_holidays(setup_.holidays);
  }
  poller_->poll_due(at, random());
  poller_->settle(now());
  clock_.save();
  forget_damaged();
}

int64_t FetchProcess::wait_ms() {
  const Instant at = now().now;
  return std::clamp<int64_t>((poller_->next_wake(at) - at) * 1000, 0, kLongestWaitMs);
}

int FetchProcess::for_ever(SignalFd& signals) {
  keep_config(setup_.state, setup_.settings.path, ConfigOwner::Fetch);
  FolderWatch inbox(inbox_folder(setup_.state));
  WakeSet wake;
  for (const int fd : {signals.fd(), inbox.fd(), config_.fd()})
    wake.add(fd);
  log::info("fetch: {} feeds", setup_.settings.feeds.size());
  for (;;) {
    inbox.changed(""); // what woke us is taken note of: all that lies there is read
    turn();
    trim_memory();
    pollfd wait{wake.fd(), POLLIN, 0};
    ::poll(&wait, 1, static_cast<int>(wait_ms()));
    for (int signal = 0; (signal = signals.take()) != 0;)
      if (signal == SIGTERM || signal == SIGINT)
        return kFine;
  }
}

} // namespace

int fetch_for_ever(const Setup& setup) {
  SignalFd signals({SIGTERM, SIGINT, SIGHUP});
  FetchProcess process(setup);
  const int opened = process.open();
  return opened == kFine ? process.for_ever(signals) : opened;
}

int fetch_once(const Setup& setup) {
  FetchProcess process(setup);
  const int opened = process.open();
  return opened == kFine ? process.once() : opened;
}

} // namespace heiban
