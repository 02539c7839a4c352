#include "app/command_line.h"
#include "app/commands.h"
#include "app/fetch_loop.h"
#include "app/kept_config.h"

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
    // Staff who type --once want to hear of a mistake; the service goes on.
    const std::optional<Setup> setup =
        options->once ? load_setup(options->setup, failure)
                      : load_setup_or_kept(options->setup, ConfigOwner::Fetch, failure);
    if (!setup)
      return failure.exit_code;
    return options->once ? fetch_once(*setup) : fetch_for_ever(*setup);
  });
}

} // namespace heiban
