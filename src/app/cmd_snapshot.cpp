#include "app/commands.h"
#include "app/snapshot.h"

#include <CLI/CLI.hpp>

namespace heiban {

CommandSlot add_snapshot(CLI::App& app) {
  struct Options {
    SetupOptions setup;
    std::string out;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("snapshot", "every page of one round as PNG files");
  add_setup_options(*command, options->setup);
  command->add_option("--out", options->out, "folder for the files")->required();
  return {command, [options] {
            SetupFailure failure;
            const std::optional<Setup> setup = load_setup(options->setup, failure);
            return setup ? write_snapshot(*setup, options->out) : failure.exit_code;
          }};
}

} // namespace heiban
