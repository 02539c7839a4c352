#include "app/board_loop.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/kept_config.h"
#include "app/snapshot.h"
#include "app/supervisor.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace heiban {
namespace {

// Where there is no display: the same pages as files, after one round of fetching.
int render_files(const Setup& setup) {
  const std::string folder = setup.state + "/snapshot";
  fmt::print(stderr, "没有显示器：正在抓取一次，并把各页画成图片……\n");
  const int fetched = run_self(fetch_arguments(setup, true));
  if (fetched != kFine)
    fmt::print(stderr, "抓取未全部成功（退出码 {}），使用已有的内容。\n", fetched);
  const int code = write_snapshot(setup, folder);
  if (code != kFine)
    return code;
  fmt::print(stderr, "没有显示器，各页已画成图片，放在：\n");
  fmt::print("{}\n", folder);
  return kFine;
}

} // namespace

void add_run(CommandLine& heiban) {
  auto options = std::make_shared<SetupOptions>();
  CommandLine command = heiban.command("run", "运行屏幕，同时抓取来源");
  add_setup_options(command, *options);
  command.run([options] {
    SetupFailure failure;
    const std::optional<Setup> setup = load_setup_or_kept(*options, ConfigOwner::Board, failure);
    if (!setup)
      return failure.exit_code;
    const int code = run_board({.setup = *setup, .options = *options, .supervise = true});
    if (code != kNoDisplay)
      return code;
    if (!display_named())
      return render_files(*setup);
    fmt::print(stderr, "打不开显示器：请检查 DISPLAY 或 WAYLAND_DISPLAY。\n");
    return static_cast<int>(kInternal);
  });
}

} // namespace heiban
