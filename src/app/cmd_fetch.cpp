#include "app/commands.h"
#include "app/fetch_loop.h"

#include <CLI/CLI.hpp>

namespace heiban {

CommandSlot add_fetch(CLI::App& app) {
  struct Options {
    SetupOptions setup;
    bool once = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("fetch", "the poller only");
  add_setup_options(*command, options->setup);
  command->add_flag("--once", options->once, "ask every feed once, publish, and leave");
  return {command, [options] {
            SetupFailure failure;
            const std::optional<Setup> setup = load_setup(options->setup, failure);
            if (!setup)
              return failure.exit_code;
            return options->once ? fetch_once(*setup) : fetch_for_ever(*setup);
          }};
}

} // namespace heiban
