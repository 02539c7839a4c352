#include "app/command_line.h"
#include "app/commands.h"
#include "app/setup.h"
#include "app/stop.h"
#include "base/file.h"
#include "base/lock_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <thread>

namespace heiban {
namespace {

constexpr size_t kLargestStatus = 1u << 20;
constexpr std::chrono::milliseconds kLook{50}, kLongest{3000};

struct Options {
  SetupOptions setup;
  std::string reason;
};

int said(int code, std::string_view message) {
  fmt::print(stderr, "{}\n", message);
  return code;
}

// A running board holds its lock.
bool board_runs(const std::string& state) {
  const Result<std::string> lock = read_file(state + "/board.lock", 4096);
  return lock && !LockFile::take(state + "/board.lock");
}

bool is_stopped(const std::string& state) {
  const Result<std::string> text = read_file(state + "/status.json", kLargestStatus);
  const nlohmann::json status = nlohmann::json::parse(text ? *text : "", nullptr, false);
  return status.is_object() && status.value("state", "") == "stopped";
}

// Until status.json says so.
bool comes_true(const std::string& state, bool stopped) {
  const auto until = std::chrono::steady_clock::now() + kLongest;
  while (is_stopped(state) != stopped) {
    if (std::chrono::steady_clock::now() > until)
      return false;
    std::this_thread::sleep_for(kLook);
  }
  return true;
}

// A mistyped --state must not pass for a board that obeys.
bool has_board(const std::string& state) {
  std::error_code error;
  return std::filesystem::is_directory(state, error);
}

int no_board(const std::string& state) {
  return said(kMissingFile, fmt::format("没有 {} 这个文件夹，命令没有送达。请核对 --state；"
                                        "要马上断播，请直接关闭显示器电源。",
                                        state));
}

int stop(const Options& options) {
  const std::string state = state_folder(options.setup);
  if (!has_board(state))
    return no_board(state);
  if (const Result<void> dropped = drop_stop(state, options.reason); !dropped)
    return said(kInternal, fmt::format("断播命令没有送达，请直接关闭显示器电源。写不了 {}：{}",
                                       stop_folder(state), dropped.error().message));
  if (!board_runs(state))
    return said(kFine, "已登记断播。公告屏现在没有运行，启动后只显示“暂停展示”。");
  if (!comes_true(state, true))
    return said(kInternal, "断播命令已送达，公告屏 3 秒内没有回应，请直接关闭显示器电源。");
  return said(kFine, "已断播，屏幕只显示“暂停展示”，断电重启后也不变。恢复播出：heiban resume");
}

int resume(const Options& options) {
  const std::string state = state_folder(options.setup);
  if (!has_board(state))
    return no_board(state);
  if (const Result<void> dropped = drop_resume(state); !dropped)
    return said(kInternal, fmt::format("恢复命令没有送达，写不了 {}：{}", stop_folder(state),
                                       dropped.error().message));
  if (!board_runs(state))
    return said(kFine, "已登记恢复播出。公告屏现在没有运行，启动后照常展示。");
  if (!comes_true(state, false))
    return said(kInternal, "恢复命令已送达，公告屏 3 秒内没有回应。");
  return said(kFine, "已恢复播出。");
}

} // namespace

void add_stop(CommandLine& heiban) {
  auto options = std::make_shared<Options>();
  CommandLine halt = heiban.command("stop", "紧急断播：两秒之内只显示单位名称和“暂停展示”");
  add_setup_options(halt, options->setup);
  halt.option("--reason", options->reason, "原因，记入公示留痕");
  CommandLine go_on = heiban.command("resume", "恢复播出");
  add_setup_options(go_on, options->setup);
  halt.run([options] { return stop(*options); });
  go_on.run([options] { return resume(*options); });
}

} // namespace heiban
