// run_command: the command line → one of heiban's commands → an exit code.
// main calls it; each command is a file cmd_<name>.cpp of its own.
// It is the only place that sees every folder; commands hold no logic that a folder could hold.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace heiban {

// Exit codes (sysexits.h where it has one).
enum Exit : int {
  kFine = 0,
  kFindings = 1,
  kUsage = 64,
  kBadInput = 65,
  kMissingFile = 66,
  kUnreachable = 69,
  kInternal = 70,
  kConfigError = 78,
};

int run_command(int argc, char** argv);

// A command adds its subcommand to `app` and returns what to run when it was named.
using Command = std::function<int()>;
struct CommandSlot {
  CLI::App* subcommand = nullptr;
  Command run;
};
using AddCommand = CommandSlot (*)(CLI::App& app);

CommandSlot add_run(CLI::App& app);
CommandSlot add_board(CLI::App& app);
CommandSlot add_fetch(CLI::App& app);
CommandSlot add_check(CLI::App& app);
CommandSlot add_snapshot(CLI::App& app);
CommandSlot add_plan(CLI::App& app);
CommandSlot add_feed_parse(CLI::App& feed); // below `heiban feed`
CommandSlot add_feed_date(CLI::App& feed);
CommandSlot add_notice(CLI::App& app);
CommandSlot add_layout(CLI::App& app);
CommandSlot add_pages(CLI::App& app);
CommandSlot add_fonts(CLI::App& app);
std::vector<CommandSlot> add_decisions(CLI::App& app); // approve, hold, withdraw
std::vector<CommandSlot> add_stop(CLI::App& app);      // stop, resume
std::vector<CommandSlot> add_fees(CLI::App& app);      // fees read, fees lint
std::vector<CommandSlot> add_ledger(CLI::App& app);    // ledger list, show, verify, export, report

} // namespace heiban
