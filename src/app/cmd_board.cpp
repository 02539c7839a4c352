#include "app/board_loop.h"
#include "app/command_line.h"
#include "app/commands.h"
#include "app/kept_config.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

namespace heiban {

void add_board(CommandLine& heiban) {
  auto options = std::make_shared<SetupOptions>();
  CommandLine command = heiban.command("board", "只运行屏幕");
  add_setup_options(command, *options);
  command.run([options] {
    SetupFailure failure;
    std::optional<Setup> setup = load_setup_or_kept(*options, ConfigOwner::Board, failure);
    if (!setup)
      return failure.exit_code;
    const int code =
        run_board({.setup = std::move(*setup), .options = *options, .supervise = false});
    if (code != kNoDisplay)
      return code;
    fmt::print(stderr, "打不开显示器：请检查 DISPLAY 或 WAYLAND_DISPLAY。\n");
    return static_cast<int>(kInternal);
  });
}

} // namespace heiban
