#include "app/check.h"
#include "app/commands.h"

#include <CLI/CLI.hpp>

namespace heiban {

CommandSlot add_check(CLI::App& app) {
  struct Options {
    SetupOptions setup;
    bool offline = false, json = false;
  };
  auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("check", "the whole verdict: config, feeds, notices, round");
  add_setup_options(*command, options->setup);
  command->add_flag("--offline", options->offline, "ask no feed");
  command->add_flag("--json", options->json, "the verdict as JSON");
  return {command, [options] {
            SetupFailure failure;
            const std::optional<Setup> setup = load_setup(options->setup, failure);
            if (!setup)
              return failure.exit_code;
            const CheckReport report = check_board(*setup, options->offline);
            if (options->json)
              print_json(report);
            else
              print_text(report);
            if (report.unreachable())
              return static_cast<int>(kUnreachable);
            return static_cast<int>(report.has_findings() ? kFindings : kFine);
          }};
}

} // namespace heiban
