#include "app/command_line.h"
#include "app/commands.h"
#include "app/snapshot.h"

#include <memory>

namespace heiban {

void add_snapshot(CommandLine& heiban) {
  struct Options {
    SetupOptions setup;
    std::string out;
  };
  auto options = std::make_shared<Options>();
  CommandLine command = heiban.command("snapshot", "把一轮的每一页存成图片");
  add_setup_options(command, options->setup);
  command.required("--out", options->out, "图片放在哪个文件夹");
  command.run([options] {
    SetupFailure failure;
    const std::optional<Setup> setup = load_setup(options->setup, failure);
    return setup ? write_snapshot(*setup, options->out) : failure.exit_code;
  });
}

} // namespace heiban
