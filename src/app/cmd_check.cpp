#include "app/check.h"
#include "app/command_line.h"
#include "app/commands.h"

#include <memory>

namespace heiban {

void add_check(CommandLine& heiban) {
  struct Options {
    SetupOptions setup;
    bool offline = false, json = false;
  };
  auto options = std::make_shared<Options>();
  CommandLine command = heiban.command("check", "检查配置、来源、公告和轮播，说明原因");
  add_setup_options(command, options->setup);
  command.flag("--offline", options->offline, "不询问来源");
  command.flag("--json", options->json, "用 JSON 输出");
  command.run([options] {
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
  });
}

} // namespace heiban
