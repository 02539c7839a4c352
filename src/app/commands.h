// run_command: the command line → one of heiban's commands → an exit code.
// main calls it; each command is a file cmd_<name>.cpp of its own.
// It is the only place that sees every folder; commands hold no logic that a folder could hold.
#pragma once

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

// Each adds its command, with its arguments, to the one above it.
class CommandLine;
void add_run(CommandLine& heiban);
void add_board(CommandLine& heiban);
void add_fetch(CommandLine& heiban);
void add_check(CommandLine& heiban);
void add_snapshot(CommandLine& heiban);
void add_plan(CommandLine& heiban);
void add_decisions(CommandLine& heiban); // approve, hold, withdraw
void add_stop(CommandLine& heiban);      // stop, resume
void add_ledger(CommandLine& heiban);    // ledger list, show, verify, export, report
void add_feed_parse(CommandLine& feed);  // below `heiban feed`
void add_feed_date(CommandLine& feed);
void add_fees(CommandLine& heiban); // fees read, fees lint
void add_notice(CommandLine& heiban);
void add_layout(CommandLine& heiban);
void add_pages(CommandLine& heiban);
void add_fonts(CommandLine& heiban);

} // namespace heiban
