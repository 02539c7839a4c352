#include "app/command_line.h"
#include "app/commands.h"
#include "app/fetch_loop.h"

#include <memory>

namespace heiban {

void add_fetch(CommandLine& heiban) {
  struct Options {
    SetupOptions setup;
    bool once = false;
  };
  auto options = std::make_shared<Options>();
  CommandLine command = heiban.command("fetch", "只抓取来源");
  add_setup_options(command, options->setup);
  command.flag("--once", options->once, "每个来源询问一次，发布后退出");
  command.run([options] {
    SetupFailure failure;
    const std::optional<Setup> setup = load_setup(options->setup, failure);
    if (!setup)
      return failure.exit_code;
    return options->once ? fetch_once(*setup) : fetch_for_ever(*setup);
  });
}

} // namespace heiban
